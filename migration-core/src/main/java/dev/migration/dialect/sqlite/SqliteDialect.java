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

import dev.migration.dialect.Identifiers;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.RunLock;
import dev.migration.dialect.SchemaInspector;
import dev.migration.dialect.ScriptSplitter;
import dev.migration.dialect.ScriptSyntax;
import dev.migration.dialect.ServerVersion;
import dev.migration.dialect.SqlSyntax;
import dev.migration.dialect.StandardDialect;
import dev.migration.dialect.StandardRenderer;
import dev.migration.dialect.sqlite.rebuild.SchemaCopy;
import dev.migration.schema.QualifiedName;

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
		super("sqlite", "SQLite", IDENTIFIERS, new ScriptSplitter(SqlSyntax.SQLITE));
	}

	@Override
	public boolean supports(String productName, String productVersion) {
		return productName.equals("SQLite");
	}

	@Override
	public RunLock runLock(QualifiedName versionTable) {
		return new SqliteRunLock();
	}

	@Override
	public ScriptSyntax scriptSyntax(QualifiedName versionTable) {
		return new SqliteScriptSyntax(this, versionTable);
	}

	/**
	 * A rebuild needs the table as it is, and there is no telling but by making it.
	 */
	@Override
	public String scratchUrl() {
		return "jdbc:sqlite::memory:?foreign_keys=on";
	}

	@Override
	public void copySchema(Connection from, Connection to) throws SQLException {
		SchemaCopy.copy(from, to);
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

	@Override
	public ServerVersion offlineVersion() {
		return new ServerVersion("SQLite", 3, 45, 0);
	}

	@Override
	protected StandardRenderer renderer(RenderContext context) {
		return new SqliteRenderer(this, context);
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

	@Override
	public boolean rebuildsTables() {
		return true;
	}

	@Override
	public SchemaInspector inspector() {
		return new SqliteInspector(this);
	}

}
