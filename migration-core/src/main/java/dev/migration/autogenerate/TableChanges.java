package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.migration.operation.ColumnOperation;
import dev.migration.operation.ConstraintOperation;
import dev.migration.operation.IndexOperation;
import dev.migration.schema.QualifiedName;

/**
 * What is to be done with one table that stays, by the moment at which it can be done.
 *
 * @param table the table, by the name it then has
 * @param dropForeignKeys before anything else, since other tables may change for it
 * @param drops the constraints and indexes that go
 * @param addColumns the columns that come
 * @param alterColumns the columns that change
 * @param dropColumns the columns that go
 * @param creates the constraints and indexes that come, and the comment
 * @param createForeignKeys after everything else
 */
record TableChanges(QualifiedName table, List<ProposedChange> dropForeignKeys, List<ProposedChange> drops,
		List<ProposedChange> addColumns, List<ProposedChange> alterColumns, List<ProposedChange> dropColumns,
		List<ProposedChange> creates, List<ProposedChange> createForeignKeys) {

	TableChanges(QualifiedName table) {
		this(table, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
				new ArrayList<>(), new ArrayList<>());
	}

	/**
	 * Return what concerns only this table. A column comes before another one goes, since
	 * a table cannot be without any.
	 */
	List<ProposedChange> ownChanges() {
		NumberedKeys numbered = NumberedKeys.of(this.alterColumns, union(KeyChanges.droppedKeys(this.drops)),
				union(KeyChanges.createdKeys(this.creates)));
		List<ProposedChange> all = new ArrayList<>(numbered.before());
		all.addAll(this.drops);
		all.addAll(this.addColumns);
		all.addAll(numbered.between());
		all.addAll(this.dropColumns);
		all.addAll(this.creates);
		all.addAll(numbered.after());
		return all;
	}

	private static Set<String> union(List<Set<String>> keys) {
		Set<String> columns = new HashSet<>();
		keys.forEach(columns::addAll);
		return columns;
	}

	/**
	 * Return the columns that come or change, and those of keys that come or go.
	 */
	Set<String> touchedColumns() {
		Set<String> columns = new HashSet<>();
		for (ProposedChange change : ownChanges()) {
			if (change.operation() instanceof ColumnOperation.AddColumn addition) {
				columns.add(addition.column().name());
			}
			else if (change.operation() instanceof ColumnOperation.AlterColumn alteration) {
				columns.add(alteration.column());
			}
			else if (change.operation() instanceof ConstraintOperation.CreateConstraint creation) {
				columns.addAll(KeyChanges.columns(creation.constraint()));
			}
			else if (change.operation() instanceof IndexOperation.CreateIndex creation) {
				columns.addAll(KeyChanges.columns(creation.index()));
			}
		}
		KeyChanges.droppedKeys(this.drops).forEach(columns::addAll);
		return columns;
	}

}
