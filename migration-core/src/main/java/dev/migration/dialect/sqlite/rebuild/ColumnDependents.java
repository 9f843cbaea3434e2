package dev.migration.dialect.sqlite.rebuild;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migration.dialect.sqlite.ddl.Clause;
import dev.migration.dialect.sqlite.ddl.ClauseKind;
import dev.migration.dialect.sqlite.ddl.Expressions;
import dev.migration.dialect.sqlite.ddl.TableDefinition;
import dev.migration.dialect.sqlite.ddl.TableItem;
import dev.migration.operation.Operation;

/**
 * What mentions a column that is to be dropped. What is about this column alone goes with
 * it; anything else would silently lose what it says about other columns.
 */
final class ColumnDependents {

	private final TableInWork table;

	private final String column;

	private final Operation operation;

	ColumnDependents(TableInWork table, String column, Operation operation) {
		this.table = table;
		this.column = column.toLowerCase(Locale.ROOT);
		this.operation = operation;
	}

	/**
	 * Make sure that nothing else than the column itself is lost.
	 * @return the constraints of the table that go with the column
	 */
	List<Clause> requireNoOthers() {
		TableDefinition definition = this.table.definition();
		List<Clause> own = new ArrayList<>();
		for (Clause clause : definition.tableClauses()) {
			if (clause.mentions(this.column)) {
				require(isOnlyOn(clause), describe(clause));
				own.add(clause);
			}
		}
		for (TableItem item : definition.columns()) {
			for (Clause clause : item.clauses()) {
				boolean isOwn = item.isColumn(this.column);
				boolean isShared = isOwn ? clause.kind() == ClauseKind.CHECK && !isOnlyOn(clause)
						: clause.mentions(this.column);
				require(!isShared, describe(clause) + " of column " + item.columnName());
			}
		}
		for (SchemaObject index : this.table.rehearsal().objects("index", this.table.name())) {
			Set<String> names = new IndexText(index.sql()).names();
			require(!names.contains(this.column) || isOnlyColumn(names), "index '" + index.name() + "'");
		}
		new ForeignKeys(this.table.rehearsal().database()).referringTo(this.table.name(), this.column)
			.forEach((child) -> require(false, "a foreign key of table " + child));
		return own;
	}

	private void require(boolean condition, String other) {
		if (!condition) {
			throw TableInWork.refused(this.operation, other + " mentions it together with something else",
					"Drop that first, and create it anew without the column.");
		}
	}

	private boolean isOnlyOn(Clause clause) {
		if (clause.kind() == ClauseKind.CHECK) {
			return isOnlyColumn(Expressions.names(String.valueOf(clause.detail())));
		}
		return clause.columns().size() == 1;
	}

	private boolean isOnlyColumn(Set<String> names) {
		Set<String> columns = new HashSet<>(this.table.namesInLowerCase());
		columns.retainAll(names);
		return columns.equals(Set.of(this.column));
	}

	private static String describe(Clause clause) {
		String kind = clause.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
		return (clause.name() != null) ? kind + " '" + clause.name() + "'" : "the " + kind + " '" + clause.text() + "'";
	}

}
