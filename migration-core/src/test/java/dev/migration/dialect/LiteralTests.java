package dev.migration.dialect;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import dev.migration.schema.Type;
import dev.migration.schema.Types;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migration.schema.Definitions.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * A value that is written into SQL is the same as one that is bound.
 */
class LiteralTests {

	@ParameterizedTest
	@EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
	void aLiteralIsWhatABoundValueIs(Kind kind) throws Exception {
		try (DialectSession session = DialectSession.open(kind)) {
			int number = 0;
			for (Value each : values(kind)) {
				String table = "t" + number++;
				session.run((op) -> {
					op.createTable(table, column("how", Types.varchar(9)), column("v", each.type));
					op.execute("INSERT INTO " + table + " VALUES ('bound', :v)", Map.of("v", each.value));
					op.execute("INSERT INTO " + table + " VALUES ('literal', " + op.literal(each.value) + ")");
				});
				assertThat(session.query("SELECT count(*) FROM " + table + " a JOIN " + table
						+ " b ON a.v = b.v WHERE a.how = 'bound' AND b.how = 'literal'"))
					.as(each.value.getClass() + " " + each.value + " as " + session.query("SELECT v FROM " + table))
					.containsExactly("1");
			}
		}
	}

	private static List<Value> values(Kind kind) {
		List<Value> values = new ArrayList<>(List.of(new Value(Types.date(), Date.valueOf("2024-02-29")),
				new Value(Types.date(), LocalDate.of(1900, 1, 1)), new Value(Types.time(), Time.valueOf("13:05:07")),
				new Value(Types.time(), new Time(Time.valueOf("13:05:07").getTime() + 120)),
				new Value(Types.time(), LocalTime.of(23, 59, 59, 123_456_000)),
				new Value(Types.timestamp(), Timestamp.valueOf("2024-02-29 23:59:59.123456")),
				new Value(Types.timestamp(), LocalDateTime.of(1969, 12, 31, 0, 0)),
				new Value(Types.timestampWithTimeZone(), Instant.parse("2024-02-29T23:59:59.123456Z")),
				new Value(Types.timestampWithTimeZone(), OffsetDateTime.parse("2024-02-29T23:59:59+05:30")),
				new Value(Types.timestampWithTimeZone(),
						ZonedDateTime.parse("2024-07-01T12:00:00+02:00[Europe/Berlin]")),
				new Value(Types.bool(), true), new Value(Types.bool(), false),
				new Value(Types.bigint(), Long.MIN_VALUE), new Value(Types.doublePrecision(), 1e300),
				new Value(Types.doublePrecision(), -0.1),
				new Value(Types.numeric(30, 10), new BigDecimal("-12345678901234567890.0123456789")),
				new Value(Types.varbinary(20), new byte[] { 0, 1, (byte) 0xff, '\'', '\\' }),
				new Value(Types.uuid(), UUID.fromString("6f1c1d3a-0b7e-4c55-9f7b-2f0d3f1f2a01")),
				new Value(Types.varchar(80), "it's \\ \"both\" \\' ü 😀 ; -- ? :v $1 $$ \n"),
				new Value(Types.varchar(80), TimeUnit.SECONDS), new Value(Types.varchar(80), '\'')));
		if (kind == Kind.POSTGRESQL || kind == Kind.H2) {
			values.add(new Value(Types.doublePrecision(), Double.NaN));
			values.add(new Value(Types.doublePrecision(), Double.POSITIVE_INFINITY));
			values.add(new Value(Types.doublePrecision(), Float.NEGATIVE_INFINITY));
		}
		return values;
	}

	@ParameterizedTest
	@ValueSource(doubles = { Double.NaN, Double.POSITIVE_INFINITY })
	void mysqlHasNoNumberThatIsNone(double value) {
		assertThatIllegalArgumentException().isThrownBy(() -> DialectSession.dialect(Kind.MARIADB).literal(value))
			.withMessageContaining("has no literal form in mariadb");
	}

	/**
	 * A value and the type of its column.
	 */
	private record Value(Type type, Object value) {
	}

}
