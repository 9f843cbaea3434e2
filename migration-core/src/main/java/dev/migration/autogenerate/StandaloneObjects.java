package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.migration.autogenerate.ComparisonHook.ObjectKind;
import dev.migration.operation.EnumTypeOperation;
import dev.migration.operation.SchemaOperation;
import dev.migration.operation.SequenceOperation;
import dev.migration.schema.Column;
import dev.migration.schema.EnumType;
import dev.migration.schema.EnumTypeChange;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Table;
import dev.migration.schema.Type;

/**
 * Compares what belongs to no table: schemas, sequences and enum types.
 */
final class StandaloneObjects {

	private final Schema definitions;

	private final Schema canonical;

	private final Schema inspected;

	private final ComparisonSettings settings;

	private final List<ProposedChange> created = new ArrayList<>();

	private final List<ProposedChange> dropped = new ArrayList<>();

	StandaloneObjects(Schema definitions, Schema canonical, Schema inspected, ComparisonSettings settings) {
		this.definitions = definitions;
		this.canonical = canonical;
		this.inspected = inspected;
		this.settings = settings;
		sequences();
		enumTypes();
	}

	private void sequences() {
		Map<QualifiedName, Sequence> present = new LinkedHashMap<>();
		this.inspected.sequences().forEach((sequence) -> present.put(sequence.name(), sequence));
		for (int i = 0; i < this.canonical.sequences().size(); i++) {
			Sequence wanted = this.canonical.sequences().get(i);
			Sequence existing = present.remove(wanted.name());
			if (!this.settings.includes(ObjectKind.SEQUENCE, wanted.name(), null)) {
				continue;
			}
			Sequence definition = this.definitions.sequences().get(i);
			if (existing == null) {
				this.created.add(ProposedChange.of(new SequenceOperation.CreateSequence(definition, false),
						"added sequence '" + wanted.name() + "'"));
			}
			else if (!SequenceChange.isSame(wanted.options(), existing.options())) {
				this.created.add(ProposedChange.of(SequenceChange.of(existing, wanted.options()),
						"changed sequence '" + wanted.name() + "'"));
			}
		}
		for (Sequence surplus : present.values()) {
			if (this.settings.includes(ObjectKind.SEQUENCE, surplus.name(), null)
					&& !OtherTools.isSequence(surplus.name()) && !isCounting(surplus.name())) {
				this.dropped.add(ProposedChange.of(new SequenceOperation.DropSequence(surplus.name(), false, surplus),
						"removed sequence '" + surplus.name() + "'"));
			}
		}
	}

	/**
	 * The default of a column may count by it.
	 */
	private boolean isCounting(QualifiedName sequence) {
		return this.canonical.tables()
			.stream()
			.flatMap((table) -> table.columns().stream())
			.anyMatch((column) -> column.serverDefault() instanceof ServerDefault.Expression expression
					&& expression.sql().contains(sequence.name()));
	}

	private void enumTypes() {
		Map<QualifiedName, EnumType> present = new LinkedHashMap<>();
		this.inspected.enumTypes().forEach((type) -> present.put(type.name(), type));
		for (EnumType wanted : this.canonical.enumTypes()) {
			EnumType existing = present.remove(wanted.name());
			if (!this.settings.includes(ObjectKind.ENUM_TYPE, wanted.name(), null)) {
				continue;
			}
			if (existing == null) {
				this.created.add(ProposedChange.of(new EnumTypeOperation.CreateEnumType(wanted, false),
						"added enum type '" + wanted.name() + "'"));
			}
			else if (!existing.equals(wanted)) {
				this.created.addAll(EnumValues.change(existing, wanted, usesOf(wanted.name())));
			}
		}
		for (EnumType surplus : present.values()) {
			if (this.settings.includes(ObjectKind.ENUM_TYPE, surplus.name(), null) && !isLeftInUse(surplus.name())) {
				this.dropped.add(ProposedChange.of(new EnumTypeOperation.DropEnumType(surplus.name(), false, surplus),
						"removed enum type '" + surplus.name() + "'"));
			}
		}
	}

	private List<EnumTypeChange.UsedBy> usesOf(QualifiedName type) {
		List<EnumTypeChange.UsedBy> uses = new ArrayList<>();
		for (Table table : this.inspected.tables()) {
			for (Column column : table.columns()) {
				if (isOfType(column.type(), type)) {
					uses.add(new EnumTypeChange.UsedBy(table.name(), column.name()));
				}
			}
		}
		return uses;
	}

	/**
	 * A column that asks for it by its words may need the type, and so may a table that
	 * is not compared.
	 */
	private boolean isLeftInUse(QualifiedName type) {
		Set<QualifiedName> compared = new HashSet<>();
		this.definitions.tables().forEach((table) -> compared.add(table.name()));
		Stream<Table> others = this.inspected.tables()
			.stream()
			.filter((table) -> !this.settings.includesTable(table.name(), compared.contains(table.name())));
		return Stream.concat(others, this.canonical.tables().stream())
			.flatMap((table) -> table.columns().stream())
			.anyMatch((column) -> isOfType(column.type(), type));
	}

	private static boolean isOfType(Type type, QualifiedName name) {
		return (type instanceof Type.Array array) ? isOfType(array.element(), name)
				: type instanceof Type.Enumeration enumeration && enumeration.enumType().name().equals(name);
	}

	/**
	 * Return the schemas that are missing for tables.
	 */
	List<ProposedChange> schemas(List<DesiredTable> tables) {
		Set<String> known = new HashSet<>();
		this.inspected.tables().forEach((table) -> known.add(String.valueOf(table.name().schema())));
		Set<String> missing = new LinkedHashSet<>();
		for (DesiredTable table : tables) {
			String schema = table.definition().name().schema();
			if (schema != null && !known.contains(schema)) {
				missing.add(schema);
			}
		}
		return missing.stream()
			.map((schema) -> ProposedChange.of(new SchemaOperation.CreateSchema(schema, true),
					"tables in schema '" + schema + "'"))
			.toList();
	}

	List<ProposedChange> created() {
		return this.created;
	}

	List<ProposedChange> dropped() {
		return this.dropped;
	}

}
