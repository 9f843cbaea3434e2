package dev.migration.dialect.sqlite;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.DefinitionRenderer;
import dev.migration.dialect.StandardRenderer;
import dev.migration.schema.Column;
import dev.migration.schema.Deferral;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.SequenceOptions;
import dev.migration.schema.Table;
import dev.migration.schema.Type;
import dev.migration.schema.UniqueConstraint;

/**
 * Writes types, columns and constraints of SQLite.
 */
final class SqliteDefinitions extends DefinitionRenderer {

	static final String CURRENT_TIMESTAMP = "(CAST(unixepoch('subsec') * 1000 AS INTEGER))";

	SqliteDefinitions(StandardRenderer renderer) {
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
			case FLOAT, REAL, DOUBLE -> "float";
			case CHAR, NCHAR -> "char(" + type.length() + ")";
			case VARCHAR, NVARCHAR -> "varchar(" + type.length() + ")";
			case TEXT -> "text";
			case LONG_TEXT, CLOB, NCLOB, JSON, XML -> "clob";
			case BINARY, VARBINARY, LONG_BINARY, BLOB, UUID, INET -> "blob";
			case DATE -> "date";
			case TIME, TIME_WITH_TIME_ZONE -> "time";
			case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> "timestamp";
			case INTERVAL -> "bigint";
			case VECTOR, GEOMETRY, GEOGRAPHY -> throw renderer().unsupported("make a column of type " + type.name(),
					"it has no such type", "Give another type for it with on(\"sqlite\", …).");
		};
	}

	@Override
	protected String arrayType(Type.Array type) {
		return "blob";
	}

	/**
	 * An identity column is SQLite's {@code INTEGER PRIMARY KEY AUTOINCREMENT}, which
	 * only exists inside the definition of the column.
	 */
	@Override
	public String column(Column column, Table table) {
		if (!column.isIdentity()) {
			return super.column(column, table);
		}
		PrimaryKey primaryKey = table.primaryKey();
		QualifiedName name = table.name();
		if (primaryKey == null || primaryKey.columns().size() != 1 || !primaryKey.columns().contains(column.name())) {
			throw renderer().unsupported("number column " + name + "." + column.name(),
					"only the single column of a primary key can be an identity",
					"Make it the primary key, or fill the column in the application.");
		}
		if (column.identityOptions() != null && !column.identityOptions().options().equals(SequenceOptions.DEFAULTS)) {
			throw renderer().unsupported("number column " + name + "." + column.name() + " in its own way",
					"an identity counts 1, 2, 3", "Leave out how it counts.");
		}
		return renderer().quote(column.name()) + " INTEGER NOT NULL " + named(primaryKey.name())
				+ "PRIMARY KEY AUTOINCREMENT";
	}

	@Override
	public String collation(String collation) {
		return collation.matches("\\w+") ? collation : super.collation(collation);
	}

	/**
	 * SQLite takes an expression as a default only in parentheses, and a string in double
	 * quotes only without.
	 */
	@Override
	protected String expression(String sql) {
		return sql.matches("\"(?:[^\"]|\"\")*\"") ? sql : "(" + sql + ")";
	}

	@Override
	protected String currentTimestamp() {
		return CURRENT_TIMESTAMP;
	}

	/**
	 * Only a foreign key can be checked later.
	 */
	@Override
	protected String unique(UniqueConstraint unique) {
		requireAtOnce(unique.describe(), unique.deferral());
		return super.unique(unique);
	}

	/**
	 * A key points into its own file, so that the table is named without it.
	 */
	@Override
	protected String foreignKey(ForeignKey key) {
		return super.foreignKey(new ForeignKey(key.name(), key.columns(),
				QualifiedName.of(key.referencedTable().name()), key.referencedColumns(), key.onDelete(), key.onUpdate(),
				key.match(), key.deferral(), key.isNotValid()));
	}

	private void requireAtOnce(String constraint, @Nullable Deferral deferral) {
		if (deferral != null) {
			throw renderer().unsupported("create " + constraint + " to be checked later",
					"only its foreign keys can wait", "Leave out deferrable() or initiallyDeferred().");
		}
	}

}
