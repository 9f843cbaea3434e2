package dev.migration.jpa;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.mapping.Table;

import dev.migration.schema.EnumType;
import dev.migration.schema.Index;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.SequenceOptions;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Type;

/**
 * What the entities of an application ask of its schema: the tables and sequences that
 * Hibernate would create, in types that mean the same on every database where that is
 * possible. It asks no database.
 */
public final class EntitySchema {

	private final Metadata metadata;

	private final EntityNames names;

	private EntitySchema(Metadata metadata) {
		this.metadata = metadata;
		this.names = new EntityNames(metadata);
	}

	/**
	 * Read the entities.
	 * @param metadata what Hibernate knows of them, for the dialect of the database; made
	 * for this, as Hibernate notes in it what it has created
	 * @return the schema, and what the entities say of its past
	 * @throws org.hibernate.MappingException if an attribute has no type on that database
	 */
	public static TargetSchema read(Metadata metadata) {
		return new EntitySchema(metadata).read();
	}

	private TargetSchema read() {
		Schema schema = schema();
		AttributeReader attributes = new AttributeReader(this.metadata, this.names);
		return new TargetSchema(schema, new RenameReader(this.metadata, this.names, attributes).read(),
				attributes.entities(), attributes.columns(), rows());
	}

	private Map<QualifiedName, List<Map<String, Object>>> rows() {
		GeneratorRows reader = new GeneratorRows(this.metadata, this.names);
		Map<QualifiedName, List<Map<String, Object>>> rows = new LinkedHashMap<>();
		for (Table table : this.metadata.collectTableMappings()) {
			List<Map<String, Object>> own = reader.read(table);
			if (!own.isEmpty()) {
				rows.put(this.names.table(table), own);
			}
		}
		return rows;
	}

	private Schema schema() {
		TableReader reader = new TableReader(this.metadata, this.names);
		List<dev.migration.schema.Table> tables = new ArrayList<>();
		List<Index> indexes = new ArrayList<>();
		List<Sequence> sequences = new ArrayList<>();
		for (Namespace namespace : this.metadata.getDatabase().getNamespaces()) {
			for (Table table : namespace.getTables()) {
				if (table.isPhysicalTable() && !table.isView()) {
					tables.add(reader.read(table));
					indexes.addAll(reader.indexes(table));
				}
			}
			namespace.getSequences().forEach((sequence) -> sequences.add(sequence(sequence)));
		}
		tables.sort(Comparator.comparing((table) -> table.name().toString()));
		sequences.sort(Comparator.comparing((sequence) -> sequence.name().toString()));
		return new Schema(tables, indexes, sequences, enumTypes(tables));
	}

	private Sequence sequence(org.hibernate.boot.model.relational.Sequence sequence) {
		QualifiedName name = this.names.qualified(sequence.getName().getCatalogName(),
				sequence.getName().getSchemaName(), sequence.getName().getSequenceName());
		return new Sequence(name, new SequenceOptions((long) sequence.getInitialValue(),
				(long) sequence.getIncrementSize(), null, null, null, null));
	}

	/**
	 * Only PostgreSQL has such types by themselves.
	 */
	private List<EnumType> enumTypes(List<dev.migration.schema.Table> tables) {
		if (!DatabaseFamily.id(this.metadata.getDatabase().getDialect()).equals(DatabaseFamily.POSTGRESQL)) {
			return List.of();
		}
		Map<QualifiedName, EnumType> types = new LinkedHashMap<>();
		for (dev.migration.schema.Table table : tables) {
			for (dev.migration.schema.Column column : table.columns()) {
				addEnumType(column.type().forDialect(DatabaseFamily.POSTGRESQL), types);
			}
		}
		return List.copyOf(types.values());
	}

	private static void addEnumType(Type type, Map<QualifiedName, EnumType> types) {
		if (type instanceof Type.Enumeration enumeration) {
			types.put(enumeration.enumType().name(), enumeration.enumType());
		}
		else if (type instanceof Type.Array array) {
			addEnumType(array.element(), types);
		}
	}

}
