package dev.migration.runtime;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import dev.migration.schema.ServerDefault;
import dev.migration.schema.Type;
import dev.migration.schema.TypeName;
import dev.migration.schema.Types;
import dev.migration.test.TestDatabase.Kind;
import org.jspecify.annotations.Nullable;

import static dev.migration.schema.Definitions.currentTimestamp;
import static dev.migration.schema.Definitions.expression;
import static dev.migration.schema.Definitions.literal;

/**
 * The types that a kind of database has, and values for them.
 */
final class RandomTypes {

	private final Random random;

	private final Kind kind;

	RandomTypes(Random random, Kind kind) {
		this.random = random;
		this.kind = kind;
	}

	/**
	 * Return any type.
	 */
	Type any() {
		return switch (this.random.nextInt(5)) {
			case 0 -> ofKey();
			case 1 -> (this.random.nextInt(3) == 0) ? ofDatabase()
					: pick(Types.text(), Types.longText(), Types.clob(), Types.nationalClob(), Types.binary(16),
							Types.longBinary(), Types.blob(), Types.json(), Types.xml(), Types.inet(), Types.interval(),
							Types.array(Types.integer()), Types.array(Types.varchar(9)), Types.array(Types.uuid()),
							(this.kind == Kind.H2 || this.kind == Kind.MARIADB) ? Types.geometry() : Types.text(),
							Types.varchar(20_000), new Type.Array(Types.bigint(), 4));
			default -> comparable();
		};
	}

	/**
	 * Return a type in the words of the database.
	 */
	private Type ofDatabase() {
		return Types.sqlType(switch (this.kind) {
			case POSTGRESQL -> pick("timestamp(0)", "bit(5)", "money", "int4range", "varchar", "numeric", "point",
					"varchar(9)[]", "tsvector", "\"char\"", "interval day to second(3)", "numeric(3,-2)");
			case MARIADB -> pick("tinyint(1)", "int unsigned", "year", "set('a','it''s')", "mediumtext", "bit(9)",
					"timestamp", "inet6", "decimal(5,2) unsigned", "char(3) character set latin1", "enum('a\\\\b','c')",
					"mediumint(5) zerofill");
			case H2 -> pick("decfloat(9)", "varchar_ignorecase(9)", "interval year to month", "time(3) with time zone",
					"integer array[3]", "enum('a', 'it''s')", "char varying(9)", "numeric(9, 9)");
			default -> pick("decimal", "datetime", "unsigned big int", "varchar(9) collate nocase", "double precision",
					"character varying (9)", "\"odd type\"");
		});
	}

	/**
	 * Return a type with a value that can be in an index.
	 */
	Type comparable() {
		return (this.random.nextInt(3) > 0) ? ofKey()
				: pick(Types.bool(), Types.tinyint(), Types.floatingPoint(20), Types.floatingPoint(53), Types.real(),
						Types.doublePrecision(), Types.nationalVarchar(30), Types.nationalCharacter(4), Types.date(),
						Types.time(), Types.time(3), Types.timestamp(), Types.timestamp(0), Types.timestamp(3),
						Types.timestampWithTimeZone(), Types.timestampWithTimeZone(3), Types.timeWithTimeZone(),
						Types.varbinary(40));
	}

	/**
	 * Return a type whose values differ from row to row.
	 */
	Type ofKey() {
		return pick(Types.smallint(), Types.integer(), Types.bigint(), Types.numeric(10, 2), Types.numeric(12, 0),
				Types.numeric(38, 10), Types.varchar(20 + this.random.nextInt(20)), Types.character(12), Types.uuid());
	}

