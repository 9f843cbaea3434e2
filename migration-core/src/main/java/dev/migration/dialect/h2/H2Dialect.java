package dev.migration.dialect.h2;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
 * H2, from 2.1. A plain name is not quoted, so that H2 folds it to upper case, as it does
 * with the names in the SQL of Hibernate and of people.
 */
public final class H2Dialect extends StandardDialect {

	private static final Identifiers IDENTIFIERS = new Identifiers("""
			_rowid_ all and any array as asymmetric authorization between both case cast check constraint cross
			current_catalog current_date current_path current_role current_schema current_time current_timestamp
			current_user day default distinct else end except exists false fetch for foreign from full group groups
			having hour if ilike in inner intersect interval is join key leading left like limit localtime
			localtimestamp minus minute month natural not null offset on or order over partition primary qualify range
			regexp right row rownum rows second select session_user set some symmetric system_user table to top
			trailing true uescape union unique unknown user using value values when where window with year
			""");

	private static final String SCHEMA_NOT_FOUND = "90079";

	/**
	 * Create the dialect.
	 */
	public H2Dialect() {
		super("h2", "H2", IDENTIFIERS, new ScriptSplitter(SqlSyntax.H2));
	}

	@Override
	public boolean supports(String productName, String productVersion) {
		return productName.equals("H2");
	}

	@Override
	public boolean transactionalDdl() {
		return false;
	}

	@Override
	public RunLock runLock(QualifiedName versionTable) {
		return lock(versionTable);
	}

	private H2RunLock lock(QualifiedName versionTable) {
		return new H2RunLock(quote(versionTable.sibling(versionTable.name() + "_lock")));
	}

	@Override
	public ScriptSyntax scriptSyntax(QualifiedName versionTable) {
		return new H2ScriptSyntax(this, versionTable, lock(versionTable));
	}

	@Override
	public boolean hasSchema(Connection connection, String schema) throws SQLException {
		try (PreparedStatement statement = connection
			.prepareStatement("SELECT 1 FROM information_schema.schemata WHERE schema_name = ?")) {
			statement.setString(1, stored(connection, schema));
			try (ResultSet row = statement.executeQuery()) {
				return row.next();
			}
		}
	}

	@Override
	public ChosenSchema chooseSchema(Connection connection, String schema) throws SQLException {
		String before = connection.getSchema();
		connection.setSchema(stored(connection, schema));
		return () -> connection.setSchema(before);
	}

	private String stored(Connection connection, String name) throws SQLException {
		return H2Names.read(connection, this::quote).stored(name);
	}

	@Override
	public boolean isMissingTable(SQLException ex) {
		String state = ex.getSQLState();
		return state != null && (state.equals("42S02") || state.equals("42S03") || state.equals("42S04")
				|| state.equals(SCHEMA_NOT_FOUND));
	}

	@Override
	public String describe(Connection connection) throws SQLException {
		return "H2 " + connection.getMetaData().getDatabaseProductVersion() + ", database " + connection.getCatalog();
	}

	@Override
	public ServerVersion offlineVersion() {
		return new ServerVersion("H2", 2, 4, 240);
	}

	@Override
	protected StandardRenderer renderer(RenderContext context) {
		return new H2Renderer(this, context);
	}

	@Override
	protected @Nullable String specialLiteral(Object value) {
		Object stored = standardValue(value);
		if (stored instanceof byte[] bytes) {
			return "X'" + HexFormat.of().formatHex(bytes) + "'";
		}
		if (stored instanceof UUID uuid) {
			return "UUID '" + uuid + "'";
		}
		if (stored instanceof Number number) {
			return "CAST('" + number + "' AS DOUBLE PRECISION)";
		}
		return timeLiteral(stored);
	}

	/**
	 * A string would become a JSON string, not the document that it holds: H2 takes a
	 * document as bytes.
	 */
	@Override
	public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
		Object stored = (value != null) ? standardValue(value) : null;
		if (stored instanceof String text && isJson(statement, index)) {
			statement.setBytes(index, text.getBytes(StandardCharsets.UTF_8));
			return;
		}
		super.bind(statement, index, stored);
	}

	private static boolean isJson(PreparedStatement statement, int index) throws SQLException {
		return "JSON".equals(statement.getParameterMetaData().getParameterTypeName(index));
	}

	@Override
	public SchemaInspector inspector() {
		return new H2Inspector(this);
	}

}
