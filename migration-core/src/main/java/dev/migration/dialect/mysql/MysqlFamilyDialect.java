package dev.migration.dialect.mysql;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.ChosenSchema;
import dev.migration.dialect.Identifiers;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.RunLock;
import dev.migration.dialect.SchemaInspector;
import dev.migration.dialect.ScriptSplitter;
import dev.migration.dialect.SqlSyntax;
import dev.migration.dialect.StandardDialect;
import dev.migration.dialect.StandardRenderer;
import dev.migration.schema.QualifiedName;

/**
 * What MySQL and MariaDB share. Points in time are stored in UTC without a zone, as
 * Hibernate stores them.
 */
abstract class MysqlFamilyDialect extends StandardDialect {

	private static final int TABLE_DOES_NOT_EXIST = 1146;

	private static final int UNKNOWN_DATABASE = 1049;

	// The words that either of the two reserves, and the functions that they take for a
	// call when a parenthesis follows at once.
	private static final Identifiers IDENTIFIERS = new Identifiers("""
			accessible add all alter analyze and as asc asensitive before between bigint binary blob both by call
			cascade case change char character check collate column condition constraint continue conversion convert
			create cross cube cume_dist current_date current_role current_time current_timestamp current_user cursor
			database databases day_hour day_microsecond day_minute day_second dec decimal declare default delayed
			delete delete_domain_id dense_rank desc describe deterministic distinct distinctrow div do_domain_ids
			domain_id double drop dual each else elseif empty enclosed escaped except exists exit explain false fetch
			first_value float float4 float8 for force foreign from fulltext function general generated get grant group
			grouping groups having high_priority hour_microsecond hour_minute hour_second if ignore ignore_domain_ids
			in index infile inner inout insensitive insert int int1 int2 int3 int4 int8 integer intersect interval into
			io_after_gtids io_before_gtids is iterate join json_table key keys kill lag last_value lateral lead leading
			leave left like limit linear lines load localtime localtimestamp lock long longblob longtext loop
			low_priority manual master_bind master_heartbeat_period master_ssl_verify_server_cert match maxvalue
			mediumblob mediumint mediumtext middleint minute_microsecond minute_second mod modifies natural
			no_write_to_binlog not nth_value ntile null numeric of offset on optimize optimizer_costs option optionally
			or order out outer outfile over page_checksum parallel parse_vcol_expr partition percent_rank precision
			primary procedure purge qualify range rank read read_write reads real recursive ref_system_id references
			regexp release rename repeat replace require resignal restrict return returning revoke right rlike row
			row_number rows schema schemas second_microsecond select sensitive separator set show signal slow smallint
			spatial specific sql sql_big_result sql_calc_found_rows sql_small_result sqlexception sqlstate sqlwarning
			ssl starting stats_auto_recalc stats_persistent stats_sample_pages stored straight_join system table
			tablesample terminated then tinyblob tinyint tinytext to trailing trigger true undo union unique unlock
			unsigned update usage use using utc_date utc_time utc_timestamp values varbinary varchar varcharacter
			varying vector virtual when where while window with write xor year_month zerofill
			adddate bit_and bit_or bit_xor cast count curdate curtime date_add date_sub extract group_concat max mid min
			now position session_user std stddev stddev_pop stddev_samp subdate substr substring sum sysdate system_user
			trim variance var_pop var_samp
			""", '`');

	MysqlFamilyDialect(String id, String displayName) {
		super(id, displayName, IDENTIFIERS, new ScriptSplitter(SqlSyntax.MYSQL));
	}

	static boolean isMariadb(String productName, String productVersion) {
		return productName.equals("MariaDB")
				|| (productName.equals("MySQL") && productVersion.toLowerCase(Locale.ROOT).contains("mariadb"));
	}

	@Override
	public final boolean transactionalDdl() {
		return false;
	}

	@Override
	public final RunLock runLock(QualifiedName versionTable) {
		return new NamedLock(versionTable);
	}

	@Override
	public final boolean hasSchema(Connection connection, String schema) throws SQLException {
		try (PreparedStatement statement = connection
			.prepareStatement("SELECT 1 FROM information_schema.schemata WHERE schema_name = ?")) {
			statement.setString(1, schema);
			try (ResultSet row = statement.executeQuery()) {
				return row.next();
			}
		}
	}

	/**
	 * Drivers keep the database of a session in mind, so they must hear of it.
	 */
	@Override
	public final ChosenSchema chooseSchema(Connection connection, String schema) throws SQLException {
		String before = connection.getCatalog();
		connection.setCatalog(schema);
		return () -> {
			if (before != null && !before.isEmpty()) {
				connection.setCatalog(before);
			}
		};
	}

	@Override
	public final boolean isMissingTable(SQLException ex) {
		return ex.getErrorCode() == TABLE_DOES_NOT_EXIST || ex.getErrorCode() == UNKNOWN_DATABASE;
	}

	@Override
	protected StandardRenderer renderer(RenderContext context) {
		return new MysqlRenderer(this, context);
	}

	abstract String uuidType();

	/**
	 * Whether a backslash escapes depends on the SQL mode of the session, so a string
	 * that has one is written as bytes.
	 */
	@Override
	protected String stringLiteral(String value) {
		if (value.indexOf('\\') < 0) {
			return super.stringLiteral(value);
		}
		return "_utf8mb4 X'" + HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)) + "'";
	}

	@Override
	protected @Nullable String specialLiteral(Object value) {
		Object stored = toStored(value);
		if (stored instanceof byte[] bytes) {
			return "X'" + HexFormat.of().formatHex(bytes) + "'";
		}
		if (stored instanceof LocalDateTime time) {
			return "TIMESTAMP '" + time.toLocalDate() + " " + DateTimeFormatter.ISO_LOCAL_TIME.format(time) + "'";
		}
		return (stored instanceof String text) ? stringLiteral(text) : timeLiteral(stored);
	}

	@Override
	public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
		super.bind(statement, index, (value != null) ? toStored(value) : null);
	}

	/**
	 * Return a value as it is stored: a point in time without its zone, in UTC.
	 * @param value the value
	 * @return what the drivers take
	 */
	Object toStored(Object value) {
		Object standard = standardValue(value);
		return (standard instanceof OffsetDateTime time) ? LocalDateTime.ofInstant(time.toInstant(), ZoneOffset.UTC)
				: standard;
	}

	@Override
	public @Nullable Instant readInstant(ResultSet row, String column) throws SQLException {
		LocalDateTime time = row.getObject(column, LocalDateTime.class);
		return (time != null) ? time.toInstant(ZoneOffset.UTC) : null;
	}

	@Override
	public final String describe(Connection connection) throws SQLException {
		return displayName() + " " + connection.getMetaData().getDatabaseProductVersion() + ", database "
				+ connection.getCatalog();
	}

	@Override
	public SchemaInspector inspector() {
		return new MysqlInspector(this);
	}

}
