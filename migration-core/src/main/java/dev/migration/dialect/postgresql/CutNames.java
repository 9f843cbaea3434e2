package dev.migration.dialect.postgresql;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.DefinitionRefusedException;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.Constraint;
import dev.migration.schema.EnumType;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.Table;

/**
 * Refuses two names of which the server keeps the same, since it cuts what is longer than
 * 63 bytes. It would take the second thing for the first one.
 */
final class CutNames {

	private static final String RELATIONS = "tables, indexes, keys or sequences";

	private final StoredDefinitions stored;

	private final Map<String, String> names = new HashMap<>();

	private CutNames(StoredDefinitions stored) {
		this.stored = stored;
	}

	/**
	 * Require that the names of a schema differ in what the server keeps of them.
	 * @param schema the schema, with names as they are meant
	 * @param stored knows what the server keeps
	 * @throws DefinitionRefusedException if two of them do not
	 */
	static void requireDistinct(Schema schema, StoredDefinitions stored) {
		CutNames names = new CutNames(stored);
		schema.tables().forEach(names::add);
		for (Index index : schema.indexes()) {
			names.add(RELATIONS, names.schemaOf(index.table()), index.name());
		}
		for (Sequence sequence : schema.sequences()) {
			names.add(RELATIONS, names.schemaOf(sequence.name()), sequence.name().name());
		}
		for (EnumType type : schema.enumTypes()) {
			names.add("enum types", names.schemaOf(type.name()), type.name().name());
		}
	}

	private void add(Table table) {
		String schema = schemaOf(table.name());
		add(RELATIONS, schema, table.name().name());
		String inTable = " of table " + table.name();
		for (Column column : table.columns()) {
			add("columns" + inTable, "", column.name());
		}
		for (Constraint constraint : table.constraints()) {
			add("constraints" + inTable, "", constraint.name());
			boolean hasIndex = !(constraint instanceof CheckConstraint || constraint instanceof ForeignKey);
			if (hasIndex) {
				add(RELATIONS, schema, constraint.name());
			}
		}
	}

	private String schemaOf(QualifiedName name) {
		return String.valueOf(this.stored.name(name).schema());
	}

	private void add(String what, String schema, @Nullable String name) {
		if (name == null) {
			return;
		}
		String kept = StoredDefinitions.name(name);
		String other = this.names.putIfAbsent(what + " " + schema + "." + kept, name);
		if (other != null && !other.equals(name)) {
			throw DefinitionRefusedException.ofSameName(what, other, name, kept);
		}
	}

}