	/**
	 * Return a type that can hold the values of another one.
	 */
	Type instead(Type type, boolean hasRows) {
		if (!(type instanceof Type.Generic generic)) {
			return type;
		}
		if (!hasRows && this.random.nextInt(3) == 0 && convertsToAnything(generic.name())) {
			return comparable();
		}
		return switch (generic.name()) {
			case TINYINT, SMALLINT, INTEGER -> pick(Types.integer(), Types.bigint());
			case BIGINT -> pick(Types.integer(), Types.numeric(18, 0));
			case NUMERIC -> pick(Types.numeric(14, 2), Types.numeric(12, 3));
			case FLOAT, REAL, DOUBLE -> pick(Types.doublePrecision(), Types.real(), Types.floatingPoint(53));
			case CHAR, VARCHAR, NCHAR, NVARCHAR -> pick(Types.varchar(60), Types.varchar(25), Types.character(14));
			case TEXT, LONG_TEXT -> pick(Types.longText(), Types.text());
			case VARBINARY -> pick(Types.varbinary(50), Types.longBinary());
			case TIME -> pick(Types.time(), Types.time(3), Types.time(0));
			case TIMESTAMP -> pick(Types.timestamp(), Types.timestamp(3), Types.timestamp(0));
			case TIMESTAMP_WITH_TIME_ZONE -> pick(Types.timestampWithTimeZone(), Types.timestampWithTimeZone(3));
			default -> type;
		};
	}

	private static boolean convertsToAnything(TypeName name) {
		return name == TypeName.VARCHAR || name == TypeName.NVARCHAR;
	}

	static boolean isComparable(Type type) {
		return type instanceof Type.Generic generic && switch (generic.name()) {
			// Too long for an index of MariaDB.
			case VARCHAR -> generic.length() != null && generic.length() < 1000;
			case TEXT, LONG_TEXT, CLOB, NCLOB, LONG_BINARY, BLOB, JSON, XML, INET, INTERVAL, GEOMETRY, BINARY -> false;
			default -> true;
		};
	}

	static boolean isDistinct(Type type) {
		return isComparable(type) && type instanceof Type.Generic generic && switch (generic.name()) {
			case SMALLINT, INTEGER, BIGINT, NUMERIC, VARCHAR, CHAR, UUID -> true;
			default -> false;
		};
	}

	/**
	 * Return the value of a row.
	 * @return the value, or {@code null} if none is known
	 */
	static @Nullable Object value(Type type, int row) {
		if (type instanceof Type.Enumeration enumeration) {
			return enumeration.enumType().values().get(0);
		}
		if (!(type instanceof Type.Generic generic)) {
			return null;
		}
		return switch (generic.name()) {
			case BOOLEAN -> row % 2 == 0;
			case TINYINT, SMALLINT, INTEGER, BIGINT -> row;
			case NUMERIC -> BigDecimal.valueOf(row);
			case FLOAT, REAL, DOUBLE -> row + 0.5;
			case CHAR, VARCHAR, NCHAR, NVARCHAR, TEXT, LONG_TEXT -> row + "ü'";
			case BINARY -> "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
			case VARBINARY, LONG_BINARY -> new byte[] { 1, (byte) row, -1 };
			case DATE -> LocalDate.of(2024, 2, row);
			case TIME -> LocalTime.of(row, 59, 59);
			case TIMESTAMP -> LocalDateTime.of(2024, 2, row, 23, 59, 59);
			case TIMESTAMP_WITH_TIME_ZONE -> Instant.parse("2024-02-29T23:59:59Z").plusSeconds(row);
			case UUID -> new UUID(0x1234_5678_9abc_4ef0L, 0x9000_0000_0000_0000L + row);
			default -> null;
		};
	}

	/**
	 * Return a default for a column.
	 * @return the default, or {@code null} if it gets none
	 */
	@Nullable ServerDefault serverDefault(Type type) {
		Object value = value(type, 1 + this.random.nextInt(9));
		if (value == null) {
			return null;
		}
		if (type instanceof Type.Generic generic && this.random.nextInt(3) == 0) {
			return switch (generic.name()) {
				case SMALLINT, INTEGER, BIGINT, NUMERIC ->
					pick(expression("1 + 2"), expression("abs(-7)"), literal(-1), literal(0));
				case VARCHAR, NVARCHAR, TEXT -> pick(expression("upper('a''b')"), literal(""), literal("1"),
						literal("NULL"), literal("a\\b"), literal("a\nb\t'\""), literal("\\'"));
				case DATE -> expression("CURRENT_DATE");
				case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> currentTimestamp();
				case BOOLEAN -> literal(true);
				default -> literal(value);
			};
		}
		return literal(value);
	}

	/**
	 * Return a collation for a column.
	 */
	String collation() {
		return switch (this.kind) {
			case POSTGRESQL -> "C";
			case MARIADB -> "utf8mb4_bin";
			default -> "NOCASE";
		};
	}

	@SafeVarargs
	final <T> T pick(T... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

}
