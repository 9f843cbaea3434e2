package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import dev.migration.autogenerate.Pairing.Wanted;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.Change;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;

/**
 * Proposes the changes that can lose values or fail on rows, with what a person has to
 * decide.
 */
final class Remarks {

	private final Predicate<QualifiedName> hasRows;

	/**
	 * Create new remarks.
	 * @param hasRows whether a table has rows here and now
	 */
	Remarks(Predicate<QualifiedName> hasRows) {
		this.hasRows = hasRows;
	}

	ProposedChange dropTable(Table table) {
		return new ProposedChange(new TableOperation.DropTable(table.name(), false, table),
				"removed table '" + table.name() + "'", List.of("The rows of " + table.name() + " are lost."));
	}

	ProposedChange dropColumn(QualifiedName table, Column column) {
		return new ProposedChange(new ColumnOperation.DropColumn(table, column.name(), false, column),
				"removed column '" + table + "." + column.name() + "'", (column.computed() == null)
						? List.of("The values of " + table + "." + column.name() + " are lost.") : List.of());
	}

	ProposedChange recomputeColumn(QualifiedName table, Column column) {
		return new ProposedChange(new ColumnOperation.DropColumn(table, column.name(), false, column),
				"removed column '" + table + "." + column.name() + "'",
				(column.computed() == null) ? List
					.of("The values of " + table + "." + column.name() + " are lost; it is computed from now on.")
						: List.of());
	}

	/**
	 * A column that must have a value is filled between two operations where there are
	 * rows.
	 */
	List<ProposedChange> addColumn(QualifiedName table, Column column) {
		String detected = "added column '" + table + "." + column.name() + "'";
		if (!needsValue(column)) {
			return List.of(ProposedChange.of(new ColumnOperation.AddColumn(table, column, false), detected));
		}
		if (!this.hasRows.test(table)) {
			return List.of(new ProposedChange(new ColumnOperation.AddColumn(table, column, false), detected,
					List.of("This fails on a database where " + table + " has rows: give the column a default, or add "
							+ "it nullable, fill it, and alter it to notNull().")));
		}
		Column open = column.nullable(true);
		return List.of(ProposedChange.of(new ColumnOperation.AddColumn(table, open, false), detected),
				new ProposedChange(
						new ColumnOperation.AlterColumn(table, column.name(), ColumnChange.NONE.notNull(), open),
						"NOT NULL on column '" + table + "." + column.name() + "'", fill(table, column.name())));
	}

	static boolean needsValue(Column column) {
		return !column.nullable() && column.serverDefault() == null && column.computed() == null
				&& column.identityOptions() == null;
	}

	static List<String> fill(QualifiedName table, String column) {
		return List.of("This fails while a row has no value. Say which such rows get:",
				"op.execute(\"UPDATE " + table + " SET " + column + " = … WHERE " + column + " IS NULL\");");
	}

	List<ProposedChange> alterColumn(QualifiedName table, Wanted<Column> wanted, Column existing, ColumnChange change,
			String detected) {
		List<String> remarks = new ArrayList<>();
		if (change.type().isMentioned()) {
			remarks.addAll(Conversions.remarks(table, existing, wanted.canonical()));
		}
		if (Objects.equals(change.nullability().value(), Boolean.FALSE)) {
			remarks.addAll(fill(table, wanted.definition().name()));
		}
		if (change.identity().isMentioned() && existing.serverDefault() != null) {
			// A default and a number of the database exclude each other.
			ColumnChange first = ColumnChange.NONE.dropServerDefault();
			Column between = first.applyTo(existing);
			return List.of(
					ProposedChange.of(new ColumnOperation.AlterColumn(table, existing.name(), first, existing),
							"server default on column '" + table + "." + existing.name() + "'"),
					new ProposedChange(
							new ColumnOperation.AlterColumn(table, existing.name(), withoutDefault(change), between),
							detected, remarks));
		}
		return List.of(new ProposedChange(new ColumnOperation.AlterColumn(table, existing.name(), change, existing),
				detected, remarks));
	}

	private static ColumnChange withoutDefault(ColumnChange change) {
		return new ColumnChange(change.name(), change.type(), change.using(), change.nullability(), Change.keep(),
				change.identity(), change.computed(), change.collation(), change.comment());
	}

}
