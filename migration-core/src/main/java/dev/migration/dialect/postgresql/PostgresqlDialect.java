package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.ChosenSchema;
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
import dev.migration.schema.QualifiedName;

/**
 * PostgreSQL, from 12.
 */
public final class PostgresqlDialect extends StandardDialect {

	private static final Identifiers IDENTIFIERS = new Identifiers("""
			all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both
			case cast char character check coalesce collate collation column concurrently constraint create cross
			current_catalog current_date current_role current_schema current_time current_timestamp current_user dec
			decimal default deferrable desc distinct do else end except exists extract false fetch float for foreign
			freeze from full grant greatest group grouping having ilike in initially inner inout int integer intersect
			interval into is isnull join lateral leading least left like limit localtime localtimestamp national
			natural nchar none normalize not notnull null nullif numeric offset on only or order out outer overlaps
			overlay placing position precision primary real references returning right row select session_user setof
			similar smallint some substring symmetric system_user table tablesample then time timestamp to trailing
			treat trim true union unique user using values varchar variadic verbose when where window with xmlattributes
			xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
			""");

	/**
	 * Create the dialect.
	 */
	public PostgresqlDialect() {
		super("postgresql", "PostgreSQL", IDENTIFIERS, new ScriptSplitter(SqlSyntax.POSTGRESQL));
	}

	@Override
	public boolean supports(String productName, String productVersion) {
		return productName.equals("PostgreSQL");
	}

	@Override
	public RunLock runLock(QualifiedName versionTable) {
		return new AdvisoryLock(versionTable);
	}

	@Override
	public ScriptSyntax scriptSyntax(QualifiedName versionTable) {
		return new PostgresqlScriptSyntax(this, versionTable);
	}

	@Override
	public boolean hasSchema(Connection connection, String schema) throws SQLException {
		try (PreparedStatement statement = connection
			.prepareStatement("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = ?")) {
			statement.setString(1, schema);
			try (ResultSet row = statement.executeQuery()) {
				return row.next();
			}
		}
	}

	@Override
	public ChosenSchema chooseSchema(Connection connection, String schema) throws SQLException {
		return SearchPath.beginningWith(quote(schema), connection);
	}

	@Override
	public boolean isMissingTable(SQLException ex) {
		return "42P01".equals(ex.getSQLState());
	}

	@Override
	public String describe(Connection connection) throws SQLException {
		return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion() + ", database "
				+ connection.getCatalog();
	}

	@Override
	public ServerVersion offlineVersion() {
		return new ServerVersion("PostgreSQL", 17, 0, 0);
	}

	@Override
	protected StandardRenderer renderer(RenderContext context) {
		return new PostgresqlRenderer(this, context);
	}

	@Override
	protected @Nullable String specialLiteral(Object value) {
		Object stored = standardValue(value);
		if (stored instanceof byte[] bytes) {
			return "'\\x" + HexFormat.of().formatHex(bytes) + "'::bytea";
		}
		if (stored instanceof UUID uuid) {
			return "'" + uuid + "'::uuid";
		}
		if (stored instanceof Number number) {
			return "'" + number + "'::float8";
		}
		return timeLiteral(stored);
	}

	/**
	 * Strings go without a type, so that the server takes them for what the column is:
	 * text, JSON, an enum, a network address.
	 */
	@Override
	public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
		Object stored = (value != null) ? standardValue(value) : null;
		if (stored instanceof String) {
			statement.setObject(index, stored, Types.OTHER);
			return;
		}
		super.bind(statement, index, stored);
	}

	@Override
	public SchemaInspector inspector() {
		return new PostgresqlInspector(this);
	}

}
