package dev.migration;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.QualifiedName;

/**
 * What a plan destroys of what the database holds: computed from the operations of its
 * revisions before they run, with the rows that there are at that moment. A table or
 * column that the plan itself creates before it drops it is not among these.
 *
 * @param plan the plan
 * @param tables the tables that are dropped, in their order
 * @param columns the columns that are dropped, in their order
 * @param notLookedInto what may destroy something or not, in its order
 */
public record Destruction(MigrationPlan plan, List<DroppedTable> tables, List<DroppedColumn> columns,
		List<NotLookedInto> notLookedInto) {

	public Destruction {
		tables = List.copyOf(tables);
		columns = List.copyOf(columns);
		notLookedInto = List.copyOf(notLookedInto);
	}

	/**
	 * A table that is dropped.
	 *
	 * @param revision the id of the revision
	 * @param table the table, by the name that it has now
	 * @param rows how many rows it has, or {@code null} if they cannot be counted
	 */
	public record DroppedTable(String revision, QualifiedName table, @Nullable Long rows) {
	}

	/**
	 * A column that is dropped.
	 *
	 * @param revision the id of the revision
	 * @param table the table, by the name that it has now
	 * @param column the column, by the name that it has now
	 * @param rows how many rows have a value in it, or {@code null} if they cannot be
	 * counted
	 */
	public record DroppedColumn(String revision, QualifiedName table, String column, @Nullable Long rows) {
	}

	/**
	 * What a revision does that is not looked into: SQL as it is, an operation of the
	 * application, or what needs the database.
	 *
	 * @param revision the id of the revision
	 * @param parts the statements, or words for what has none
	 */
	public record NotLookedInto(String revision, List<String> parts) {

		public NotLookedInto {
			parts = List.copyOf(parts);
		}

	}

}
