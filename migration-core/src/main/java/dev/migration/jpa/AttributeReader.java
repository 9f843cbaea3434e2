package dev.migration.jpa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.SingleTableSubclass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

import dev.migration.jpa.AttributeColumn.Step;
import dev.migration.schema.ColumnName;
import dev.migration.schema.QualifiedName;

/**
 * Finds out which entity a table is for, and which attribute a column.
 */
final class AttributeReader {

	private final Metadata metadata;

	private final EntityNames names;

	private final List<AttributeColumn> found = new ArrayList<>();

	AttributeReader(Metadata metadata, EntityNames names) {
		this.metadata = metadata;
		this.names = names;
		entityClasses().forEach(this::readEntity);
	}

	/**
	 * Return the entities, those above before those below.
	 * @return the entities
	 */
	List<PersistentClass> entityClasses() {
		List<PersistentClass> all = new ArrayList<>(this.metadata.getEntityBindings());
		all.sort(Comparator.comparingInt(AttributeReader::depth).thenComparing(PersistentClass::getEntityName));
		return all;
	}

	private static int depth(PersistentClass entity) {
		PersistentClass parent = entity.getSuperclass();
		return (parent != null) ? depth(parent) + 1 : 0;
	}

	Map<QualifiedName, String> entities() {
		Map<QualifiedName, String> entities = new LinkedHashMap<>();
		for (PersistentClass entity : entityClasses()) {
			if (hasTableOfItsOwn(entity)) {
				entities.putIfAbsent(this.names.table(entity.getTable()), name(entity));
			}
		}
		return entities;
	}

	static boolean hasTableOfItsOwn(PersistentClass entity) {
		Table table = entity.getTable();
		return !(entity instanceof SingleTableSubclass) && table.isPhysicalTable() && !table.isView();
	}

	Map<ColumnName, String> columns() {
		Map<ColumnName, String> columns = new LinkedHashMap<>();
		this.found
			.forEach((each) -> columns.putIfAbsent(this.names.column(each.table(), each.column()), each.attribute()));
		return columns;
	}

	List<AttributeColumn> all() {
		return this.found;
	}

	/**
	 * Return the context that naming strategies ask.
	 * @return the context of any entity
	 */
	MetadataBuildingContext buildingContext() {
		return this.metadata.getEntityBindings().iterator().next().getIdentifier().getBuildingContext();
	}

	/**
	 * An entity without a class, such as an audit table of Envers, has the name of the
	 * class that it is for, with its package.
	 */
	static String name(PersistentClass entity) {
		String name = (entity.getJpaEntityName() != null) ? entity.getJpaEntityName() : entity.getEntityName();
		return (entity.getClassName() != null) ? name : name.substring(name.lastIndexOf('.') + 1);
	}

	private void readEntity(PersistentClass entity) {
		Walk walk = new Walk(name(entity), (entity instanceof UnionSubclass) ? entity.getTable() : null);
		Class<?> type = (entity.getClassName() != null) ? entity.getMappedClass() : null;
		List<Property> properties = (entity instanceof UnionSubclass) ? entity.getPropertyClosure()
				: entity.getProperties();
		if (entity instanceof RootClass || entity instanceof UnionSubclass) {
			readIdentifier(walk, entity, type);
		}
		properties.forEach((property) -> walk.property(property, type, List.of()));
		List<Step> key = identifierPath(entity);
		if (entity.getKey() != null) {
			walk.add(entity.getTable(), entity.getKey(), key);
		}
		for (Join join : entity.getJoins()) {
			walk.add(join.getTable(), join.getKey(), key);
		}
	}

	private static void readIdentifier(Walk walk, PersistentClass entity, @Nullable Class<?> type) {
		Property identifier = entity.getIdentifierProperty();
		if (identifier != null) {
			walk.property(identifier, type, List.of());
		}
		else if (entity.getIdentifier() instanceof Component parts) {
			parts.getProperties().forEach((property) -> walk.property(property, type, List.of()));
		}
	}

	private static List<Step> identifierPath(PersistentClass entity) {
		Property identifier = entity.getIdentifierProperty();
		return List.of(Step.of((identifier != null) ? identifier.getName() : "{id}"));
	}

	/**
	 * Goes through the attributes of one entity.
	 */
	private final class Walk {

		private final String entity;

		private final @Nullable Table ownTable;

		Walk(String entity, @Nullable Table ownTable) {
			this.entity = entity;
			this.ownTable = ownTable;
		}

		void property(Property property, @Nullable Class<?> owner, List<Step> before) {
			String name = property.getName();
			// Hibernate's own begin so.
			if (property.isSynthetic() || name.startsWith("_")) {
				return;
			}
			List<Step> path = new ArrayList<>(before);
			path.add(new Step(name, FormerNames.of(owner, name)));
			value(property.getValue(), path);
		}

		private void value(Value value, List<Step> path) {
			if (value instanceof Component component) {
				component(component, path);
			}
			else if (value instanceof org.hibernate.mapping.Collection collection) {
				collection(collection, path);
			}
			else {
				add(value.getTable(), value, path);
			}
		}

		private void component(Component component, List<Step> path) {
			Class<?> type = (component.getComponentClassName() != null && !component.isDynamic())
					? component.getComponentClass() : null;
			if (component.getAggregateColumn() != null) {
				add(component.getTable(), List.of(component.getAggregateColumn()), path);
				return;
			}
			component.getProperties().forEach((property) -> property(property, type, path));
		}

		private void collection(org.hibernate.mapping.Collection collection, List<Step> path) {
			if (collection.isInverse()) {
				return;
			}
			boolean isInTableOfElement = collection.getElement() instanceof OneToMany;
			Table table = isInTableOfElement ? collection.getKey().getTable() : collection.getCollectionTable();
			if (table == null) {
				return;
			}
			add(table, collection.getKey(), with(path, "{key}"));
			if (collection instanceof IndexedCollection indexed && indexed.getIndex() != null) {
				add(table, indexed.getIndex(), with(path, "{index}"));
			}
			if (!isInTableOfElement) {
				value(collection.getElement(), path);
			}
		}

		private static List<Step> with(List<Step> path, String part) {
			List<Step> longer = new ArrayList<>(path);
			longer.add(Step.of(part));
			return longer;
		}

		/**
		 * Some parts of a value may be formulas.
		 */
		void add(@Nullable Table table, Value value, List<Step> path) {
			add(table,
					value.getSelectables().stream().filter(Column.class::isInstance).map(Column.class::cast).toList(),
					path);
		}

		private void add(@Nullable Table table, Collection<Column> columns, List<Step> path) {
			for (Column column : new LinkedHashSet<>(columns)) {
				for (Table candidate : tables(table)) {
					Column own = candidate.getColumn(column);
					if (own != null && candidate.isPhysicalTable() && !candidate.isView()) {
						AttributeReader.this.found.add(new AttributeColumn(candidate, own, this.entity, path));
					}
				}
			}
		}

		/**
		 * With a table for each concrete class, an attribute from above is in the table
		 * of the class itself.
		 */
		private Set<Table> tables(@Nullable Table table) {
			Set<Table> tables = new LinkedHashSet<>();
			if (this.ownTable != null) {
				tables.add(this.ownTable);
			}
			if (table != null && (this.ownTable == null || table.isPhysicalTable())) {
				tables.add(table);
			}
			return tables;
		}

	}

}
