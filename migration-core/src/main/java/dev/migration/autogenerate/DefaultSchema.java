package dev.migration.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.EnumType;
import dev.migration.schema.Index;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.Table;

/**
 * The schema in which a name without one is. Whoever says it means the same as who does
 * not.
 */
final class DefaultSchema {

	private final @Nullable String name;

	private DefaultSchema(@Nullable String name) {
		this.name = name;
	}

	static DefaultSchema of(Connection connection) throws SQLException {
		String schema = connection.getSchema();
		if (schema == null) {
			schema = connection.getCatalog();
		}
		return new DefaultSchema((schema != null) ? schema : "main");
	}

	Schema leftOut(Schema schema) {
		return new Schema(schema.tables().stream().map(this::leftOut).toList(),
				schema.indexes().stream().map(this::leftOut).toList(),
				schema.sequences().stream().map(this::leftOut).toList(),
				schema.enumTypes().stream().map(this::leftOut).toList());
	}

	private QualifiedName leftOut(QualifiedName full) {
		return (full.schema() != null && full.schema().equals(this.name)) ? QualifiedName.of(full.name()) : full;
	}

	private Table leftOut(Table table) {
		return table.named(leftOut(table.name()))
			.withForeignKeys(
					table.foreignKeys().stream().map((key) -> key.to(leftOut(key.referencedTable()))).toList());
	}

	private Index leftOut(Index index) {
		return index.onTable(leftOut(index.table()));
	}

	private Sequence leftOut(Sequence sequence) {
		return new Sequence(leftOut(sequence.name()), sequence.options());
	}

	private EnumType leftOut(EnumType type) {
		return new EnumType(leftOut(type.name()), type.values());
	}

}
