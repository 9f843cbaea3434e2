package dev.migration.dialect.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.StandardScriptSyntax;
import dev.migration.dialect.TransactionKind;
import dev.migration.schema.QualifiedName;

/**
 * Scripts for the {@code sqlite3} shell. It goes on after an error unless it is told not
 * to, and SQLite has nothing that fails on demand but a constraint, which therefore says
 * in its name what is wrong.
 */
final class SqliteScriptSyntax extends StandardScriptSyntax {

	private static final Pattern PRAGMA = Pattern.compile("\\s*PRAGMA\\s+(\\w+)\\s*(?:\\(\\s*(.*?)\\s*\\))?\\s*;?\\s*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern QUOTED = Pattern.compile("[\"'`\\[](.*)[\"'`\\]]", Pattern.DOTALL);

	private static final String VIOLATIONS = "SELECT \"table\" AS child, rowid AS child_row, parent"
			+ " FROM pragma_foreign_key_check";

	private final SqliteDialect dialect;

	SqliteScriptSyntax(SqliteDialect dialect, QualifiedName versionTable) {
		super(dialect, versionTable);
		this.dialect = dialect;
	}

	@Override
	public String howToRun() {
		return "sqlite3 DATABASE < FILE";
	}

	@Override
	public List<String> clientCommands() {
		return List.of(".bail on");
	}

	/**
	 * As in a run: the URLs of {@code DATABASE_URL} turn them on.
	 */
	@Override
	public List<String> settings() {
		return List.of("PRAGMA foreign_keys = ON");
	}

	@Override
	public List<String> begin() {
		return List.of("BEGIN IMMEDIATE");
	}

	@Override
	public List<String> commit() {
		return List.of("COMMIT");
	}

	@Override
	public List<String> request(TransactionKind kind) {
		return (kind == TransactionKind.PLAIN) ? List.of() : List.of("PRAGMA foreign_keys = OFF");
	}

	/**
	 * Inside a transaction SQLite ignores the pragma, so it stands before. What is wrong
	 * already is nobody's fault.
	 */
	@Override
	public List<String> begin(TransactionKind kind) {
		if (kind == TransactionKind.PLAIN) {
			return begin();
		}
		List<String> statements = new ArrayList<>(request(kind));
		statements.addAll(begin());
		statements.add("CREATE TEMP TABLE migration_violations AS " + VIOLATIONS);
		return statements;
	}

	/**
	 * The script has turned foreign keys on at its beginning.
	 */
	@Override
	public List<String> commit(TransactionKind kind) {
		if (kind == TransactionKind.PLAIN) {
			return commit();
		}
		List<String> statements = new ArrayList<>(
				failIfAny(VIOLATIONS + " EXCEPT SELECT child, child_row, parent FROM temp.migration_violations",
						"A row refers to a row that is not there"));
		statements.add("DROP TABLE temp.migration_violations");
		statements.addAll(commit());
		statements.add("PRAGMA foreign_keys = ON");
		return statements;
	}

	@Override
	public List<String> failIfAny(String query, String problem) {
		return List.of(
				"CREATE TEMP TABLE migration_check (passed INTEGER CONSTRAINT \"" + problem.replace("\"", "\"\"")
						+ "\" CHECK (passed))",
				"INSERT INTO temp.migration_check SELECT 0 FROM (" + asSelect(query) + ") LIMIT 1",
				"DROP TABLE temp.migration_check");
	}

	/**
	 * A pragma cannot be a part of a query, but its table-valued function can.
	 */
	private static String asSelect(String query) {
		Matcher pragma = PRAGMA.matcher(query);
		if (!pragma.matches()) {
			return query;
		}
		String argument = (pragma.group(2) != null) ? pragma.group(2) : "";
		Matcher quoted = QUOTED.matcher(argument);
		String name = quoted.matches() ? quoted.group(1) : argument;
		return "SELECT * FROM pragma_" + pragma.group(1)
				+ (name.isEmpty() ? "" : "('" + name.replace("\"\"", "\"").replace("'", "''") + "')");
	}

	/**
	 * The shell takes a carriage return before a line feed away, and the text ends for it
	 * at a NUL.
	 */
	@Override
	protected String constant(@Nullable Object value) {
		if (value instanceof CharSequence text
				&& text.chars().anyMatch((character) -> character == '\r' || character == 0)) {
			String hex = HexFormat.of().formatHex(text.toString().getBytes(StandardCharsets.UTF_8));
			return "CAST(X'" + hex + "' AS TEXT)";
		}
		return this.dialect.literal(value);
	}

	/**
	 * In milliseconds, and without what only newer versions have.
	 */
	@Override
	public String now() {
		return "CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER)";
	}

	/**
	 * SQLite has no users.
	 */
	@Override
	public String user() {
		return "'script'";
	}

}
