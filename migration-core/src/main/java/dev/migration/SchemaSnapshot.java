package dev.migration;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migration.schema.EnumType;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.Table;
import dev.migration.schema.View;

/**
 * What was in a database at some moment, without its rows.
 *
 * @param schema the inspected schema: the default one of the connection and all others
 * that are no part of the server, with the tables of the migration itself
 * @param views the views, with their queries in the words of the server
 */
public record SchemaSnapshot(Schema schema, List<View> views) {

	public SchemaSnapshot {
		views = List.copyOf(views);
	}

	/**
	 * Return the schemas that have something in them, besides the default one of the
	 * connection.
	 * @return their names
	 */
	public Set<String> occupiedSchemas() {
		return Stream
			.of(tables().stream(), this.schema.sequences().stream().map(Sequence::name),
					this.schema.enumTypes().stream().map(EnumType::name), this.views.stream().map(View::name))
			.flatMap((names) -> names)
			.map(QualifiedName::schema)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

	/**
	 * Return this snapshot without what is in some schemas.
	 * @param schemas the schemas
	 * @return the rest
	 */
	public SchemaSnapshot without(Set<String> schemas) {
		return new SchemaSnapshot(
				new Schema(this.schema.tables().stream().filter((table) -> !isIn(schemas, table.name())).toList(),
						this.schema.indexes().stream().filter((index) -> !isIn(schemas, index.table())).toList(),
						this.schema.sequences().stream().filter((sequence) -> !isIn(schemas, sequence.name())).toList(),
						this.schema.enumTypes().stream().filter((type) -> !isIn(schemas, type.name())).toList(),
						this.schema.schemas()),
				this.views.stream().filter((view) -> !isIn(schemas, view.name())).toList());
	}

	private static boolean isIn(Set<String> schemas, QualifiedName name) {
		return name.schema() != null && schemas.contains(name.schema());
	}

	/**
	 * Return the names of the tables.
	 * @return the names
	 */
	public List<QualifiedName> tables() {
		return this.schema.tables().stream().map(Table::name).toList();
	}

}
