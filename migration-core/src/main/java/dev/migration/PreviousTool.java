package dev.migration;

import java.util.List;

/**
 * A tool that has changed a database before this one, as its own tables tell.
 *
 * @param name its name, such as {@code Flyway}
 * @param tables the tables in which it keeps its state, the one with its history first
 * @param position where it is, in its own words, such as
 * {@code 14 migrations, the last is
 * 13 (add team slug)}
 * @param revisions the ids at which it sees the database, if they can be ids of revisions
 * here; none for a tool that knows no revisions
 * @param isShared whether its table is the version table of the migrator too
 */
public record PreviousTool(String name, List<String> tables, String position, List<String> revisions,
		boolean isShared) {

	public PreviousTool {
		tables = List.copyOf(tables);
		revisions = List.copyOf(revisions);
	}

	/**
	 * Return Alembic, as its version table shows it.
	 * @param table the name of the table
	 * @param revisions the rows, sorted
	 * @param isShared whether it is the version table of the migrator too
	 * @return the tool
	 */
	public static PreviousTool alembic(String table, List<String> revisions, boolean isShared) {
		return new PreviousTool("Alembic", List.of(table),
				revisions.isEmpty() ? "at base" : "at " + String.join(", ", revisions), revisions, isShared);
	}

	/**
	 * Return the table with its history.
	 * @return the name of the table
	 */
	public String historyTable() {
		return this.tables.get(0);
	}

}
