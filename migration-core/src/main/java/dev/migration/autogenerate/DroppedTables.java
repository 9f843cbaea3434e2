package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.migration.schema.Constraint;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;

/**
 * Proposes to drop tables, each before those it points to. A foreign key that closes a
 * circle is dropped before.
 */
final class DroppedTables {

	private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();

	private final Schema inspected;

	private final NamingConvention names;

	private final Remarks remarks;

	private final List<ProposedChange> drops = new ArrayList<>();

	private final List<ProposedChange> foreignKeys = new ArrayList<>();

	private final Set<QualifiedName> visited = new LinkedHashSet<>();

	DroppedTables(List<Table> tables, Schema inspected, NamingConvention names, Remarks remarks) {
		this.inspected = inspected;
		this.names = names;
		this.remarks = remarks;
		tables.forEach((table) -> this.tables.put(table.name(), table));
		tables.forEach((table) -> visit(table, new HashSet<>()));
	}

	private void visit(Table table, Set<QualifiedName> waiting) {
		if (!this.visited.add(table.name())) {
			return;
		}
		waiting.add(table.name());
		List<ForeignKey> own = new ArrayList<>();
		for (ForeignKey key : table.foreignKeys()) {
			Table referenced = this.tables.get(key.referencedTable());
			boolean closesCircle = waiting.contains(key.referencedTable())
					&& !key.referencedTable().equals(table.name());
			if (closesCircle) {
				this.foreignKeys.add(new KeyChanges(table.name(), this.names).drop(key));
				continue;
			}
			own.add(key);
			if (referenced != null) {
				visit(referenced, waiting);
			}
		}
		waiting.remove(table.name());
		drop(table.withForeignKeys(own));
	}

	/**
	 * The walk comes first to what is pointed to.
	 */
	private void drop(Table table) {
		KeyChanges keys = new KeyChanges(table.name(), this.names);
		List<ProposedChange> own = new ArrayList<>();
		this.inspected.indexes(table.name()).forEach((index) -> own.add(keys.drop(index)));
		own.add(this.remarks.dropTable(table));
		this.drops.addAll(0, own);
	}

	List<ProposedChange> tables() {
		return this.drops;
	}

	List<ProposedChange> foreignKeys() {
		return this.foreignKeys;
	}

	boolean anyForeignKey(TableComparison.DisturbedKeys test) {
		return this.tables.values()
			.stream()
			.anyMatch((table) -> table.foreignKeys().stream().anyMatch((key) -> test.test(table.name(), key)));
	}

	/**
	 * Return whether a table to be created needs a name that one of these still has: its
	 * own, where only the case differs, or that of an index or a constraint.
	 */
	boolean hasNameOf(List<DesiredTable> created) {
		Set<String> taken = new HashSet<>();
		this.tables.values().forEach((table) -> names(table, this.inspected.indexes(table.name())).forEach(taken::add));
		return created.stream()
			.flatMap((desired) -> names(this.names.apply(desired.definition()),
					desired.indexes().stream().map(this.names::apply).toList()))
			.anyMatch(taken::contains);
	}

	private static Stream<String> names(Table table, List<Index> indexes) {
		Stream<String> inside = Stream.concat(table.constraints().stream().map(Constraint::name),
				indexes.stream().map(Index::name));
		return Stream.concat(Stream.of(table.name().name()), inside)
			.filter(Objects::nonNull)
			.map((name) -> name.toLowerCase(Locale.ROOT));
	}

}
