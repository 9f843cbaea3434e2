package dev.migration.dialect;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.UnsupportedChangeException;
import dev.migration.schema.QualifiedName;

/**
 * A script in words that most databases understand. A database overrides where it
 * differs, or can do better.
 */
public class StandardScriptSyntax implements ScriptSyntax {

	private final Dialect dialect;

	private final QualifiedName versionTable;

	/**
	 * Create a new syntax.
	 * @param dialect the dialect
	 * @param versionTable the version table
	 */
	public StandardScriptSyntax(Dialect dialect, QualifiedName versionTable) {
		this.dialect = dialect;
		this.versionTable = versionTable;
	}

	@Override
	public String howToRun() {
		return "run FILE with a client that stops at the first error";
	}

	@Override
	public List<String> clientCommands() {
		return List.of();
	}

	@Override
	public List<String> settings() {
		return List.of();
	}

	@Override
	public List<String> chooseSchema(String schema) {
		throw new UnsupportedChangeException("use schema " + schema, this.dialect.offlineVersion().product(),
				"it has none that could be chosen",
				"Set migration.default-schema only where the database has schemas, for example for one profile.");
	}

	/**
	 * A comment at the end would hide the semicolon.
	 */
	@Override
	public String terminated(String sql) {
		String stripped = sql.strip();
		boolean endsInComment = stripped.substring(stripped.lastIndexOf('\n') + 1).contains("--");
		return stripped + ((endsInComment) ? "\n;" : ";");
	}

	@Override
	public List<String> begin() {
		return List.of();
	}

	@Override
	public List<String> commit() {
		return List.of();
	}

	@Override
	public List<String> request(TransactionKind kind) {
		return List.of();
	}

	@Override
	public List<String> begin(TransactionKind kind) {
		return begin();
	}

	@Override
	public List<String> commit(TransactionKind kind) {
		return commit();
	}

	/**
	 * The version table takes no {@code NULL}. The error does not name the problem, so it
	 * stands in a comment.
	 */
	@Override
	public List<String> failIfAny(String query, String problem) {
		return List.of("/* " + problem.replace("*/", "* /") + " */ INSERT INTO " + this.dialect.quote(this.versionTable)
				+ " (version_num) SELECT NULL FROM (" + query + ") found");
	}

	@Override
	public List<String> onlyIfAny(String query, List<String> statements) {
		throw new UnsupportedChangeException("skip in a script what is applied",
				this.dialect.offlineVersion().product(), "its SQL has no conditions outside of routines",
				"Leave out --idempotent and say where the script begins, as in from:to; or let 'migrate upgrade' look "
						+ "what is applied.");
	}

	@Override
	public List<String> inline(SqlStatement statement) {
		if (statement.rows().isEmpty()) {
			return List.of(statement.sql());
		}
		return statement.rows()
			.stream()
			.map((values) -> Placeholders.inline(statement.sql(), values, this::literal))
			.toList();
	}

	@Override
	public final String literal(@Nullable Object value) {
		return (value instanceof SqlExpression expression) ? expression.sql() : constant(value);
	}

	/**
	 * Return a value as it stands in the script.
	 * @param value the value
	 * @return the literal
	 * @throws IllegalArgumentException if the value has no literal form
	 */
	protected String constant(@Nullable Object value) {
		return this.dialect.literal(value);
	}

	@Override
	public String startOfTransaction() {
		return now();
	}

	@Override
	public String now() {
		return "CURRENT_TIMESTAMP";
	}

	@Override
	public String user() {
		return "CURRENT_USER";
	}

}
