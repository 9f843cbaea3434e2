package dev.migration.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the tables of a database look like, or shall look like: the target schema is what
 * the entities ask for, the inspected schema is what the database has. A name without a
 * schema is in the default schema of the connection.
 *
 * @param tables the tables, with their constraints
 * @param indexes the indexes that no constraint brings with it
 * @param sequences the sequences that no column owns
 * @param enumTypes the enum types that exist by themselves
 * @param schemas the names of the schemas that are there, of those besides the default
 * one that were looked for, whatever is in them; a target schema does not say
 */
public record Schema(List<Table> tables, List<Index> indexes, List<Sequence> sequences, List<EnumType> enumTypes,
		Set<String> schemas) {

	/** There is nothing in it. */
	public static final Schema EMPTY = new Schema(List.of(), List.of(), List.of(), List.of());

	public Schema {
		tables = List.copyOf(tables);
		indexes = List.copyOf(indexes);
		sequences = List.copyOf(sequences);
		enumTypes = List.copyOf(enumTypes);
		schemas = Set.copyOf(schemas);
	}

	/**
	 * Create a schema that does not say which schemas are there.
	 * @param tables the tables, with their constraints
	 * @param indexes the indexes that no constraint brings with it
	 * @param sequences the sequences that no column owns
	 * @param enumTypes the enum types that exist by themselves
	 */
	public Schema(List<Table> tables, List<Index> indexes, List<Sequence> sequences, List<EnumType> enumTypes) {
		this(tables, indexes, sequences, enumTypes, Set.of());
	}

	/**
	 * Return a table.
	 * @param name its name
	 * @return the table, if it is there
	 */
	public Optional<Table> table(QualifiedName name) {
		return this.tables.stream().filter((table) -> table.name().equals(name)).findFirst();
	}

	/**
	 * Return the indexes of a table.
	 * @param table its name
	 * @return the indexes, in their order
	 */
	public List<Index> indexes(QualifiedName table) {
		return this.indexes.stream().filter((index) -> index.table().equals(table)).toList();
	}

}
