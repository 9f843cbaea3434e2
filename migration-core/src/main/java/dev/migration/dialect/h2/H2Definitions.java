package dev.migration.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.DatabaseAccessException;
import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.DefinitionRenderer;
import dev.migration.dialect.StandardRenderer;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.Computed;
import dev.migration.schema.Deferral;
import dev.migration.schema.EnumType;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Type;
import dev.migration.schema.UniqueConstraint;

/**
 * Writes types, columns and constraints of H2.
 */
final class H2Definitions extends DefinitionRenderer {

	H2Definitions(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	protected String genericType(Type.Generic type) {
		return switch (type.name()) {
			case BOOLEAN -> "boolean";
			case TINYINT -> "tinyint";
			case SMALLINT -> "smallint";
			case INTEGER -> "integer";
			case BIGINT -> "bigint";
			case NUMERIC -> "numeric(" + type.length() + "," + type.scale() + ")";
			case FLOAT -> "float(" + type.length() + ")";
			case REAL -> "float(24)";
			case DOUBLE -> "float(53)";
			case CHAR, NCHAR -> "char(" + type.length() + ")";
			case VARCHAR, NVARCHAR -> "varchar(" + type.length() + ")";
			case TEXT -> "text";
			case LONG_TEXT, CLOB, NCLOB, XML -> "clob";
			case BINARY -> "binary(" + type.length() + ")";
			case VARBINARY -> "varbinary(" + type.length() + ")";
			case LONG_BINARY, BLOB -> "blob";
			case DATE -> "date";
			case TIME -> "time" + precision(type, "(6)");
			case TIME_WITH_TIME_ZONE -> "time" + precision(type, "(6)") + " with time zone";
			case TIMESTAMP -> "timestamp" + precision(type, "(6)");
			case TIMESTAMP_WITH_TIME_ZONE -> "timestamp" + precision(type, "(6)") + " with time zone";
			case INTERVAL -> "interval second(18,9)";
			case UUID -> "uuid";
			case JSON -> "json";
			case INET -> "varbinary(19)";
			case GEOMETRY -> "geometry";
			case VECTOR, GEOGRAPHY -> throw noType(type);
		};
	}

	private UnsupportedChangeException noType(Type.Generic type) {
		return renderer().unsupported("make a column of type " + type.name(), "it has no such type",
				"Give another type for it with on(\"h2\", …).");
	}

	private static String precision(Type.Generic type, String otherwise) {
		return (type.length() != null) ? "(" + type.length() + ")" : otherwise;
	}

	@Override
	protected String arrayType(Type.Array type) {
		return type(type.element()) + " array" + ((type.length() != null) ? "[" + type.length() + "]" : "");
	}

	@Override
	protected String enumType(EnumType type) {
		return type.values()
			.stream()
			.map((value) -> renderer().dialect().literal(value))
			.collect(Collectors.joining(",", "enum(", ")"));
	}

	/**
	 * The type itself keeps the values.
	 */
	@Override
	public @Nullable CheckConstraint enumCheck(QualifiedName table, Column column) {
		return null;
	}

	@Override
	public String collation(String collation) {
		throw renderer().unsupported("collate a column as " + collation, "it collates the whole database alike",
				"Leave out the collation, or use SET COLLATION for the database or the type varchar_ignorecase.");
	}

	/**
	 * A computed column is always stored.
	 */
	@Override
	protected String computed(Column column, QualifiedName table, Computed computed) {
		return "GENERATED ALWAYS AS (" + computed.expression() + ")";
	}

	@Override
	protected String unique(UniqueConstraint unique) {
		String nulls = unique.isNullsNotDistinct() ? "NULLS NOT DISTINCT " : "";
		return "UNIQUE " + nulls + renderer().list(unique.columns()) + deferral(unique.deferral());
	}

	@Override
	protected String foreignKey(ForeignKey key) {
		if (key.match() != null && key.match() != ForeignKey.Match.SIMPLE) {
			throw renderer().unsupported("create " + key.describe() + " with MATCH " + key.match(),
					"it only knows MATCH SIMPLE", "Leave out match(…), or make the columns not null.");
		}
		return super.foreignKey(new ForeignKey(key.name(), key.columns(), key.referencedTable(),
				key.referencedColumns(), key.onDelete(), key.onUpdate(), null, key.deferral(), key.isNotValid()));
	}

	/**
	 * Without a connection it is the schema that a database has from the beginning.
	 */
	@Override
	protected ForeignKey fromAnotherSchema(ForeignKey key) {
		Connection connection = renderer().context().connection();
		try {
			String schema = (connection != null) ? connection.getSchema() : "public";
			return key.to(new QualifiedName(schema, key.referencedTable().name()));
		}
		catch (SQLException ex) {
			throw new DatabaseAccessException("The database does not say its current schema", ex);
		}
	}

	@Override
	protected String deferral(@Nullable Deferral deferral) {
		if (deferral != null) {
			throw renderer().unsupported("check a constraint later", "its constraints are checked at once",
					"Leave out deferrable() or initiallyDeferred().");
		}
		return "";
	}

}
