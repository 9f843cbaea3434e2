package dev.migration.jpa;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import dev.migration.dialect.Dialect;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.h2.H2Dialect;
import dev.migration.dialect.mysql.MariadbDialect;
import dev.migration.dialect.mysql.MysqlDialect;
import dev.migration.dialect.postgresql.PostgresqlDialect;
import dev.migration.dialect.sqlite.SqliteDialect;
import dev.migration.jpa.EntityModel.Product;
import dev.migration.operation.TableOperation;
import dev.migration.schema.Column;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.Table;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import org.hibernate.Length;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A table made of the target schema has the columns that Hibernate itself would create.
 */
class HibernateDdlTests {

	/**
	 * What is written differently and is the same. SQLite only looks at the affinity.
	 */
	private static final Map<Product, Map<String, String>> SAME = Map
		.of(Product.POSTGRESQL, Map.of(), Product.H2, Map.of(), Product.SQLITE,
				Map.of("time(0)", "time", "time(3)", "time", "varchar(20000000)", "clob", "varchar(2147483647)",
						"clob"),
				Product.MARIADB, Map.of("float(53)", "double precision", "float(23)", "float"), Product.MYSQL,
				Map.of("float(53)", "double precision", "float(23)", "float"));

	@ParameterizedTest
	@EnumSource
	void everyBasicTypeIsWhatHibernateCreates(Product product) {
		Metadata metadata = EntityModel.metadata(product, Map.of(), Everything.class);
		Map<String, String> expected = new TreeMap<>(hibernate(metadata));
		expected.replaceAll((column, type) -> SAME.get(product).getOrDefault(type, type));
		assertThat(expected).hasSizeGreaterThan(70);
		assertThat(ours(product, EntityModel.metadata(product, Map.of(), Everything.class))).isEqualTo(expected);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.INCLUDE, names = { "POSTGRESQL", "H2" })
	void anIntervalIsWhatHibernateCreates(Product product) {
		assertThat(ours(product, EntityModel.metadata(product, Map.of(), WithInterval.class)))
			.isEqualTo(hibernate(EntityModel.metadata(product, Map.of(), WithInterval.class)));
	}

	@ParameterizedTest
	@EnumSource
	void readingTwiceIsTheSame(Product product) {
		Metadata metadata = EntityModel.metadata(product, Map.of(), Everything.class);
		assertThat(EntitySchema.read(metadata)).isEqualTo(EntitySchema.read(metadata));
	}

	@ParameterizedTest
	@EnumSource
	void whatHibernateHasCreatedIsReadAlike(Product product) {
		Metadata metadata = EntityModel.metadata(product, Map.of(), Everything.class);
		hibernate(metadata);
		assertThat(EntitySchema.read(metadata))
			.isEqualTo(EntitySchema.read(EntityModel.metadata(product, Map.of(), Everything.class)));
	}

	private static Map<String, String> hibernate(Metadata metadata) {
		org.hibernate.mapping.Table table = metadata.getEntityBindings().iterator().next().getTable();
		String sql = metadata.getDatabase()
			.getDialect()
			.getTableExporter()
			.getSqlCreateStrings(table, metadata,
					SqlStringGenerationContextImpl.forTests(metadata.getDatabase().getJdbcEnvironment()))[0];
		return columns(sql);
	}

	private static Map<String, String> ours(Product product, Metadata metadata) {
		Table target = EntitySchema.read(metadata)
			.schema()
			.tables()
			.stream()
			.filter((table) -> !table.name().name().endsWith("_seq"))
			.findFirst()
			.orElseThrow();
		List<Column> columns = target.columns()
			.stream()
			.map((column) -> new Column(column.name(), column.type()))
			.toList();
		Dialect dialect = dialect(product);
		return columns(dialect
			.render(new TableOperation.CreateTable(Table.of(target.name(), columns), false),
					RenderContext.offline(dialect.offlineVersion(), NamingConvention.DEFAULT))
			.stream()
			.map((statement) -> statement.sql())
			.filter((sql) -> sql.toLowerCase().startsWith("create table"))
			.findFirst()
			.orElseThrow());
	}

	private static Dialect dialect(Product product) {
		return switch (product) {
			case POSTGRESQL -> new PostgresqlDialect();
			case H2 -> new H2Dialect();
			case SQLITE -> new SqliteDialect();
			case MARIADB -> new MariadbDialect();
			case MYSQL -> new MysqlDialect();
		};
	}

	/**
	 * Take the columns of a statement apart: the name and the type of each.
	 */
	private static Map<String, String> columns(String createTable) {
		Map<String, String> columns = new LinkedHashMap<>();
		String body = createTable.substring(createTable.indexOf('(') + 1, createTable.lastIndexOf(')'));
		for (String element : body.split(",(?![^()]*\\))")) {
			String[] words = element.strip().replaceAll("\\s+", " ").split(" ", 2);
			if (!words[0].equals("primary") && !words[0].equals("constraint")) {
				columns.put(words[0].replaceAll("[`\"]", ""), type(words[1]));
			}
		}
		return columns;
	}

	private static String type(String definition) {
		return definition.toLowerCase()
			.replaceFirst(" (not null|check|constraint|generated).*$", "")
			.replace("enum (", "enum(")
			.replaceFirst(" array\\[(\\d+)]$", "[$1]")
			.replaceFirst(" array$", "[]");
	}

