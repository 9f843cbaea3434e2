package dev.migration.schema;

import java.util.List;
import java.util.Map;

/**
 * The schema that the entities ask for, with what they know of its past.
 *
 * @param schema the schema; constraints and indexes whose names nobody chose have none
 * @param renames what was called otherwise before, as the entities say; a hint may be
 * older than the database
 * @param entities the entity that a table is for, such as {@code Team}, if it is for one
 * @param attributes the attribute that a column is for, with its entity, such as
 * {@code Order.shipTo.zip}
 * @param rows the rows that a table must have from the beginning: those that Hibernate
 * counts in where there are no sequences
 */
public record TargetSchema(Schema schema, List<Rename> renames, Map<QualifiedName, String> entities,
		Map<ColumnName, String> attributes, Map<QualifiedName, List<Map<String, Object>>> rows) {

	public TargetSchema {
		renames = List.copyOf(renames);
		entities = Map.copyOf(entities);
		attributes = Map.copyOf(attributes);
		rows = Map.copyOf(rows);
	}

	/**
	 * Create a target whose tables begin without rows.
	 * @param schema the schema
	 * @param renames what was called otherwise before
	 * @param entities the entity that a table is for
	 * @param attributes the attribute that a column is for
	 */
	public TargetSchema(Schema schema, List<Rename> renames, Map<QualifiedName, String> entities,
			Map<ColumnName, String> attributes) {
		this(schema, renames, entities, attributes, Map.of());
	}

	/**
	 * Return a target of which nothing but the schema is known.
	 * @param schema the schema
	 * @return the target
	 */
	public static TargetSchema of(Schema schema) {
		return new TargetSchema(schema, List.of(), Map.of(), Map.of());
	}

}
