package dev.migration.dialect.postgresql;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.UnsupportedChangeException;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Constraint;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;

/**
 * The names that the server takes once in a schema: those of tables, sequences, indexes,
 * and of constraints that are kept by an index. Other databases take them once in a
 * table.
 */
final class RelationNames {

	private final Map<QualifiedName, String> taken = new HashMap<>();

	private final String database;

	private RelationNames(String database) {
		this.database = database;
	}

	/**
	 * Refuse a schema that has a name twice.
	 * @param schema the schema
	 * @param database the name of the database, for the error
	 * @throws UnsupportedChangeException if it has
	 */
	static void requireDistinct(Schema schema, String database) {
		RelationNames names = new RelationNames(database);
		schema.tables().forEach((table) -> names.taken.put(table.name(), "table '" + table.name() + "'"));
		schema.sequences().forEach((each) -> names.taken.put(each.name(), "sequence '" + each.name() + "'"));
		schema.tables().forEach(names::takeConstraints);
		schema.indexes().forEach(names::take);
	}

	private void takeConstraints(Table table) {
		for (Constraint constraint : table.constraints()) {
			if (!(constraint instanceof ForeignKey) && !(constraint instanceof CheckConstraint)) {
				take(table.name(), constraint.name(), constraint.describe());
			}
		}
	}

	private void take(Index index) {
		take(index.table(), index.name(), "index '" + index.name() + "'");
	}

	private void take(QualifiedName table, @Nullable String name, String what) {
		if (name == null) {
			return;
		}
		String described = what + " of table '" + table + "'";
		String other = this.taken.putIfAbsent(new QualifiedName(table.schema(), name), described);
		if (other != null) {
			throw new UnsupportedChangeException("create " + described, this.database,
					"the " + other + " has the same name, and there a schema takes it only once",
					"Give one of the two another name where the entities choose it.");
		}
	}

}