	enum Kind {

		ONE, TWO

	}

	@Entity(name = "WithInterval")
	static class WithInterval {

		@Id
		Integer id;

		@JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
		Duration interval;

	}

	@Entity(name = "Everything")
	static class Everything {

		@Id
		@GeneratedValue
		Long id;

		boolean boolPrimitive;

		@JdbcTypeCode(SqlTypes.BIT)
		Boolean bit;

		@Convert(converter = YesNoConverter.class)
		Boolean yesNo;

		@Convert(converter = NumericBooleanConverter.class)
		Boolean numericBoolean;

		byte tiny;

		short small;

		int integer32;

		long integer64;

		float float32;

		double float64;

		@jakarta.persistence.Column(precision = 9)
		double float30;

		@JdbcTypeCode(SqlTypes.REAL)
		Float realValue;

		BigDecimal decimalDefault;

		@jakarta.persistence.Column(precision = 12, scale = 3)
		BigDecimal decimal;

		@JdbcTypeCode(SqlTypes.DECIMAL)
		BigDecimal decimalByCode;

		BigInteger bigInteger;

		char character;

		@JdbcTypeCode(SqlTypes.CHAR)
		@jakarta.persistence.Column(length = 3)
		String characters;

		char[] charArray;

		String string;

		@jakarta.persistence.Column(length = 50)
		String string50;

		@jakarta.persistence.Column(length = Length.LONG16)
		String string16bit;

		@jakarta.persistence.Column(length = 70_000)
		String string70k;

		@jakarta.persistence.Column(length = 20_000_000)
		String string20m;

		@jakarta.persistence.Column(length = Length.LONG32)
		String string32bit;

		@JdbcTypeCode(SqlTypes.LONGVARCHAR)
		String longVarchar;

		@JdbcTypeCode(SqlTypes.LONG32VARCHAR)
		String long32Varchar;

		@jakarta.persistence.Column(columnDefinition = "text")
		String inWords;

		@Lob
		String lob;

		@Lob
		@jakarta.persistence.Column(length = 1000)
		String lob1000;

		@Lob
		byte[] binaryLob;

		java.sql.Clob clob;

		java.sql.Blob blob;

		byte[] bytes;

		@jakarta.persistence.Column(length = 20)
		byte[] bytes20;

		@jakarta.persistence.Column(length = 70_000)
		byte[] bytes70k;

		@jakarta.persistence.Column(length = Length.LONG32)
		byte[] bytes32bit;

		@JdbcTypeCode(SqlTypes.BINARY)
		@jakarta.persistence.Column(length = 16)
		byte[] binary16;

		@Nationalized
		String nationalString;

		@Nationalized
		char nationalCharacter;

		@Nationalized
		@Lob
		String nationalLob;

		@Nationalized
		@jakarta.persistence.Column(length = Length.LONG32)
		String nationalLong;

		LocalDate localDate;

		LocalTime localTime;

		@jakarta.persistence.Column(secondPrecision = 3)
		LocalTime localTime3;

		LocalDateTime localDateTime;

		@jakarta.persistence.Column(secondPrecision = 3)
		LocalDateTime localDateTime3;

		Instant instant;

		@jakarta.persistence.Column(secondPrecision = 0)
		Instant instant0;

		OffsetDateTime offsetDateTime;

		OffsetTime offsetTime;

		ZonedDateTime zonedDateTime;

		Date utilDate;

		Calendar calendar;

		java.sql.Date sqlDate;

		java.sql.Timestamp sqlTimestamp;

		@TimeZoneStorage(TimeZoneStorageType.NATIVE)
		OffsetDateTime zoneNative;

		@TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
		OffsetDateTime zoneNormalized;

		@TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC)
		OffsetDateTime zoneUtc;

		@TimeZoneStorage(TimeZoneStorageType.COLUMN)
		OffsetDateTime zoneColumn;

		@TimeZoneStorage(TimeZoneStorageType.AUTO)
		OffsetDateTime zoneAuto;

		Duration duration;

		Year year;

		ZoneOffset zoneOffset;

		UUID uuid;

		@JdbcTypeCode(SqlTypes.BINARY)
		@jakarta.persistence.Column(length = 16)
		UUID uuidAsBytes;

		@JdbcTypeCode(SqlTypes.CHAR)
		UUID uuidAsCharacters;

		@JdbcTypeCode(SqlTypes.VARCHAR)
		UUID uuidAsString;

		InetAddress address;

		Currency currency;

		Class<?> type;

		@JdbcTypeCode(SqlTypes.JSON)
		Map<String, String> json;

		@JdbcTypeCode(SqlTypes.SQLXML)
		String xml;

		Kind ordinal;

		@Enumerated(EnumType.STRING)
		Kind byName;

		@JdbcTypeCode(SqlTypes.VARCHAR)
		@Enumerated(EnumType.STRING)
		Kind asString;

		String[] strings;

		@Array(length = 5)
		String[] fiveStrings;

		List<Integer> integers;

		Set<Instant> instants;

		double[] doubles;

		List<BigDecimal> decimals;

		UUID[] uuids;

	}

}
