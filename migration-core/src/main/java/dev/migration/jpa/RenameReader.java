package dev.migration.jpa;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.EntityNaming;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitEntityNameSource;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.boot.spi.MetadataBuildingOptions;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

import dev.migration.RenamedFrom;
import dev.migration.jpa.AttributeColumn.Step;
import dev.migration.schema.ColumnName;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Rename;

/**
 * Reads what tables and columns were called before from {@link RenamedFrom}. A former
 * name may be that of the database, or that of the code, from which the other follows by
 * the naming strategies: both are candidates. So are the names that are made of it: of
 * join columns, and of the tables of collections.
 */
final class RenameReader {

	private final EntityNames names;

	private final Database database;

	private final MetadataBuildingOptions options;

	private final PhysicalNamingStrategy physical;

	private final JdbcEnvironment environment;

	private final AttributeReader attributes;

	private final Set<Rename> renames = new LinkedHashSet<>();

	RenameReader(Metadata metadata, EntityNames names, AttributeReader attributes) {
		this.names = names;
		this.database = metadata.getDatabase();
		this.options = ((MetadataImplementor) metadata).getMetadataBuildingOptions();
		this.physical = this.options.getPhysicalNamingStrategy();
		this.environment = this.database.getJdbcEnvironment();
		this.attributes = attributes;
	}

	List<Rename> read() {
		for (PersistentClass entity : this.attributes.entityClasses()) {
			if (entity.getClassName() != null) {
				readEntity(entity, FormerNames.of(entity.getMappedClass()));
			}
		}
		this.attributes.all().forEach(this::readColumn);
		return List.copyOf(this.renames);
	}

	private void readEntity(PersistentClass entity, List<String> formerNames) {
		String current = tableNameOf(AttributeReader.name(entity));
		for (String former : formerNames) {
			String formerTable = tableNameOf(former);
			if (AttributeReader.hasTableOfItsOwn(entity)) {
				addTable(entity.getTable(), formerTable);
				addTable(entity.getTable(), this.names.name(former));
			}
			for (AttributeColumn column : ofCollections(entity)) {
				addTable(column.table(), replaced(this.names.table(column.table()).name(), current, formerTable));
				addColumn(column, replaced(this.names.column(column.column()), current, formerTable));
			}
		}
	}

	/**
	 * The tables of collections, and the columns that point at their owner, are named
	 * after the entity.
	 */
	private List<AttributeColumn> ofCollections(PersistentClass entity) {
		return this.attributes.all()
			.stream()
			.filter((column) -> column.entity().equals(AttributeReader.name(entity))
					&& column.path().stream().anyMatch((step) -> step.name().equals("{key}")))
			.toList();
	}

	private void readColumn(AttributeColumn column) {
		String current = this.names.column(column.column());
		for (int i = 0; i < column.path().size(); i++) {
			Step step = column.path().get(i);
			boolean isLast = i == column.path().size() - 1;
			for (String former : step.formerNames()) {
				String formerColumn = columnNameOf(former);
				addColumn(column, replaced(current, columnNameOf(step.name()), formerColumn));
				if (isLast) {
					addColumn(column, formerColumn);
					addColumn(column, this.names.name(former));
				}
				readTableOfCollection(column, step, former, isLast);
			}
		}
	}

	private void readTableOfCollection(AttributeColumn column, Step step, String former, boolean isLast) {
		boolean isOfCollection = this.attributes.all()
			.stream()
			.anyMatch((other) -> other.table() == column.table() && other.path().contains(Step.of("{key}"))
					&& other.path().contains(step));
		boolean isOfEntity = this.attributes.entities().containsKey(this.names.table(column.table()));
		if (isOfCollection && !isOfEntity) {
			String current = this.names.table(column.table()).name();
			addTable(column.table(), replaced(current, columnNameOf(step.name()), columnNameOf(former)));
			if (isLast) {
				addTable(column.table(), this.names.name(former));
			}
		}
	}

	private static @Nullable String replaced(String name, String part, String other) {
		return name.contains(part) ? name.replace(part, other) : null;
	}

	private void addTable(Table table, @Nullable String former) {
		QualifiedName current = this.names.table(table);
		if (former != null && !former.equals(current.name())) {
			this.renames.add(new Rename.OfTable(current.sibling(former), current.name()));
		}
	}

	private void addColumn(AttributeColumn column, @Nullable String former) {
		ColumnName current = this.names.column(column.table(), column.column());
		if (former != null && !former.equals(current.column())) {
			this.renames.add(new Rename.OfColumn(new ColumnName(current.table(), former), current.column()));
		}
	}

	private String columnNameOf(String attribute) {
		return this.names
			.name(this.physical.toPhysicalColumnName(this.database.toIdentifier(attribute), this.environment));
	}

	private String tableNameOf(String entity) {
		Identifier implicit = this.options.getImplicitNamingStrategy().determinePrimaryTableName(new Source(entity));
		return this.names.name(this.physical.toPhysicalTableName(implicit, this.environment));
	}

	/**
	 * An entity as the naming strategy sees it.
	 */
	private final class Source implements ImplicitEntityNameSource {

		private final String entity;

		Source(String entity) {
			this.entity = entity;
		}

		@Override
		public EntityNaming getEntityNaming() {
			return new Naming(this.entity);
		}

		@Override
		public MetadataBuildingContext getBuildingContext() {
			return RenameReader.this.attributes.buildingContext();
		}

	}

	/**
	 * The names of an entity that has no class any more.
	 *
	 * @param name its name
	 */
	private record Naming(String name) implements EntityNaming {

		@Override
		public String getClassName() {
			return this.name;
		}

		@Override
		public String getEntityName() {
			return this.name;
		}

		@Override
		public String getJpaEntityName() {
			return this.name;
		}

	}

}
