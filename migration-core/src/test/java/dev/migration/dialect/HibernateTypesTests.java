package dev.migration.dialect;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.migration.dialect.postgresql.PostgresqlDialect;
import dev.migration.dialect.sqlite.SqliteDialect;
import dev.migration.operation.DataOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.Definitions;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;
import dev.migration.schema.TableElement;
import dev.migration.schema.Types;
import dev.migration.test.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.Length;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.cfg.Configuration;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A table made of the generic types is what Hibernate's validation expects, and what we
 * insert is what Hibernate reads.
 */
class HibernateTypesTests {

	private static final Instant INSTANT = Instant.parse("2026-11-24T10:15:30.123Z");

	private static final UUID UUID_VALUE = UUID.fromString("6f1c1a0e-8a0a-4c39-9d8c-1f7f2f9e0a11");

	@ParameterizedTest
	@EnumSource
	void everyGenericTypePassesValidation(TestDatabase.Kind kind) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		run(database, kind, new TableOperation.CreateTable(table(), false));
		try (SessionFactory sessions = sessionFactory(database, WithLargeObjects.class)) {
			assertThat(sessions.isOpen()).isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource
	void hibernateReadsWhatBulkInsertWrites(TestDatabase.Kind kind) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		run(database, kind, new TableOperation.CreateTable(table(), false));
		run(database, kind, new DataOperation.BulkInsert(QualifiedName.of("everything"),
				List.of(Map.ofEntries(Map.entry("bool_value", true), Map.entry("tiny_value", (byte) 3),
						Map.entry("small_value", (short) 300), Map.entry("int_value", 70_000),
						Map.entry("long_value", 5_000_000_000L), Map.entry("decimal_value", new BigDecimal("12.345")),
						Map.entry("float_value", 1.5f), Map.entry("double_value", 2.25d), Map.entry("char_value", 'x'),
						Map.entry("string_value", "it's"), Map.entry("text_value", "text"),
						Map.entry("date_value", LocalDate.of(2026, 11, 24)),
						Map.entry("time_value", LocalTime.of(10, 15)),
						Map.entry("timestamp_value", LocalDateTime.of(2026, 11, 24, 10, 15, 30)),
						Map.entry("instant_value", INSTANT), Map.entry("uuid_value", UUID_VALUE),
						Map.entry("bytes_value", new byte[] { 1, 2 }), Map.entry("json_value", "{\"a\": \"b\"}")))));
		try (SessionFactory sessions = sessionFactory(database, Everything.class)) {
			Everything row = sessions.fromSession((session) -> session.find(Everything.class, 1));
			assertThat(row.boolValue).isTrue();
			assertThat(row.tinyValue).isEqualTo((byte) 3);
			assertThat(row.decimalValue).isEqualByComparingTo("12.345");
			assertThat(row.charValue).isEqualTo('x');
			assertThat(row.stringValue).isEqualTo("it's");
			assertThat(row.dateValue).isEqualTo("2026-11-24");
			assertThat(row.timeValue).isEqualTo("10:15");
			assertThat(row.timestampValue).isEqualTo("2026-11-24T10:15:30");
			assertThat(row.instantValue).isEqualTo(INSTANT);
			assertThat(row.uuidValue).isEqualTo(UUID_VALUE);
			assertThat(row.bytesValue).containsExactly(1, 2);
			assertThat(row.jsonValue).containsEntry("a", "b");
		}
	}

