package dev.migration.dialect;

import java.util.Collection;
import java.util.List;

import dev.migration.UnsupportedChangeException;
import dev.migration.operation.Operation;
import dev.migration.schema.QualifiedName;

/**
 * Renders the operations of one topic.
 */
public abstract class TopicRenderer {

	private final StandardRenderer renderer;

	/**
	 * Create a new renderer.
	 * @param renderer the renderer of all topics
	 */
	protected TopicRenderer(StandardRenderer renderer) {
		this.renderer = renderer;
	}

	/**
	 * Return the renderer of all topics.
	 * @return the renderer
	 */
	protected final StandardRenderer renderer() {
		return this.renderer;
	}

	/**
	 * Return the server that SQL is rendered for.
	 * @return the context
	 */
	protected final RenderContext context() {
		return this.renderer.context();
	}

	/**
	 * Return what writes types, columns and constraints.
	 * @return the definitions
	 */
	protected final DefinitionRenderer definitions() {
		return this.renderer.definitions();
	}

	/**
	 * Return an identifier as it stands in SQL.
	 * @param identifier the identifier
	 * @return the identifier for SQL
	 */
	protected final String quote(String identifier) {
		return this.renderer.quote(identifier);
	}

	/**
	 * Return a name with its schema as it stands in SQL.
	 * @param name the name
	 * @return the name for SQL
	 */
	protected final String quote(QualifiedName name) {
		return this.renderer.quote(name);
	}

	/**
	 * Return identifiers in parentheses.
	 * @param identifiers the identifiers
	 * @return for example {@code (id, name)}
	 */
	protected final String list(Collection<String> identifiers) {
		return this.renderer.list(identifiers);
	}

	/**
	 * Return one statement.
	 * @param sql the SQL
	 * @return the statement
	 */
	protected static List<SqlStatement> one(String sql) {
		return List.of(new SqlStatement(sql));
	}

	/**
	 * Return the words for what may be gone.
	 * @param ifExists whether it may
	 * @return the words with a space behind them, or nothing
	 */
	protected static String ifExists(boolean ifExists) {
		return ifExists ? "IF EXISTS " : "";
	}

	/**
	 * Return the words for what may be there.
	 * @param ifNotExists whether it may
	 * @return the words with a space behind them, or nothing
	 */
	protected static String ifNotExists(boolean ifNotExists) {
		return ifNotExists ? "IF NOT EXISTS " : "";
	}

	/**
	 * Return what looks things up in the database.
	 * @param operation the operation that only does something if a thing is there, or is
	 * not
	 * @return the look-up
	 * @throws dev.migration.NeedsDatabaseException if there is no database
	 */
	protected final Lookup lookup(Operation operation) {
		return new Lookup(context().connection(operation, "it only does something depending on what is there",
				"Leave out ifExists() or ifNotExists(), or run it on the database."));
	}

	/**
	 * Return the error that the database cannot do an operation.
	 * @param operation the operation
	 * @param reason why
	 * @param action the way out
	 * @return the error
	 */
	protected final UnsupportedChangeException unsupported(Operation operation, String reason, String action) {
		return this.renderer.unsupported(operation.describe(), reason, action);
	}

}
