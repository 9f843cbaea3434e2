package dev.migration.autogenerate.adoption;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migration.AdoptionRefusedException;
import dev.migration.PreviousTool;
import dev.migration.schema.Table;

/**
 * Finds the tool that has changed a database before, and refuses one that is in the
 * middle of something: its schema would not be what any revision should say.
 */
final class PreviousTools {

	private static final String ALEMBIC = "alembic";

	private static final String ALEMBIC_COLUMN = "version_num";

	private final List<ToolTable> tables;

	PreviousTools(Collection<Table> tables, Connection connection) {
		this.tables = tables.stream().map((table) -> new ToolTable(table, connection)).toList();
	}

	/**
	 * Find the tool.
	 * @return the tool, or {@code null} if none has left its tables
	 * @throws AdoptionRefusedException if the tool has failed, or is at work
	 */
	@Nullable PreviousTool find() throws SQLException {
		PreviousTool flyway = flyway();
		if (flyway != null) {
			return flyway;
		}
		PreviousTool liquibase = liquibase();
		return (liquibase != null) ? liquibase : alembic();
	}

	private @Nullable PreviousTool flyway() throws SQLException {
		Optional<ToolTable> history = ToolTable.having(this.tables, "installed_rank", "version", "description", "type",
				"script", "checksum", "success");
		if (history.isEmpty()) {
			return null;
		}
		Map<String, String> applied = new LinkedHashMap<>();
		for (FlywayRow row : history.get().rows(FlywayRow::of).stream().sorted().toList()) {
			if (!row.success()) {
				throw new AdoptionRefusedException("Flyway's migration " + row.describe() + " has failed",
						"Mend it and run Flyway again, or run 'flyway repair', so that its history tells what the "
								+ "database has.");
			}
			applied.remove(row.key());
			if (row.isMigration()) {
				applied.put(row.key(), row.describe());
			}
		}
		return new PreviousTool("Flyway", List.of(history.get().name().toString()),
				position(applied.values(), "migration", "migrations"), List.of(), false);
	}

	private @Nullable PreviousTool liquibase() throws SQLException {
		Optional<ToolTable> log = ToolTable.having(this.tables, "id", "author", "filename", "dateexecuted",
				"orderexecuted", "exectype", "md5sum");
		if (log.isEmpty()) {
			return null;
		}
		Optional<ToolTable> lock = ToolTable.having(this.tables, "id", "locked", "lockgranted", "lockedby");
		if (lock.isPresent()) {
			requireUnlocked(lock.get());
		}
		List<String> changes = log.get().rows(LiquibaseRow::of).stream().sorted().map(LiquibaseRow::describe).toList();
		List<String> tables = lock.map((table) -> List.of(log.get().name().toString(), table.name().toString()))
			.orElse(List.of(log.get().name().toString()));
		return new PreviousTool("Liquibase", tables, position(changes, "change set", "change sets"), List.of(), false);
	}

	private static void requireUnlocked(ToolTable lock) throws SQLException {
		lock.rows((row) -> {
			if (row.getBoolean("locked")) {
				throw new AdoptionRefusedException(
						"Liquibase's lock is held by " + row.getString("lockedby") + " since "
								+ row.getString("lockgranted"),
						"Wait until Liquibase has ended; if none is running, release the lock with "
								+ "'liquibase release-locks'.");
			}
			return lock;
		});
	}

	/**
	 * The version table of a migrator has the same form, so the name counts too.
	 */
	private @Nullable PreviousTool alembic() throws SQLException {
		Optional<ToolTable> versions = this.tables.stream()
			.filter((table) -> table.columns().equals(Set.of(ALEMBIC_COLUMN)))
			.filter((table) -> table.name().name().toLowerCase(Locale.ROOT).contains(ALEMBIC))
			.findFirst();
		return versions.isEmpty() ? null : PreviousTool.alembic(versions.get().name().toString(),
				versions.get().rows((row) -> row.getString(ALEMBIC_COLUMN)).stream().sorted().toList(), false);
	}

	private static String position(Collection<String> applied, String one, String several) {
		String last = "";
		for (String each : applied) {
			last = each;
		}
		return applied.isEmpty() ? "no " + one
				: applied.size() + " " + ((applied.size() == 1) ? one : several) + ", the last is " + last;
	}

	private static String describe(String name, @Nullable String details) {
		return name + ((details != null && !details.isBlank()) ? " (" + details + ")" : "");
	}

	/**
	 * A row of Flyway's history.
	 *
	 * @param rank its place
	 * @param version the version, or {@code null} for a repeatable migration
	 * @param description what it is about
	 * @param type how it was run
	 * @param success whether it was done
	 */
	private record FlywayRow(int rank, @Nullable String version, String description, String type,
			boolean success) implements Comparable<FlywayRow> {

		static FlywayRow of(ResultSet row) throws SQLException {
			return new FlywayRow(row.getInt("installed_rank"), row.getString("version"), row.getString("description"),
					row.getString("type"), row.getBoolean("success"));
		}

		String key() {
			return (this.version != null) ? this.version : "repeatable " + this.description;
		}

		/**
		 * There is also a row for the schema or the table that Flyway has created, and
		 * for what was taken back.
		 */
		boolean isMigration() {
			return !this.type.startsWith("UNDO") && !Set.of("DELETE", "SCHEMA", "TABLE").contains(this.type);
		}

		String describe() {
			return PreviousTools.describe((this.version != null) ? this.version : "repeatable", this.description);
		}

		@Override
		public int compareTo(FlywayRow other) {
			return Integer.compare(this.rank, other.rank);
		}

	}

	/**
	 * A row of Liquibase's log.
	 *
	 * @param order its place
	 * @param id the id of the change set
	 * @param author who wrote it
	 * @param file where it is written
	 */
	private record LiquibaseRow(int order, String id, String author, String file) implements Comparable<LiquibaseRow> {

		static LiquibaseRow of(ResultSet row) throws SQLException {
			return new LiquibaseRow(row.getInt("orderexecuted"), row.getString("id"), row.getString("author"),
					row.getString("filename"));
		}

		String describe() {
			return PreviousTools.describe(this.id, "by " + this.author + " in " + this.file);
		}

		@Override
		public int compareTo(LiquibaseRow other) {
			return Integer.compare(this.order, other.order);
		}

	}

}