	@ParameterizedTest
	@EnumSource
	void hibernateReadsTheDefaultsThatTheDatabaseFillsIn(TestDatabase.Kind kind) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		List<TableElement> elements = new ArrayList<>(elements());
		elements
			.replaceAll((element) -> (element instanceof dev.migration.schema.Column column) ? switch (column.name()) {
				case "instant_value" -> column.serverDefault(Definitions.currentTimestamp());
				case "timestamp_value" ->
					column.serverDefault(Definitions.literal(LocalDateTime.of(2026, 11, 24, 10, 15, 30)));
				case "date_value" -> column.serverDefault(Definitions.literal(LocalDate.of(2026, 11, 24)));
				case "uuid_value" -> column.serverDefault(Definitions.literal(UUID_VALUE));
				case "bool_value" -> column.serverDefault(Definitions.literal(true));
				case "string_value" -> column.serverDefault(Definitions.literal("it's"));
				case "int_value" -> column.serverDefault(Definitions.expression("3 + 4"));
				case "bytes_value" -> column.serverDefault(Definitions.literal(new byte[] { 1, 2 }));
				default -> column;
			} : element);
		run(database, kind, new TableOperation.CreateTable(Table.of("everything", elements), false));
		Instant before = Instant.now().minusSeconds(5);
		run(database, kind,
				new DataOperation.BulkInsert(QualifiedName.of("everything"), List.of(Map.of("long_value", 1L))));
		try (SessionFactory sessions = sessionFactory(database, Everything.class)) {
			Everything row = sessions.fromSession((session) -> session.find(Everything.class, 1));
			assertThat(row.instantValue).isBetween(before, Instant.now().plusSeconds(5));
			assertThat(row.timestampValue).isEqualTo("2026-11-24T10:15:30");
			assertThat(row.dateValue).isEqualTo("2026-11-24");
			assertThat(row.uuidValue).isEqualTo(UUID_VALUE);
			assertThat(row.boolValue).isTrue();
			assertThat(row.stringValue).isEqualTo("it's");
			assertThat(row.intValue).isEqualTo(7);
			assertThat(row.bytesValue).containsExactly(1, 2);
		}
	}

	@ParameterizedTest
	@EnumSource
	void theRarerTypesPassValidation(TestDatabase.Kind kind) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		List<TableElement> elements = List.of(Definitions.column("id", Types.integer()).primaryKey(),
				Definitions.column("nstring_value", Types.nationalVarchar(50)),
				Definitions.column("nchar_value", Types.nationalCharacter(1)),
				Definitions.column("nclob_value", Types.nationalClob()),
				Definitions.column("binary_value", Types.binary(16)),
				Definitions.column("float_value", Types.floatingPoint(20)),
				Definitions.column("time_value", Types.time(3)),
				Definitions.column("timestamp_value", Types.timestamp(3)),
				Definitions.column("instant_value", Types.timestampWithTimeZone(3)),
				Definitions.column("enum_value", Types.enumeration("kind_value", "SQLITE", "POSTGRESQL")),
				Definitions.column("inet_value", Types.inet()),
				Definitions.column("duration_value", Types.numeric(21, 0)));
		run(database, kind, new TableOperation.CreateTable(Table.of("rare", elements), false));
		Class<?> entity = (kind == TestDatabase.Kind.SQLITE) ? RareWithStringEnum.class : RareWithNamedEnum.class;
		try (SessionFactory sessions = sessionFactory(database, entity)) {
			assertThat(sessions.isOpen()).isTrue();
		}
	}

	@Test
	void theTypesThatOnlyPostgresqlHasPassValidation() throws Exception {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.POSTGRESQL);
		List<TableElement> elements = List.of(Definitions.column("id", Types.integer()).primaryKey(),
				Definitions.column("strings", Types.array(Types.varchar(255))),
				Definitions.column("numbers", Types.array(Types.integer())),
				Definitions.column("interval_value", Types.interval()), Definitions.column("xml_value", Types.xml()));
		run(database, TestDatabase.Kind.POSTGRESQL,
				new TableOperation.CreateTable(Table.of("special", elements), false));
		try (SessionFactory sessions = sessionFactory(database, Special.class)) {
			assertThat(sessions.isOpen()).isTrue();
		}
	}

	private static Table table() {
		return Table.of("everything", elements());
	}

	private static List<TableElement> elements() {
		return List.of(Definitions.column("id", Types.integer()).primaryKey().identity(),
				Definitions.column("bool_value", Types.bool()), Definitions.column("tiny_value", Types.tinyint()),
				Definitions.column("small_value", Types.smallint()), Definitions.column("int_value", Types.integer()),
				Definitions.column("long_value", Types.bigint()),
				Definitions.column("decimal_value", Types.numeric(12, 3)),
				Definitions.column("float_value", Types.real()),
				Definitions.column("double_value", Types.doublePrecision()),
				Definitions.column("char_value", Types.character(1)),
				Definitions.column("string_value", Types.varchar(50)), Definitions.column("text_value", Types.text()),
				Definitions.column("long_text_value", Types.longText()), Definitions.column("clob_value", Types.clob()),
				Definitions.column("blob_value", Types.blob()), Definitions.column("bytes_value", Types.varbinary(255)),
				Definitions.column("long_bytes_value", Types.longBinary()),
				Definitions.column("date_value", Types.date()), Definitions.column("time_value", Types.time()),
				Definitions.column("timestamp_value", Types.timestamp()),
				Definitions.column("instant_value", Types.timestampWithTimeZone()),
				Definitions.column("offset_value", Types.timestampWithTimeZone()),
				Definitions.column("uuid_value", Types.uuid()), Definitions.column("json_value", Types.json()));
	}

	private static void run(TestDatabase database, TestDatabase.Kind kind, Operation operation) throws Exception {
		Dialect dialect = (kind == TestDatabase.Kind.SQLITE) ? new SqliteDialect() : new PostgresqlDialect();
		try (Connection connection = database.connect()) {
			for (SqlStatement statement : dialect.render(operation,
					RenderContext.offline(dialect.offlineVersion(), NamingConvention.DEFAULT))) {
				try (java.sql.PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
					if (!statement.rows().isEmpty()) {
						List<?> values = statement.rows().get(0);
						for (int i = 0; i < values.size(); i++) {
							dialect.bind(prepared, i + 1, values.get(i));
						}
					}
					prepared.execute();
				}
			}
		}
	}

	private static SessionFactory sessionFactory(TestDatabase database, Class<?> entity) {
		return new Configuration().addAnnotatedClass(entity)
			.setProperty("jakarta.persistence.jdbc.url", database.jdbcUrl())
			.setProperty("jakarta.persistence.jdbc.user", database.user())
			.setProperty("jakarta.persistence.jdbc.password", database.password())
			.setProperty("hibernate.hbm2ddl.auto", "validate")
			.buildSessionFactory();
	}

	@Entity
	@jakarta.persistence.Table(name = "everything")
	static class Everything extends Values {

	}

	@MappedSuperclass
	static class Rare {

		@Id
		Integer id;

		@Nationalized
		@Column(name = "nstring_value", length = 50)
		String nstringValue;

		@Nationalized
		@Column(name = "nchar_value")
		Character ncharValue;

		@Lob
		@Nationalized
		@Column(name = "nclob_value")
		String nclobValue;

		@JdbcTypeCode(SqlTypes.BINARY)
		@Column(name = "binary_value", length = 16)
		byte[] binaryValue;

		@JdbcTypeCode(SqlTypes.FLOAT)
		@Column(name = "float_value", precision = 6)
		Double floatValue;

		@Column(name = "time_value", secondPrecision = 3)
		LocalTime timeValue;

		@Column(name = "timestamp_value", secondPrecision = 3)
		LocalDateTime timestampValue;

		@Column(name = "instant_value", secondPrecision = 3)
		Instant instantValue;

		@Column(name = "inet_value")
		InetAddress inetValue;

		@Column(name = "duration_value")
		Duration durationValue;

	}

	@Entity
	@jakarta.persistence.Table(name = "rare")
	static class RareWithStringEnum extends Rare {

		@Enumerated(EnumType.STRING)
		@Column(name = "enum_value")
		TestDatabase.Kind enumValue;

	}

	@Entity
	@jakarta.persistence.Table(name = "rare")
	static class RareWithNamedEnum extends Rare {

		@Enumerated(EnumType.STRING)
		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Column(name = "enum_value", columnDefinition = "kind_value")
		TestDatabase.Kind enumValue;

	}

	@Entity
	@jakarta.persistence.Table(name = "special")
	static class Special {

		@Id
		Integer id;

		String[] strings;

		List<Integer> numbers;

		@JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
		@Column(name = "interval_value")
		Duration intervalValue;

		@JdbcTypeCode(SqlTypes.SQLXML)
		@Column(name = "xml_value")
		String xmlValue;

	}

	/**
	 * The SQLite driver cannot read what Hibernate maps to large objects, so these are
	 * only validated.
	 */
	@Entity
	@jakarta.persistence.Table(name = "everything")
	static class WithLargeObjects extends Values {

		@Column(name = "long_text_value", length = Length.LONG32)
		String longTextValue;

		@Lob
		@Column(name = "clob_value")
		String clobValue;

		@Lob
		@Column(name = "blob_value")
		byte[] blobValue;

		@Column(name = "long_bytes_value", length = Length.LONG32)
		byte[] longBytesValue;

	}

	@MappedSuperclass
	static class Values {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Integer id;

		@Column(name = "bool_value")
		Boolean boolValue;

		@Column(name = "tiny_value")
		Byte tinyValue;

		@Column(name = "small_value")
		Short smallValue;

		@Column(name = "int_value")
		Integer intValue;

		@Column(name = "long_value")
		Long longValue;

		@Column(name = "decimal_value", precision = 12, scale = 3)
		BigDecimal decimalValue;

		@Column(name = "float_value")
		Float floatValue;

		@Column(name = "double_value")
		Double doubleValue;

		@Column(name = "char_value")
		Character charValue;

		@Column(name = "string_value", length = 50)
		String stringValue;

		@Column(name = "text_value", columnDefinition = "text")
		String textValue;

		@Column(name = "bytes_value")
		byte[] bytesValue;

		@Column(name = "date_value")
		LocalDate dateValue;

		@Column(name = "time_value")
		LocalTime timeValue;

		@Column(name = "timestamp_value")
		LocalDateTime timestampValue;

		@Column(name = "instant_value")
		Instant instantValue;

		@Column(name = "offset_value")
		OffsetDateTime offsetValue;

		@Column(name = "uuid_value")
		UUID uuidValue;

		@JdbcTypeCode(SqlTypes.JSON)
		@Column(name = "json_value")
		Map<String, String> jsonValue;

	}

}
