package dev.migration.dialect.sqlite;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.Identifiers;
import dev.migration.dialect.RunLock;
import dev.migration.dialect.ScriptSplitter;
import dev.migration.dialect.SqlSyntax;
import dev.migration.dialect.StandardDialect;
import dev.migration.operation.Operation;
import dev.migration.schema.Column;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.Table;
import dev.migration.schema.Type;

/**
 * SQLite, from 3.35. Times are stored as its driver stores them unless told otherwise: as
 * milliseconds since 1970.
 */
public final class SqliteDialect extends StandardDialect {

	private static final Identifiers IDENTIFIERS = new Identifiers("""
			abort action add after all alter always analyze and as asc attach autoincrement before begin between by
			cascade case cast check collate column commit conflict constraint create cross current current_date
			current_time current_timestamp database default deferrable deferred delete desc detach distinct do drop
			each else end escape except exclude exclusive exists explain fail filter first following for foreign from
			full generated glob group groups having if ignore immediate in index indexed initially inner insert instead
			intersect into is isnull join key last left like limit match materialized natural no not nothing notnull
			null nulls of offset on or order others outer over partition plan pragma preceding primary query raise
			range recursive references regexp reindex release rename replace restrict returning right rollback row rows
			savepoint select set table temp temporary then ties to transaction trigger unbounded union unique update
			using vacuum values view virtual when where window with without
			""");

	/**
	 * Create the dialect.
	 */
	public SqliteDialect() {
		super("sqlite", IDENTIFIERS, new ScriptSplitter(SqlSyntax.SQLITE));
	}

	@Override
	public boolean supports(String productName, String productVersion) {
		return productName.equals("SQLite");
	}

	@Override
	public RunLock runLock(String versionTable) {
		return new SqliteRunLock();
	}

	@Override
	public boolean isMissingTable(SQLException ex) {
		String message = ex.getMessage();
		return message != null && message.contains("no such table");
	}

	@Override
	public String describe(Connection connection) throws SQLException {
		String url = connection.getMetaData().getURL();
		String file = url.substring("jdbc:sqlite:".length());
		int parameters = file.indexOf('?');
		return "SQLite " + connection.getMetaData().getDatabaseProductVersion() + ", "
				+ ((parameters >= 0) ? file.substring(0, parameters) : file);
	}

	/**
	 * An identity column is SQLite's {@code INTEGER PRIMARY KEY AUTOINCREMENT}, which
	 * only exists inside the definition of the column.
	 */
	@Override
	protected boolean isInlinePrimaryKey(Table table) {
		return table.columns().stream().anyMatch(Column::isIdentity);
	}

	@Override
	protected String columnDefinition(Column column, Table table) {
		if (!column.isIdentity()) {
			return super.columnDefinition(column, table);
		}
		PrimaryKey primaryKey = table.primaryKey();
		if (primaryKey == null || primaryKey.columns().size() != 1 || !primaryKey.columns().contains(column.name())) {
			throw new UnsupportedChangeException("number column " + table.name() + "." + column.name(), "SQLite",
					"only the single column of a primary key can be an identity",
					"Make it the primary key, or fill the column in the application.");
		}
		return quote(column.name()) + " INTEGER NOT NULL " + named(primaryKey.name()) + "PRIMARY KEY AUTOINCREMENT";
	}

	@Override
	protected String addColumn(Operation.AddColumn operation) {
		Column column = operation.column();
		if (column.isPrimaryKey() || column.isIdentity()) {
			throw new UnsupportedChangeException(operation.describe(), "SQLite",
					"a primary key cannot be added to a table that is there",
					"Create the table anew with op.execute(…), or add a plain column.");
		}
		if (!column.nullable() && column.serverDefault() == null) {
			throw new UnsupportedChangeException(operation.describe(), "SQLite",
					"a column without null needs a value for the rows that are there",
					"Give it a serverDefault(…), or let it be nullable.");
		}
		return super.addColumn(operation);
	}

	/**
	 * SQLite takes an expression as a default only in parentheses.
	 */
	@Override
	protected String expression(String sql) {
		return "(" + sql + ")";
	}

	@Override
	protected String currentTimestamp() {
		return "(CAST(unixepoch('subsec') * 1000 AS INTEGER))";
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
			case REAL, DOUBLE -> "float";
			case CHAR -> "char(" + type.length() + ")";
			case VARCHAR -> "varchar(" + type.length() + ")";
			case TEXT -> "text";
			case LONG_TEXT, CLOB, JSON -> "clob";
			case VARBINARY, LONG_BINARY, BLOB, UUID -> "blob";
			case DATE -> "date";
			case TIME -> "time";
			case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> "timestamp";
		};
	}

	@Override
	protected @Nullable String specialLiteral(Object value) {
		Object stored = toStored(value);
		if (stored instanceof byte[] bytes) {
			return "X'" + HexFormat.of().formatHex(bytes) + "'";
		}
		if (stored instanceof java.util.Date date) {
			return Long.toString(date.getTime());
		}
		return null;
	}

	@Override
	public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
		super.bind(statement, index, (value != null) ? toStored(value) : null);
	}

	private static Object toStored(Object value) {
		if (value instanceof Enum<?> constant) {
			return constant.name();
		}
		if (value instanceof Character) {
			return value.toString();
		}
		if (value instanceof UUID uuid) {
			return ByteBuffer.allocate(16)
				.putLong(uuid.getMostSignificantBits())
				.putLong(uuid.getLeastSignificantBits())
				.array();
		}
		if (value instanceof Instant instant) {
			return Timestamp.from(instant);
		}
		if (value instanceof OffsetDateTime time) {
			return Timestamp.from(time.toInstant());
		}
		if (value instanceof ZonedDateTime time) {
			return Timestamp.from(time.toInstant());
		}
		if (value instanceof LocalDateTime time) {
			return Timestamp.valueOf(time);
		}
		if (value instanceof LocalDate date) {
			return Date.valueOf(date);
		}
		if (value instanceof LocalTime time) {
			return Time.valueOf(time);
		}
		return value;
	}

}
