package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;

/**
 * Finds what brings the inspected schema to the target schema. Both are in the words of
 * the server, so two definitions are the same when they are equal.
 */
public final class SchemaComparison {

	private final Schema definitions;

	private final Schema canonical;

	private final Schema inspected;

	private final ComparisonSettings settings;

	private final Remarks remarks;

	/**
	 * Create a new comparison.
	 * @param definitions the target schema as the application defines it
	 * @param canonical the target schema as the server would write it, its elements in
	 * the same order
	 * @param inspected the inspected schema
	 * @param settings what to look at
	 * @param hasRows whether a table has rows now
	 */
	public SchemaComparison(Schema definitions, Schema canonical, Schema inspected, ComparisonSettings settings,
			Predicate<QualifiedName> hasRows) {
		this.definitions = definitions;
		this.canonical = canonical;
		this.inspected = EnumColumns.following(inspected, canonical,
				(type) -> settings.includes(ComparisonHook.ObjectKind.ENUM_TYPE, type, null));
		this.settings = settings;
		this.remarks = new Remarks(hasRows);
	}

	/**
	 * Compare.
	 * @return the changes in an order in which they can be done; none if the schemas are
	 * the same
	 */
	public List<ProposedChange> compare() {
		Map<QualifiedName, Table> present = new LinkedHashMap<>();
		for (Table table : this.inspected.tables()) {
			present.put(table.name(), table);
		}
		List<DesiredTable> created = new ArrayList<>();
		Map<QualifiedName, TableComparison> comparisons = new LinkedHashMap<>();
		List<TableChanges> altered = new ArrayList<>();
		for (DesiredTable desired : desiredTables()) {
			QualifiedName name = desired.canonical().name();
			Table existing = present.remove(name);
			if (!this.settings.includesTable(name, true)) {
				continue;
			}
			if (existing == null) {
				created.add(desired);
				continue;
			}
			TableComparison comparison = new TableComparison(desired, existing, this.inspected.indexes(name),
					this.settings, this.remarks);
			comparisons.put(name, comparison);
			altered.add(comparison.compare());
		}
		List<Table> dropped = present.values()
			.stream()
			.filter((table) -> this.settings.includesTable(table.name(), false))
			.toList();
		Disturbance disturbance = new Disturbance(comparisons, altered);
		comparisons.values().forEach((comparison) -> comparison.foreignKeys(disturbance::test));
		DroppedTables drop = new DroppedTables(dropped, this.inspected, this.settings.names(), this.remarks);
		return order(created, altered, drop, drop.hasNameOf(created) || drop.anyForeignKey(disturbance::test));
	}

	/**
	 * A table goes last, so that a person can still take something out of it, unless it
	 * is in the way of another change.
	 */
	private List<ProposedChange> order(List<DesiredTable> created, List<TableChanges> altered, DroppedTables drop,
			boolean isDropFirst) {
		StandaloneObjects objects = new StandaloneObjects(this.definitions, this.canonical, this.inspected,
				this.settings);
		CreatedTables creation = new CreatedTables(created, this.settings.names(), possibleKeys(altered));
		List<ProposedChange> all = new ArrayList<>(objects.schemas(created));
		all.addAll(objects.created());
		altered.forEach((table) -> all.addAll(table.dropForeignKeys()));
		all.addAll(drop.foreignKeys());
		all.addAll(isDropFirst ? drop.tables() : List.of());
		all.addAll(creation.tables());
		altered.forEach((table) -> all.addAll(table.ownChanges()));
		all.addAll(isDropFirst ? List.of() : drop.tables());
		all.addAll(creation.foreignKeys());
		altered.forEach((table) -> all.addAll(table.createForeignKeys()));
		all.addAll(objects.dropped());
		return all;
	}

	/**
	 * A foreign key can be created with its table if what it points to is there, and
	 * nothing happens to that.
	 */
	private static Predicate<ForeignKey> possibleKeys(List<TableChanges> altered) {
		Map<QualifiedName, Set<String>> touched = new HashMap<>();
		altered.forEach((table) -> touched.put(table.table(), table.touchedColumns()));
		return (key) -> {
			Set<String> columns = touched.get(key.referencedTable());
			return columns != null && key.referencedColumns().stream().noneMatch(columns::contains);
		};
	}

	private List<DesiredTable> desiredTables() {
		Map<QualifiedName, List<Index>> defined = byTable(this.definitions.indexes());
		Map<QualifiedName, List<Index>> canonicals = byTable(this.canonical.indexes());
		List<DesiredTable> tables = new ArrayList<>();
		for (int i = 0; i < this.definitions.tables().size(); i++) {
			QualifiedName name = this.definitions.tables().get(i).name();
			QualifiedName canonicalName = this.canonical.tables().get(i).name();
			tables.add(new DesiredTable(this.definitions.tables().get(i), this.canonical.tables().get(i),
					defined.getOrDefault(name, List.of()), canonicals.getOrDefault(canonicalName, List.of()))
				.withoutRepeatedChecks());
		}
		return tables;
	}

	private static Map<QualifiedName, List<Index>> byTable(List<Index> indexes) {
		Map<QualifiedName, List<Index>> byTable = new HashMap<>();
		indexes.forEach((index) -> byTable.computeIfAbsent(index.table(), (name) -> new ArrayList<>()).add(index));
		return byTable;
	}

	/**
	 * Says which foreign keys that stay must go for a while: those whose columns get
	 * another type at one end, and those to a key that is made anew.
	 */
	private static final class Disturbance {

		private final Map<QualifiedName, TableComparison> comparisons;

		private final Map<QualifiedName, List<Set<String>>> droppedKeys = new HashMap<>();

		Disturbance(Map<QualifiedName, TableComparison> comparisons, List<TableChanges> altered) {
			this.comparisons = comparisons;
			altered.forEach((table) -> this.droppedKeys.put(table.table(), KeyChanges.droppedKeys(table.drops())));
		}

		boolean test(QualifiedName table, ForeignKey key) {
			return isRetyped(table, key.columns()) || isRetyped(key.referencedTable(), key.referencedColumns())
					|| this.droppedKeys.getOrDefault(key.referencedTable(), List.of())
						.contains(Set.copyOf(key.referencedColumns()));
		}

		private boolean isRetyped(QualifiedName table, List<String> columns) {
			TableComparison comparison = this.comparisons.get(table);
			return comparison != null && columns.stream().anyMatch(comparison.retypedColumns()::contains);
		}

	}

}
