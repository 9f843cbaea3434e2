package dev.migration.dialect.mysql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

import org.jspecify.annotations.Nullable;

import dev.migration.SqlScript;
import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.SqlScanner;
import dev.migration.dialect.SqlSyntax;
import dev.migration.dialect.StandardScriptSyntax;
import dev.migration.schema.QualifiedName;

/**
 * Scripts for {@code mysql}. Outside of routines MySQL has no conditions, so that what
 * depends on something is a prepared statement with one of two texts. Creating a routine
 * for it would need a right that few have.
 */
class MysqlScriptSyntax extends StandardScriptSyntax {

	private static final String NOTHING = "DO 0";

	private static final String TO_DO = "@migration_to_do";

	private static final Set<String> NOT_PREPARED = Set.of("TRIGGER", "FUNCTION", "PROCEDURE", "EVENT");

	private final MysqlFamilyDialect dialect;

	private final String versionTable;

	private final String lockName;

	MysqlScriptSyntax(MysqlFamilyDialect dialect, QualifiedName versionTable) {
		super(dialect, versionTable);
		this.dialect = dialect;
		this.versionTable = dialect.quote(versionTable);
		this.lockName = NamedLock.name((versionTable.schema() != null) ? dialect.literal(versionTable.schema()) : null,
				dialect.literal(versionTable.name()));
	}

	@Override
	public String howToRun() {
		return "mysql --binary-mode --default-character-set=utf8mb4 DATABASE < FILE";
	}

	@Override
	public List<String> notes() {
		return List.of(
				"Changes of the schema commit by themselves. If a statement fails, what stands before it in its "
						+ "revision may stay,",
				"and the version row of that revision is not set: mend the cause, and run the settings at the beginning "
						+ "and what is left.");
	}

	/**
	 * As drivers set it, and as the texts in the script are written.
	 */
	@Override
	public List<String> settings() {
		return List.of("SET NAMES utf8mb4",
				"SET SESSION sql_mode = CONCAT_WS(',', 'STRICT_TRANS_TABLES', NULLIF(TRIM(BOTH ',' FROM "
						+ "REPLACE(CONCAT(',', @@sql_mode, ','), ',NO_BACKSLASH_ESCAPES,', ',')), ''))");
	}

	@Override
	public List<String> chooseSchema(String schema) {
		return List.of("USE " + this.dialect.quote(schema));
	}

	/**
	 * The client splits at each semicolon that is not in quotes, also in a body.
	 */
	@Override
	public String terminated(String sql) {
		String stripped = sql.strip();
		if (!hasSemicolon(stripped)) {
			boolean endsInComment = stripped.substring(stripped.lastIndexOf('\n') + 1).matches(".*(--|#).*");
			return stripped + ((endsInComment) ? "\n;" : ";");
		}
		String delimiter = "//";
		while (stripped.contains(delimiter)) {
			delimiter += "/";
		}
		return "DELIMITER " + delimiter + "\n" + stripped + "\n" + delimiter + "\nDELIMITER ;";
	}

	private static boolean hasSemicolon(String sql) {
		SqlScanner scanner = new SqlScanner(new SqlScript(sql, "script", 1), SqlSyntax.MYSQL);
		while (scanner.next()) {
			if (scanner.kind() == SqlScanner.Kind.DELIMITER) {
				return true;
			}
		}
		return false;
	}

	/**
	 * A transaction ends with each change of the schema. Without auto-commit the next one
	 * begins behind it.
	 */
	@Override
	public List<String> begin() {
		List<String> statements = new ArrayList<>(lock(this.lockName));
		statements.add("SET @migration_started = UTC_TIMESTAMP(6)");
		statements.add("SET autocommit = 0");
		return statements;
	}

	/**
	 * Return what takes the lock of runs, or fails. The table of
	 * {@link #failIfAny(String, String)} may not be there yet, but the error for a column
	 * names it too.
	 * @param name the name of the lock
	 * @return the statements
	 */
	List<String> lock(String name) {
		return either("COALESCE(GET_LOCK(" + name + ", 0), 0) = 1", NOTHING,
				"SELECT `Another process runs revisions on this database`");
	}

	@Override
	public List<String> commit() {
		return List.of("COMMIT", "SET autocommit = 1", "DO RELEASE_LOCK(" + this.lockName + ")");
	}

	/**
	 * A text is no number. In strict mode that is an error, which has the text in it.
	 */
	@Override
	public List<String> failIfAny(String query, String problem) {
		return List.of("INSERT INTO " + this.versionTable + " (version_num) SELECT " + literal(problem)
				+ " + 0 FROM DUAL WHERE EXISTS (" + query + ")");
	}

	@Override
	public List<String> onlyIfAny(String query, List<String> statements) {
		List<String> conditional = new ArrayList<>();
		conditional.add("SET " + TO_DO + " = (SELECT EXISTS (" + query + "))");
		for (String sql : statements) {
			requirePrepared(sql);
			conditional.addAll(either(TO_DO, sql, NOTHING));
		}
		return conditional;
	}

	/**
	 * Return what runs one of two statements.
	 * @param condition the condition
	 * @param then the statement if it holds
	 * @param otherwise the statement if not
	 * @return the statements
	 */
	List<String> either(String condition, String then, String otherwise) {
		return List.of(
				"SET @migration_statement = IF(" + condition + ", " + literal(then) + ", " + literal(otherwise) + ")",
				"PREPARE migration_statement FROM @migration_statement", "EXECUTE migration_statement",
				"DEALLOCATE PREPARE migration_statement");
	}

	/**
	 * Refuse what the database does not prepare.
	 * @param sql the statement
	 * @throws UnsupportedChangeException if it is such a statement
	 */
	void requirePrepared(String sql) {
		StringTokenizer words = new StringTokenizer(sql.toUpperCase(Locale.ROOT));
		String first = words.nextToken();
		while ((first.equals("CREATE") || first.equals("DROP")) && words.hasMoreTokens()) {
			String word = words.nextToken();
			if (NOT_PREPARED.contains(word)) {
				throw new UnsupportedChangeException(
						first.toLowerCase(Locale.ROOT) + " a " + word.toLowerCase(Locale.ROOT)
								+ " only if it has not been done",
						"MySQL", "it does not prepare such a statement",
						"Write the script without --idempotent, from:to.");
			}
			if (word.equals("TABLE") || word.equals("VIEW") || word.equals("INDEX")) {
				return;
			}
		}
	}

	/**
	 * The client takes a carriage return before a line feed away unless it is told not
	 * to.
	 */
	@Override
	protected String constant(@Nullable Object value) {
		if (value instanceof CharSequence text
				&& text.chars().anyMatch((character) -> character == '\r' || character == 0)) {
			return "_utf8mb4 X'" + HexFormat.of().formatHex(text.toString().getBytes(StandardCharsets.UTF_8)) + "'";
		}
		return this.dialect.literal(value);
	}

	@Override
	public String startOfTransaction() {
		return "@migration_started";
	}

	@Override
	public String now() {
		return "UTC_TIMESTAMP(6)";
	}

	@Override
	public String user() {
		return "TRIM(TRAILING CONCAT('@', SUBSTRING_INDEX(USER(), '@', -1)) FROM USER())";
	}

}
