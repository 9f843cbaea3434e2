package dev.migration.dialect.h2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.Dialect;
import dev.migration.dialect.StandardScriptSyntax;
import dev.migration.schema.QualifiedName;

/**
 * Scripts for {@code org.h2.tools.RunScript}. H2 has no conditions outside of
 * expressions, but runs the text that an expression gives.
 */
final class H2ScriptSyntax extends StandardScriptSyntax {

	private static final String TO_DO = "@migration_to_do";

	private static final Set<String> QUERIES = Set.of("SELECT", "CALL", "VALUES", "WITH", "TABLE", "EXPLAIN", "SHOW",
			"SCRIPT", "(");

	private final Dialect dialect;

	private final H2RunLock lock;

	H2ScriptSyntax(Dialect dialect, QualifiedName versionTable, H2RunLock lock) {
		super(dialect, versionTable);
		this.dialect = dialect;
		this.lock = lock;
	}

	@Override
	public String howToRun() {
		return "java -cp h2.jar org.h2.tools.RunScript -url URL -user USER -password PASSWORD -script FILE";
	}

	@Override
	public List<String> notes() {
		return List.of(
				"Changes of the schema commit by themselves. If a statement fails, what stands before it in its "
						+ "revision may stay,",
				"and the version row of that revision is not set: mend the cause, and run what is left.");
	}

	/**
	 * A comment at the end would hide the semicolon.
	 */
	@Override
	public String terminated(String sql) {
		String stripped = sql.strip();
		boolean endsInComment = stripped.substring(stripped.lastIndexOf('\n') + 1).contains("//");
		return (endsInComment) ? stripped + "\n;" : super.terminated(sql);
	}

	@Override
	public List<String> chooseSchema(String schema) {
		return List.of("SET SCHEMA " + this.dialect.quote(schema));
	}

	@Override
	public List<String> begin() {
		List<String> statements = new ArrayList<>(failIfAny(H2RunLock.IS_NO_ADMINISTRATOR,
				"Only an administrator sees the sessions of others, and so whether a run is under way"));
		statements.addAll(this.lock.acquisition());
		statements.addAll(failIfAny(this.lock.isHeldByAnother(), "Another process runs revisions on this database"));
		statements.add("SET @migration_started = CURRENT_TIMESTAMP(6)");
		statements.add("SET AUTOCOMMIT FALSE");
		return statements;
	}

	@Override
	public List<String> commit() {
		return List.of("COMMIT", "SET AUTOCOMMIT TRUE", this.lock.release());
	}

	@Override
	public List<String> failIfAny(String query, String problem) {
		return List.of("SET @migration_check = CASE WHEN EXISTS (" + query + ") THEN SIGNAL('45000', "
				+ literal(problem) + ") END");
	}

	@Override
	public List<String> onlyIfAny(String query, List<String> statements) {
		List<String> conditional = new ArrayList<>();
		conditional.add("SET " + TO_DO + " = EXISTS (" + query + ")");
		for (String sql : statements) {
			requireNoQuery(sql);
			conditional.add("EXECUTE IMMEDIATE CASE WHEN " + TO_DO + " THEN " + literal(sql)
					+ " ELSE 'SET @migration_check = NULL' END");
		}
		return conditional;
	}

	private static void requireNoQuery(String sql) {
		String first = sql.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
		if (QUERIES.contains(first)) {
			throw new UnsupportedChangeException("run a query only if it has not been done", "H2",
					"EXECUTE IMMEDIATE takes none, and this is one: " + sql,
					"Write it as SET @ignored = (…), or the script without --idempotent, from:to.");
		}
	}

	@Override
	public String startOfTransaction() {
		return "@migration_started";
	}

	@Override
	public String now() {
		return "CURRENT_TIMESTAMP(6)";
	}

}
