package dev.migration.dialect;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.SqlScript;
import dev.migration.operation.Operation;

/**
 * The words that the SQL standard and most databases share: identifiers, literals, and
 * the {@link StandardRenderer} for the operations. A database overrides where it differs.
 */
public abstract class StandardDialect implements Dialect {

	private final String id;

	private final String displayName;

	private final Identifiers identifiers;

	private final ScriptSplitter splitter;

	/**
	 * Create a new dialect.
	 * @param id the id
	 * @param displayName the name for people
	 * @param identifiers how identifiers are quoted
	 * @param splitter how scripts are split
	 */
	protected StandardDialect(String id, String displayName, Identifiers identifiers, ScriptSplitter splitter) {
		this.id = id;
		this.displayName = displayName;
		this.identifiers = identifiers;
		this.splitter = splitter;
	}

	@Override
	public final String id() {
		return this.id;
	}

	/**
	 * Return the name of the database for people.
	 * @return for example {@code PostgreSQL}
	 */
	public final String displayName() {
		return this.displayName;
	}

	@Override
	public final String quote(String identifier) {
		return this.identifiers.quote(identifier);
	}

	@Override
	public List<SqlScript> split(SqlScript script) {
		return this.splitter.split(script);
	}

	@Override
	public List<SqlStatement> render(Operation operation, RenderContext context) {
		return operation.accept(renderer(context));
	}

	/**
	 * Return what renders the operations.
	 * @param context the server it is for
	 * @return the renderer
	 */
	protected abstract StandardRenderer renderer(RenderContext context);

	@Override
	public final String literal(@Nullable Object value) {
		if (value == null) {
			return "NULL";
		}
		if (value instanceof CharSequence || value instanceof Character || value instanceof Enum<?>) {
			return stringLiteral((value instanceof Enum<?> constant) ? constant.name() : value.toString());
		}
		if (value instanceof Boolean bool) {
			return bool ? "TRUE" : "FALSE";
		}
		if (value instanceof Number number) {
			return number.toString();
		}
		String literal = specialLiteral(value);
		if (literal == null) {
			throw new IllegalArgumentException(
					"A value of type " + value.getClass().getName() + " has no literal form in " + this.id);
		}
		return literal;
	}

	/**
	 * Return the SQL of a string.
	 * @param value the string
	 * @return the literal
	 */
	protected final String stringLiteral(String value) {
		if (value.indexOf('\0') >= 0) {
			throw new IllegalArgumentException("A string with a NUL character has no literal form in " + this.id);
		}
		return "'" + value.replace("'", "''") + "'";
	}

	/**
	 * Return the SQL of a value that is not a string, a number or a boolean.
	 * @param value the value
	 * @return the literal, or {@code null} if the type is not known
	 */
	protected abstract @Nullable String specialLiteral(Object value);

	@Override
	public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
		statement.setObject(index, value);
	}

}
