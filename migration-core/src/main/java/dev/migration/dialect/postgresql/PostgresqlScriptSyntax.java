package dev.migration.dialect.postgresql;

import java.util.List;

import dev.migration.dialect.StandardScriptSyntax;
import dev.migration.schema.QualifiedName;

/**
 * Scripts for {@code psql}. Each transaction takes the lock of runs, and fails if another
 * process has it: a script cannot poll, and one that waits would deadlock with a
 * {@code CREATE INDEX CONCURRENTLY} of the holder.
 */
final class PostgresqlScriptSyntax extends StandardScriptSyntax {

	private final PostgresqlDialect dialect;

	private final String lock;

	PostgresqlScriptSyntax(PostgresqlDialect dialect, QualifiedName versionTable) {
		super(dialect, versionTable);
		this.dialect = dialect;
		this.lock = Blocks.run("\tIF NOT pg_try_advisory_xact_lock("
				+ AdvisoryLock.key((versionTable.schema() != null) ? dialect.literal(versionTable.schema()) : null,
						dialect.literal(versionTable.name()))
				+ ") THEN\n" + "\t\tRAISE EXCEPTION 'Another process runs revisions on this database';\n\tEND IF");
	}

	@Override
	public String howToRun() {
		return "psql --no-psqlrc --file=FILE DATABASE";
	}

	@Override
	public List<String> clientCommands() {
		return List.of("\\set ON_ERROR_STOP on");
	}

	@Override
	public List<String> settings() {
		return List.of("SET client_encoding = 'UTF8'", "SET standard_conforming_strings = on");
	}

	@Override
	public List<String> chooseSchema(String schema) {
		return List.of(SearchPath.statement(constant(this.dialect.quote(schema))));
	}

	@Override
	public List<String> begin() {
		return List.of("BEGIN", this.lock);
	}

	@Override
	public List<String> commit() {
		return List.of("COMMIT");
	}

	@Override
	public List<String> failIfAny(String query, String problem) {
		return List.of(Blocks.run("row_found text",
				"\tSELECT checked::text INTO row_found FROM (" + query + ") AS checked LIMIT 1;\n\tIF FOUND THEN\n"
						+ "\t\tRAISE EXCEPTION USING MESSAGE = " + constant(problem + ": ")
						+ " || row_found;\n\tEND IF"));
	}

	@Override
	public List<String> onlyIfAny(String query, List<String> statements) {
		return List.of(Blocks.run("IF EXISTS (" + query + ") THEN\n" + Blocks.executions(statements) + "END IF"));
	}

	@Override
	public String now() {
		return "clock_timestamp()";
	}

	@Override
	public String startOfTransaction() {
		return "CURRENT_TIMESTAMP";
	}

}
