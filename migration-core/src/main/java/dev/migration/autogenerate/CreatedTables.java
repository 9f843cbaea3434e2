package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.migration.operation.TableOperation;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;

/**
 * Proposes to create tables, each behind those it points to. A foreign key that closes a
 * circle, or points to what changes, comes when everything else is there.
 */
final class CreatedTables {

	private final Map<QualifiedName, DesiredTable> tables = new LinkedHashMap<>();

	private final NamingConvention names;

	private final List<ProposedChange> creations = new ArrayList<>();

	private final List<ProposedChange> foreignKeys = new ArrayList<>();

	private final Set<QualifiedName> done = new LinkedHashSet<>();

	private final Predicate<ForeignKey> isPossible;

	/**
	 * Order the creation of tables.
	 * @param tables the tables
	 * @param names names what has no name
	 * @param isPossible whether a foreign key to a table that is there already can be
	 * created now
	 */
	CreatedTables(List<DesiredTable> tables, NamingConvention names, Predicate<ForeignKey> isPossible) {
		this.names = names;
		this.isPossible = isPossible;
		tables.forEach((table) -> this.tables.put(table.definition().name(), table));
		tables.forEach((table) -> visit(table, new LinkedHashSet<>()));
	}

	/**
	 * A walk in depth: a table is created when all it points to are, but for those that
	 * wait for it themselves.
	 */
	private void visit(DesiredTable table, Set<QualifiedName> waiting) {
		QualifiedName name = table.definition().name();
		if (this.done.contains(name) || !waiting.add(name)) {
			return;
		}
		for (ForeignKey key : table.definition().foreignKeys()) {
			DesiredTable referenced = this.tables.get(key.referencedTable());
			if (referenced != null) {
				visit(referenced, waiting);
			}
		}
		waiting.remove(name);
		create(table);
		this.done.add(name);
	}

	private void create(DesiredTable desired) {
		Table table = desired.definition();
		KeyChanges keys = new KeyChanges(table.name(), this.names);
		List<ForeignKey> own = new ArrayList<>();
		for (ForeignKey key : table.foreignKeys()) {
			if (key.referencedTable().equals(table.name()) || this.done.contains(key.referencedTable())
					|| this.isPossible.test(key)) {
				own.add(key);
			}
			else {
				this.foreignKeys.add(keys.create(key));
			}
		}
		this.creations.add(ProposedChange.of(new TableOperation.CreateTable(table.withForeignKeys(own), false),
				"added table '" + table.name() + "'"));
		desired.indexes().forEach((index) -> this.creations.add(keys.create(index)));
	}

	List<ProposedChange> tables() {
		return this.creations;
	}

	List<ProposedChange> foreignKeys() {
		return this.foreignKeys;
	}

}
