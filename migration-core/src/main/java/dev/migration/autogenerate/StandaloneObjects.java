package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.migration.autogenerate.ComparisonHook.ObjectKind;
import dev.migration.autogenerate.Pairing.Wanted;
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

	private final List<Wanted<Sequence>> newSequences = new ArrayList<>();

	private final List<EnumType> newEnumTypes = new ArrayList<>();

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
				this.newSequences.add(new Wanted<>(definition, wanted));
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
	 * The default of a column may count by it, also in a table that is not compared. Some
	 * servers write its name in capitals there.
	 */
	private boolean isCounting(QualifiedName sequence) {
		String name = sequence.name().toLowerCase(Locale.ROOT);
		return remainingColumns()
			.anyMatch((column) -> column.serverDefault() instanceof ServerDefault.Expression expression
					&& expression.sql().toLowerCase(Locale.ROOT).contains(name));
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
				this.newEnumTypes.add(wanted);
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
		return remainingColumns().anyMatch((column) -> isOfType(column.type(), type));
	}

	/**
	 * Return the columns of the target schema, and of the tables that are left alone.
	 */
	private Stream<Column> remainingColumns() {
		Set<QualifiedName> compared = new HashSet<>();
		this.canonical.tables().forEach((table) -> compared.add(table.name()));
		Stream<Table> others = this.inspected.tables()
			.stream()
			.filter((table) -> !this.settings.includesTable(table.name(), compared.contains(table.name())));
		return Stream.concat(others, this.canonical.tables().stream()).flatMap((table) -> table.columns().stream());
	}

	private static boolean isOfType(Type type, QualifiedName name) {
		return (type instanceof Type.Array array) ? isOfType(array.element(), name)
				: type instanceof Type.Enumeration enumeration && enumeration.enumType().name().equals(name);
	}

	/**
	 * Return the schemas that are missing for what is created. What is there is none of
	 * them, so that the way back never drops what others made.
	 */
	List<ProposedChange> schemas(List<DesiredTable> tables) {
		Map<String, String> missing = new LinkedHashMap<>();
		tables.forEach((table) -> addMissing(missing, table.definition().name(), table.canonical().name()));
		this.newSequences
			.forEach((sequence) -> addMissing(missing, sequence.definition().name(), sequence.canonical().name()));
		this.newEnumTypes.forEach((type) -> addMissing(missing, type.name(), type.name()));
		return missing.values()
			.stream()
			.map((schema) -> ProposedChange.of(new SchemaOperation.CreateSchema(schema, true),
					"added schema '" + schema + "'"))
			.toList();
	}

	private void addMissing(Map<String, String> missing, QualifiedName definition, QualifiedName canonical) {
		if (definition.schema() != null && canonical.schema() != null
				&& !this.inspected.schemas().contains(canonical.schema())) {
			missing.putIfAbsent(canonical.schema(), definition.schema());
		}
	}

	List<ProposedChange> created() {
		return this.created;
	}

	List<ProposedChange> dropped() {
		return this.dropped;
	}

}
