package dev.migration.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.DatabaseAccessException;
import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.DefinitionRenderer;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.Computed;
import dev.migration.schema.Deferral;
import dev.migration.schema.EnumType;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Identity;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ReferentialAction;
import dev.migration.schema.SequenceOptions;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Table;
import dev.migration.schema.Type;
import dev.migration.schema.TypeName;

/**
 * Writes types, columns and constraints of MySQL and MariaDB.
 */
final class MysqlDefinitions extends DefinitionRenderer {

	private static final Pattern CURRENT_TIMESTAMP = Pattern
		.compile("(current_timestamp|now|localtime|localtimestamp)\\b(\\s*\\(\\s*\\d*\\s*\\))?"
				+ "(\\s+on\\s+update\\s+.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/**
	 * In characters of four bytes, as in {@code utf8mb4}.
	 */
	private static final int LONGEST_VARCHAR = 16_383;

	private static final int LONGEST_TEXT = 65_535;

	private static final int LONGEST_MEDIUM = 16_777_215;

	private final MysqlRenderer renderer;

	MysqlDefinitions(MysqlRenderer renderer) {
		super(renderer);
		this.renderer = renderer;
	}

	@Override
	protected String genericType(Type.Generic type) {
		return switch (type.name()) {
			case BOOLEAN -> "bit";
			case TINYINT -> "tinyint";
			case SMALLINT -> "smallint";
			case INTEGER -> "integer";
			case BIGINT, INTERVAL -> "bigint";
			case NUMERIC -> "decimal(" + type.length() + "," + type.scale() + ")";
			case FLOAT -> "float(" + type.length() + ")";
			case REAL -> "float";
			case DOUBLE -> "double precision";
			case CHAR, NCHAR -> "char(" + type.length() + ")";
			case VARCHAR -> characters(type);
			case NVARCHAR -> characters(type) + " character set utf8mb4";
			case TEXT -> "text";
			case LONG_TEXT, CLOB, XML -> "longtext";
			case NCLOB -> "longtext character set utf8mb4";
			case BINARY -> "binary(" + type.length() + ")";
			case VARBINARY -> bytes(type);
			case LONG_BINARY, BLOB -> "longblob";
			case DATE -> "date";
			case TIME, TIME_WITH_TIME_ZONE -> "time" + precision(type, "(6)");
			case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> "datetime" + precision(type, "(6)");
			case UUID -> this.renderer.uuidType();
			case JSON -> "json";
			case INET -> "varbinary(19)";
			case GEOMETRY -> "geometry";
			case VECTOR, GEOGRAPHY -> throw noType(type);
		};
	}

	/**
	 * What does not fit into a row becomes the smallest text that holds it, as Hibernate
	 * does it.
	 */
	private static String characters(Type.Generic type) {
		int length = Objects.requireNonNullElse(type.length(), 0);
		if (length <= LONGEST_VARCHAR) {
			return "varchar(" + type.length() + ")";
		}
		return (length <= LONGEST_TEXT) ? "text" : (length <= LONGEST_MEDIUM) ? "mediumtext" : "longtext";
	}

	private static String bytes(Type.Generic type) {
		int length = Objects.requireNonNullElse(type.length(), 0);
		if (length <= LONGEST_TEXT) {
			return "varbinary(" + type.length() + ")";
		}
		return (length <= LONGEST_MEDIUM) ? "mediumblob" : "longblob";
	}

	private UnsupportedChangeException noType(Type.Generic type) {
		return this.renderer.unsupported("make a column of type " + type.name(), "it has no such type",
				"Give another type for it with on(\"" + this.renderer.dialect().id() + "\", …).");
	}

	private static String precision(Type.Generic type, String otherwise) {
		return (type.length() != null) ? "(" + type.length() + ")" : otherwise;
	}

	@Override
	protected String arrayType(Type.Array type) {
		return "json";
	}

	@Override
	protected String enumType(EnumType type) {
		return type.values().stream().map(this.renderer::plainString).collect(Collectors.joining(",", "enum(", ")"));
	}

	/**
	 * The type itself keeps the values.
	 */
	@Override
	public @Nullable CheckConstraint enumCheck(QualifiedName table, Column column) {
		return null;
	}

	@Override
	public String column(Column column, Table table) {
		if (column.isIdentity() && !beginsKey(column, table)) {
			throw this.renderer.unsupported("number column " + table.name() + "." + column.name(),
					"only the first column of a key can be numbered", "Make it the primary key.");
		}
		return this.renderer.quote(column.name()) + " " + text(column, table.name()).sql();
	}

	private static boolean beginsKey(Column column, Table table) {
		PrimaryKey primaryKey = table.primaryKey();
		return (primaryKey != null && primaryKey.columns().get(0).equals(column.name()))
				|| table.uniqueConstraints().stream().anyMatch((key) -> key.columns().get(0).equals(column.name()));
	}

	/**
	 * Return the parts of a column.
	 * @param column the column
	 * @param table its table, for errors
	 * @return the parts
	 */
	ColumnText text(Column column, QualifiedName table) {
		if (column.identityOptions() != null) {
			requireCountable(column.name(), table, column.identityOptions());
		}
		String type = type(column.type());
		String generated = (column.computed() != null) ? computed(column, table, column.computed()) : null;
		String serverDefault = (column.serverDefault() != null) ? defaultOf(column.serverDefault(), column.type(), type)
				: null;
		return new ColumnText(type, null, column.collation(), generated, nullability(column, type), serverDefault, null,
				column.isIdentity(), (column.comment() != null) ? this.renderer.plainString(column.comment()) : null,
				List.of(), List.of());
	}

	private @Nullable String nullability(Column column, String type) {
		if (!column.nullable()) {
			return "NOT NULL";
		}
		// Without it, a server may make the column not null by itself.
		return type.toLowerCase(Locale.ROOT).startsWith("timestamp") ? "NULL" : null;
	}

	/**
	 * Refuse what the numbering of a single column cannot do: the step belongs to the
	 * server.
	 * @param column the column
	 * @param table its table
	 * @param identity how it is numbered
	 */
	void requireCountable(String column, QualifiedName table, Identity identity) {
		SequenceOptions options = identity.options();
		boolean countsByOne = options.increment() == null || options.increment() == 1;
		boolean isBounded = options.minValue() != null || options.maxValue() != null
				|| Boolean.TRUE.equals(options.cycle());
		if (!countsByOne || isBounded) {
			throw this.renderer.unsupported("number column " + table + "." + column + " in its own way",
					"a column counts by one, and from the first value up",
					"Leave out everything but startWith(…), or use a sequence where there are some.");
		}
	}

	@Override
	public String sequenceOptions(SequenceOptions options) {
		return super.sequenceOptions(options).replace("NO CYCLE", "NOCYCLE");
	}

	@Override
	public String collation(String collation) {
		return collation;
	}

	@Override
	protected String computed(Column column, QualifiedName table, Computed computed) {
		if (this.renderer.isMariadb() && !column.nullable()) {
			throw this.renderer.unsupported("compute column " + table + "." + column.name() + " without null",
					"its computed columns take null", "Leave out notNull(), or add a check constraint: check(\"…\", \""
							+ column.name() + " IS NOT NULL\").");
		}
		return generated(computed);
	}

	/**
	 * Return the SQL of what a column is computed from.
	 * @param computed the expression
	 * @return the SQL
	 */
	String generated(Computed computed) {
		return "GENERATED ALWAYS AS (" + computed.expression() + ")" + (computed.isStored() ? " STORED" : " VIRTUAL");
	}

	/**
	 * Return the SQL of a default for a column of some type.
	 * @param value the default
	 * @param type the type, if it is known
	 * @param sqlType the type as SQL
	 * @return the SQL
	 */
	String defaultOf(ServerDefault value, @Nullable Type type, String sqlType) {
		if (value instanceof ServerDefault.CurrentTimestamp) {
			return currentTimestamp(type, sqlType);
		}
		if (value instanceof ServerDefault.Literal literal && literal.value() instanceof byte[] bytes) {
			return bytesDefault(bytes);
		}
		String sql = serverDefault(value);
		boolean needsExpression = value instanceof ServerDefault.Literal literal && literal.value() != null
				&& ColumnText.WITHOUT_LITERAL_DEFAULT.matcher(sqlType).matches();
		return needsExpression ? "(" + sql + ")" : sql;
	}

	/**
	 * A call, since MariaDB makes a constant of whatever else can be one, and does not
	 * say what bytes are in it.
	 */
	private static String bytesDefault(byte[] bytes) {
		return "(unhex('" + HexFormat.of().formatHex(bytes) + "'))";
	}

	/**
	 * A point in time is stored in UTC. Any other current time must have as many fraction
	 * digits as its column.
	 */
	private String currentTimestamp(@Nullable Type type, String sqlType) {
		int open = sqlType.indexOf('(');
		String digits = (open >= 0) ? sqlType.substring(open, sqlType.indexOf(')') + 1) : "";
		boolean isPointInTime = type != null
				&& type.forDialect(this.renderer.dialect().id()) instanceof Type.Generic generic
				&& generic.name() == TypeName.TIMESTAMP_WITH_TIME_ZONE;
		return isPointInTime ? "(UTC_TIMESTAMP" + (digits.isEmpty() ? "()" : digits) + ")"
				: "CURRENT_TIMESTAMP" + digits;
	}

	/**
	 * An expression is a default only in parentheses, but for the current time, which may
	 * have an {@code ON UPDATE} behind it.
	 */
	@Override
	protected String expression(String sql) {
		return CURRENT_TIMESTAMP.matcher(sql.strip()).matches() ? sql : "(" + sql + ")";
	}

	@Override
	protected String foreignKey(ForeignKey key) {
		if (key.onDelete() == ReferentialAction.SET_DEFAULT || key.onUpdate() == ReferentialAction.SET_DEFAULT) {
			throw this.renderer.unsupported("create " + key.describe() + " with SET DEFAULT",
					"InnoDB refuses such a key, or does nothing", "Use SET NULL, or a trigger that sets the default.");
		}
		if (key.match() != null && key.match() != ForeignKey.Match.SIMPLE) {
			throw this.renderer.unsupported("create " + key.describe() + " with MATCH " + key.match(),
					"it only knows MATCH SIMPLE", "Leave out match(…), or make the columns not null.");
		}
		return super.foreignKey(new ForeignKey(key.name(), key.columns(), key.referencedTable(),
				key.referencedColumns(), key.onDelete(), key.onUpdate(), null, key.deferral(), key.isNotValid()));
	}

	@Override
	protected ForeignKey fromAnotherSchema(ForeignKey key) {
		Connection connection = this.renderer.context().connection();
		if (connection == null) {
			throw this.renderer.unsupported("create " + key.describe() + " without its database",
					"it looks for table " + key.referencedTable() + " in the database of the other table",
					"Name the database with referencesIn(…), or run it on the server.");
		}
		try {
			return key.to(new QualifiedName(connection.getCatalog(), key.referencedTable().name()));
		}
		catch (SQLException ex) {
			throw new DatabaseAccessException("The server does not say which database it uses", ex);
		}
	}

	@Override
	protected String deferral(@Nullable Deferral deferral) {
		if (deferral != null) {
			throw this.renderer.unsupported("check a constraint later", "its constraints are checked at once",
					"Leave out deferrable() or initiallyDeferred().");
		}
		return "";
	}

}
