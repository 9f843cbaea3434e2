package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.List;

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
		List<ProposedChange> all = new ArrayList<>(this.drops);
		all.addAll(this.addColumns);
		all.addAll(this.alterColumns);
		all.addAll(this.dropColumns);
		all.addAll(this.creates);
		return all;
	}

}
