package dev.migration.dialect.postgresql;

import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.DefinitionRenderer;
import dev.migration.dialect.StandardRenderer;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.Computed;
import dev.migration.schema.EnumType;
import dev.migration.schema.ExclusionConstraint;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Type;
import dev.migration.schema.UniqueConstraint;

/**
 * Writes types, columns and constraints of PostgreSQL.
 */
final class PostgresqlDefinitions extends DefinitionRenderer {

	PostgresqlDefinitions(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	protected String genericType(Type.Generic type) {
		return switch (type.name()) {
			case BOOLEAN -> "boolean";
			case TINYINT, SMALLINT -> "smallint";
			case INTEGER -> "integer";
			case BIGINT -> "bigint";
			case NUMERIC -> "numeric(" + type.length() + "," + type.scale() + ")";
			case FLOAT -> "float(" + type.length() + ")";
			case REAL -> "float4";
			case DOUBLE -> "float(53)";
			case CHAR, NCHAR -> "char(" + type.length() + ")";
			case VARCHAR, NVARCHAR -> "varchar(" + type.length() + ")";
			case TEXT, LONG_TEXT -> "text";
			case BINARY, VARBINARY, LONG_BINARY -> "bytea";
			case CLOB, NCLOB, BLOB -> "oid";
			case DATE -> "date";
			case TIME -> "time" + precision(type, "");
			case TIME_WITH_TIME_ZONE -> "time" + precision(type, "") + " with time zone";
			case TIMESTAMP -> "timestamp" + precision(type, "(6)");
			case TIMESTAMP_WITH_TIME_ZONE -> "timestamp" + precision(type, "(6)") + " with time zone";
			case INTERVAL -> "interval second" + precision(type, "(6)");
			case UUID -> "uuid";
			case JSON -> "jsonb";
			case XML -> "xml";
			case INET -> "inet";
			case VECTOR -> "vector(" + type.length() + ")";
			case GEOMETRY -> "geometry";
			case GEOGRAPHY -> "geography";
		};
	}

	private static String precision(Type.Generic type, String otherwise) {
		return (type.length() != null) ? "(" + type.length() + ")" : otherwise;
	}

	@Override
	protected String arrayType(Type.Array type) {
		return type(type.element()) + "[" + ((type.length() != null) ? type.length() : "") + "]";
	}

	@Override
	protected String enumType(EnumType type) {
		return renderer().quote(type.name());
	}

	@Override
	public @Nullable CheckConstraint enumCheck(QualifiedName table, Column column) {
		return null;
	}

	@Override
	protected String computed(Column column, QualifiedName table, Computed computed) {
		if (!computed.isStored() && !renderer().context().version().isAtLeast(18, 0)) {
			throw renderer().unsupported("compute column " + table + "." + column.name() + " when it is read",
					renderer().context().version() + " only has stored computed columns; version 18 has both",
					"Use stored(…), which works on every version, or upgrade the server.");
		}
		return super.computed(column, table, computed);
	}

	@Override
	protected String unique(UniqueConstraint unique) {
		if (unique.isNullsNotDistinct()) {
			requireNullsNotDistinct("create " + unique.describe());
		}
		return "UNIQUE " + (unique.isNullsNotDistinct() ? "NULLS NOT DISTINCT " : "")
				+ renderer().list(unique.columns())
				+ (unique.include().isEmpty() ? "" : " INCLUDE " + renderer().list(unique.include()))
				+ deferral(unique.deferral());
	}

	void requireNullsNotDistinct(String operation) {
		if (!renderer().context().version().isAtLeast(15, 0)) {
			throw renderer().unsupported(operation,
					renderer().context().version() + " takes nulls for distinct; version 15 can do otherwise",
					"Leave out nullsNotDistinct(), make the columns not null, or upgrade the server.");
		}
	}

	@Override
	protected String exclusion(ExclusionConstraint exclusion) {
		PostgresqlIndexes indexes = new PostgresqlIndexes(renderer());
		return "EXCLUDE USING " + exclusion.method() + " "
				+ exclusion.parts()
					.stream()
					.map((part) -> indexes.part(part.part()) + " WITH " + part.operator())
					.collect(Collectors.joining(", ", "(", ")"))
				+ ((exclusion.where() != null) ? " WHERE (" + exclusion.where() + ")" : "")
				+ deferral(exclusion.deferral());
	}

}
