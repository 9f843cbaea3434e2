package dev.migration.dialect.postgresql;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.migration.DefinitionRefusedException;
import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.InspectedDatabase;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.EnumType;
import dev.migration.schema.Identity;
import dev.migration.schema.Index;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Table;
import dev.migration.schema.TableElement;
import dev.migration.schema.Type;
import dev.migration.schema.Types;
import dev.migration.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.migration.dialect.InspectedDatabase.table;
import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.currentTimestamp;
import static dev.migration.schema.Definitions.expression;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Definitions.sequence;
import static dev.migration.schema.Definitions.unique;
import static dev.migration.schema.Types.bigint;
import static dev.migration.schema.Types.enumeration;
import static dev.migration.schema.Types.integer;
import static dev.migration.schema.Types.sqlType;
import static dev.migration.schema.Types.text;
import static dev.migration.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is read from a real server, and what a server makes of definitions.
 */
class PostgresqlInspectorTests {

	private static final String EVERYTHING = "SELECT (SELECT count(*) FROM pg_class) || ' ' || (SELECT count(*) FROM pg_type)"
			+ " || ' ' || (SELECT count(*) FROM pg_namespace) || ' ' || (SELECT count(*) FROM pg_depend)";

	private static TestDatabase database;

	private InspectedDatabase inspected;

	@BeforeAll
	static void createDatabase() {
		database = TestDatabase.create(TestDatabase.Kind.POSTGRESQL);
	}

	@BeforeEach
	void clean() {
		database.execute("DROP SCHEMA public CASCADE", "DROP SCHEMA IF EXISTS billing CASCADE", "CREATE SCHEMA public");
		this.inspected = new InspectedDatabase(database, new PostgresqlDialect());
	}

	@Test
	void aCreatedSchemaIsInspectedAsItsCanonicalForm() throws SQLException {
		database.execute("CREATE SCHEMA billing");
		Schema target = InspectedDatabase.named(RichSchema.postgresql());
		this.inspected.create(target);
		Schema canonical = this.inspected.canonical(target);
		assertEqual(this.inspected.inspect("billing"), canonical);
		assertEqual(this.inspected.canonical(canonical), canonical);
	}

	@Test
	void theCanonicalFormIsTheSameOnAnEmptyDatabase() throws SQLException {
		Schema target = InspectedDatabase.named(RichSchema.postgresql());
		Schema empty = this.inspected.canonical(target);
		database.execute("CREATE SCHEMA billing");
		this.inspected.create(target);
		assertEqual(empty, this.inspected.canonical(target));
	}

	@Test
	void whatHasNoNameStaysWithoutOneAndInItsOrder() throws SQLException {
		Schema target = schema(
				Table.of("b",
						List.of(column("id", bigint()).primaryKey(), column("n", integer()).check("n > 0"),
								column("a", text()).unique().references("a", "id"), check("a <> ''"))),
				Table.of("a", List.of(column("id", bigint()))));
		Schema canonical = this.inspected.canonicalAsGiven(target);
		assertThat(canonical.tables()).extracting((table) -> table.name().name()).containsExactly("b", "a");
		Table table = canonical.tables().get(0);
		assertThat(table.constraints()).extracting("name").containsOnlyNulls();
		assertThat(table.checkConstraints()).extracting(CheckConstraint::condition)
			.containsExactly("a <> ''::text", "n > 0");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", quoteCharacter = '`', textBlock = """
			varchar(20)      | 'x'                      | x
			varchar(20)      | 'x'::character varying   | x
			varchar(20)      | 'x'::text                | x
			varchar(20)      | 'it''s'                  | it's
			varchar(20)      | E'a\\\\b'                | a\\b
			varchar(20)      | NULL                     | none
			char(5)          | 'x'                      | x
			text             | ''                       | ``
			""")
	void aTextDefaultIsOneValueHoweverItWasSaid(String type, String sql, @Nullable String value) throws SQLException {
		assertThat(canonicalDefault(sqlType(type), expression(sql)))
			.isEqualTo((value != null) ? new ServerDefault.Literal(value) : null);
		if (value != null) {
			assertThat(canonicalDefault(sqlType(type), literal(value))).isEqualTo(new ServerDefault.Literal(value));
		}
	}

	@ParameterizedTest
	@MethodSource
	void aConstantDefaultIsOneValueHoweverItWasSaid(Type type, ServerDefault said, @Nullable Object value)
			throws SQLException {
		assertThat(canonicalDefault(type, said)).isEqualTo(new ServerDefault.Literal(value));
		assertThat(canonicalDefault(type, literal(value))).isEqualTo(new ServerDefault.Literal(value));
	}

	static List<Object[]> aConstantDefaultIsOneValueHoweverItWasSaid() {
		UUID uuid = UUID.fromString("0b0c5d5e-1d0f-4a52-9e53-8d1b6d2a7f11");
		return List.of(new Object[] { integer(), expression("-1"), -1 },
				new Object[] { integer(), expression("'-1'"), -1 }, new Object[] { integer(), literal(-1L), -1 },
				new Object[] { bigint(), expression("5000000000"), 5_000_000_000L },
				new Object[] { bigint(), expression("0::bigint"), 0 },
				new Object[] { Types.numeric(10, 2), expression("1.50"), new BigDecimal("1.5") },
				new Object[] { Types.numeric(10, 2), literal(new BigDecimal("10.00")), 10 },
				new Object[] { Types.numeric(30, 0), expression("123456789012345678901"),
						new BigDecimal("123456789012345678901") },
				new Object[] { Types.doublePrecision(), expression("'0.1'"), new BigDecimal("0.1") },
				new Object[] { Types.bool(), expression("'t'"), true },
				new Object[] { Types.date(), expression("'2026-02-03'"), LocalDate.of(2026, 2, 3) },
				new Object[] { Types.uuid(), expression("'" + uuid + "'"), uuid },
				new Object[] { enumeration("mood", "sad", "glad"), expression("'glad'::mood"), "glad" });
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			integer                     | 1.7::integer        | (1.7)::integer
			date                        | 'infinity'::date    | 'infinity'::date
			jsonb                       | '{}'                | '{}'::jsonb
			integer[]                   | '{1,2}'             | '{1,2}'::integer[]
			varchar(5)                  | lower('A')          | lower('A'::text)
			timestamp                   | localtimestamp      | LOCALTIMESTAMP
			""")
	void anyOtherDefaultIsTheTextOfTheServer(String type, String sql, String text) throws SQLException {
		assertThat(canonicalDefault(sqlType(type), expression(sql))).isEqualTo(new ServerDefault.Expression(text));
	}

	@ParameterizedTest
	@CsvSource({ "now()", "CURRENT_TIMESTAMP", "transaction_timestamp()" })
	void theTimeOfTheInsertIsTheCurrentTimestamp(String sql) throws SQLException {
		assertThat(canonicalDefault(Types.timestampWithTimeZone(), expression(sql))).isEqualTo(currentTimestamp());
	}

	private @Nullable ServerDefault canonicalDefault(Type type, ServerDefault value) throws SQLException {
		Table table = Table.of("t", List.of(column("c", type).serverDefault(value)));
		return this.inspected.canonical(schema(table)).tables().get(0).columns().get(0).serverDefault();
	}

	@ParameterizedTest
	@MethodSource
	void typesOfTheServerAreReadAsGenericOnesWhereTheyAre(String sql, Type type) throws SQLException {
		database.execute("CREATE DOMAIN email AS varchar(100)", "CREATE TYPE mood AS ENUM ('sad', 'glad')",
				"CREATE TABLE t (c " + sql + ")");
		assertThat(table(this.inspected.inspect(), "t").columns().get(0).type()).isEqualTo(type);
		Table target = Table.of("t", List.of(column("c", type)));
		assertThat(this.inspected.canonical(schema(target)).tables().get(0).columns().get(0).type()).isEqualTo(type);
	}

	static List<Object[]> typesOfTheServerAreReadAsGenericOnesWhereTheyAre() {
		Type mood = enumeration("mood", "sad", "glad");
		return List.of(new Object[] { "text", text() }, new Object[] { "varchar(10)", varchar(10) },
				new Object[] { "varchar", sqlType("character varying") },
				new Object[] { "char(3)", Types.character(3) }, new Object[] { "char", Types.character(1) },
				new Object[] { "\"char\"", sqlType("\"char\"") }, new Object[] { "timestamp", Types.timestamp() },
				new Object[] { "timestamp(6)", Types.timestamp() }, new Object[] { "timestamp(3)", Types.timestamp(3) },
				new Object[] { "timestamptz(6)", Types.timestampWithTimeZone() },
				new Object[] { "timestamptz(0)", Types.timestampWithTimeZone(0) },
				new Object[] { "time(6)", Types.time() }, new Object[] { "timetz", Types.timeWithTimeZone() },
				new Object[] { "numeric", sqlType("numeric") }, new Object[] { "numeric(8)", Types.numeric(8, 0) },
				new Object[] { "int2", Types.smallint() }, new Object[] { "float4", Types.real() },
				new Object[] { "float(53)", Types.doublePrecision() }, new Object[] { "bytea", Types.longBinary() },
				new Object[] { "oid", Types.blob() }, new Object[] { "interval second(6)", Types.interval() },
				new Object[] { "interval", sqlType("interval") }, new Object[] { "json", sqlType("json") },
				new Object[] { "jsonb", Types.json() }, new Object[] { "bit(8)", sqlType("bit(8)") },
				new Object[] { "email", sqlType("email") }, new Object[] { "int[]", Types.array(integer()) },
				new Object[] { "int[3][3]", Types.array(integer()) },
				new Object[] { "varchar(5)[]", Types.array(varchar(5)) },
				new Object[] { "email[]", Types.array(sqlType("email")) }, new Object[] { "mood", mood },
				new Object[] { "mood[]", Types.array(mood) });
	}

	@Test
	void aSerialColumnIsAnIdentity() throws SQLException {
		database.execute("CREATE TABLE t (id bigserial PRIMARY KEY, n serial, m integer DEFAULT nextval('t_n_seq'))");
		Schema schema = this.inspected.inspect();
		Table table = table(schema, "t");
		assertThat(table.columns()).extracting(Column::identityOptions)
			.containsExactly(Identity.BY_DEFAULT, Identity.BY_DEFAULT, null);
		assertThat(schema.sequences()).isEmpty();
		assertThat(
				this.inspected.canonical(schema(Table.of("t", List.of(column("id", bigint()).identity().primaryKey()))))
					.tables()
					.get(0)
					.columns()
					.get(0))
			.isEqualTo(table.columns().get(0));
	}

	@Test
	void countingOptionsThatAreTheDefaultAreLeftOut() throws SQLException {
		database.execute("CREATE SEQUENCE plain", "CREATE SEQUENCE small AS smallint",
				"CREATE SEQUENCE down INCREMENT BY -1", "CREATE SEQUENCE pooled INCREMENT BY 50 START 1",
				"CREATE SEQUENCE late MINVALUE 5", "CREATE SEQUENCE round MAXVALUE 9 CACHE 4 CYCLE");
		Schema target = new Schema(List.of(), List.of(),
				List.of(sequence("down").incrementBy(-1).maxValue(-1).startWith(-1),
						sequence("late").minValue(5).startWith(5).noCycle(), sequence("plain").startWith(1).cache(1),
						sequence("pooled").incrementBy(50), sequence("round").maxValue(9).cache(4).cycle(),
						sequence("small")),
				List.of());
		assertThat(this.inspected.inspect().sequences()).isEqualTo(this.inspected.canonical(target).sequences())
			.contains(sequence("plain"), sequence("pooled").incrementBy(50), sequence("late").minValue(5));
	}

	@Test
	void whatBelongsToSomethingElseIsLeftOut() throws SQLException {
		database.execute("CREATE TABLE parent (id int NOT NULL, kind int) PARTITION BY LIST (kind)",
				"CREATE TABLE part_1 PARTITION OF parent FOR VALUES IN (1)", "CREATE TABLE base (id int)",
				"CREATE TABLE child () INHERITS (base)", "CREATE EXTENSION hstore",
				"CREATE TABLE of_extension (id int)", "CREATE SEQUENCE seq_of_extension",
				"CREATE TYPE enum_of_extension AS ENUM ('a')", "ALTER EXTENSION hstore ADD TABLE of_extension",
				"ALTER EXTENSION hstore ADD SEQUENCE seq_of_extension",
				"ALTER EXTENSION hstore ADD TYPE enum_of_extension", "CREATE VIEW v AS SELECT 1",
				"CREATE TABLE nothing ()", "CREATE INDEX ix ON parent (id)");
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("CREATE TEMPORARY TABLE temporary (id int)");
			Schema schema = new PostgresqlDialect().inspector().inspect(connection, List.of("pg_catalog"));
			assertThat(schema.tables()).extracting((table) -> table.name().toString())
				.containsExactly("base", "parent");
			assertThat(schema.indexes()).extracting(Index::name).containsExactly("ix");
			assertThat(schema.sequences()).isEmpty();
			assertThat(schema.enumTypes()).isEmpty();
		}
		database.execute("DROP EXTENSION hstore CASCADE");
	}

	@Test
	void anIndexThatIsNotValidIsNotThere() throws SQLException {
		database.execute("CREATE TABLE t (id int)", "INSERT INTO t VALUES (1), (1)");
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> statement.execute("CREATE UNIQUE INDEX CONCURRENTLY ux ON t (id)"));
		}
		assertThat(this.inspected.inspect().indexes()).isEmpty();
	}

	@Test
	void theDefaultSchemaIsNotNamed() throws SQLException {
		database.execute("CREATE SCHEMA billing", "CREATE TABLE a (id int PRIMARY KEY)",
				"CREATE TABLE billing.b (id int REFERENCES public.a)");
		Schema schema = this.inspected.inspect("billing", "public");
		assertThat(schema.tables()).extracting(Table::name)
			.containsExactlyInAnyOrder(QualifiedName.of("a"), new QualifiedName("billing", "b"));
		assertThat(schema.table(new QualifiedName("billing", "b")).orElseThrow().foreignKeys().get(0).referencedTable())
			.isEqualTo(QualifiedName.of("a"));
		Schema target = schema(Table.of(new QualifiedName("public", "a"), List.of(column("id", integer()))));
		assertThat(this.inspected.canonical(target).tables().get(0).name()).isEqualTo(QualifiedName.of("a"));
	}

	@Test
	void aNameIsCutAsTheServerCutsIt() throws SQLException {
		String name = "ä".repeat(40);
		Schema target = schema(Table.of(name, List.of(column(name, integer()), check(name, "\"" + name + "\" > 0"))));
		this.inspected.create(target);
		assertEqual(this.inspected.inspect(), this.inspected.canonical(target));
	}

	@Test
	void aCheckThatWasCreatedFromTheTextOfTheServerIsTheSame() throws SQLException {
		database.execute("CREATE TABLE t (s varchar(9) CONSTRAINT ck CHECK (s IN ('a', 'it''s')))");
		Schema first = this.inspected.inspect();
		database.execute("DROP TABLE t");
		this.inspected.create(first);
		assertEqual(this.inspected.inspect(), first);
		assertEqual(this.inspected.canonical(first), first);
	}

	@Test
	void anEnumTypeThatIsThereWithOtherValuesIsNotInTheWay() throws SQLException {
		database.execute("CREATE SCHEMA billing", "CREATE TYPE mood AS ENUM ('bad')",
				"CREATE TYPE billing.state AS ENUM ('old')");
		EnumType state = new EnumType(new QualifiedName("billing", "state"), List.of("open", "paid"));
		Table table = Table.of("t",
				List.of(column("mood", enumeration("mood", "sad", "glad")).serverDefault(literal("glad")),
						column("state", enumeration(state)).serverDefault(expression("'open'::billing.state")),
						column("states", Types.array(enumeration(state))),
						check("ck", "state <> 'paid'::billing.state AND mood <> 'sad'")));
		Table canonical = this.inspected.canonical(schema(table)).tables().get(0);
		assertThat(canonical.columns()).extracting(Column::type)
			.containsExactly(enumeration("mood", "sad", "glad"), enumeration(state), Types.array(enumeration(state)));
		database.execute("DROP TYPE mood", "DROP TYPE billing.state",
				"CREATE TYPE billing.state AS ENUM ('open', 'paid')");
		this.inspected.create(schema(table));
		assertThat(table(this.inspected.inspect(), "t")).isEqualTo(canonical);
	}

	@Test
	void aTableNamedLikeATypeIsNotInTheWay() throws SQLException {
		List<TableElement> columns = List.of(column("a", Types.text()), column("b", Types.date()),
				column("c", Types.uuid()), column("d", Types.json()), column("e", Types.array(Types.text())),
				column("f", sqlType("point")), check("ck", "a <> 'x'::text"));
		Schema target = schema(Table.of("text", columns), Table.of("date", columns), Table.of("jsonb", columns),
				Table.of("point", columns), Table.of("uuid", columns), Table.of("t", columns));
		Schema canonical = this.inspected.canonical(target);
		this.inspected.create(target);
		assertEqual(this.inspected.inspect(), canonical);
	}

	@Test
	void anErrorNamesTheDefinition() {
		assertRefused(Table.of("t", List.of(column("n", integer()), check("ck_t", "m > 0"))),
				"check constraint 'ck_t' of table 't' (m > 0)");
		assertRefused(Table.of("t", List.of(column("n", integer()), column("bad", sqlType("nope(3)")))),
				"column 't.bad' (bad nope(3))");
		assertRefused(
				Table.of("t",
						List.of(column("n", integer()), column("d", integer()).serverDefault(expression("x(1)")))),
				"column 't.d' (d integer DEFAULT x(1))");
		Schema indexed = new Schema(List.of(Table.of("t", List.of(column("n", integer())))),
				List.of(index("ix").on("t", "n").where("o = 1")), List.of(), List.of());
		assertThatExceptionOfType(DefinitionRefusedException.class).isThrownBy(() -> this.inspected.canonical(indexed))
			.withMessageContaining("index 'ix' of table 't'")
			.withMessageContaining("\"o\"");
	}

	@Test
	void aNameThatTwoTablesGiveIsRefused() throws SQLException {
		Schema twice = schema(
				Table.of("client", List.of(column("phone", Types.text()), unique("uq_phone").on("phone"))),
				Table.of("staff", List.of(column("phone", Types.text()), unique("uq_phone").on("phone"))));
		assertThatExceptionOfType(UnsupportedChangeException.class).isThrownBy(() -> this.inspected.canonical(twice))
			.withMessage(
					"PostgreSQL cannot create unique constraint 'uq_phone' of table 'staff': the unique constraint "
							+ "'uq_phone' of table 'client' has the same name, and there a schema takes it only once");
		Table elsewhere = Table.of(new QualifiedName("billing", "staff"),
				List.of(column("phone", Types.text()), unique("uq_phone").on("phone")));
		Schema apart = schema(twice.tables().get(0), elsewhere);
		assertThat(this.inspected.canonical(apart).tables()).hasSize(2);
		Schema indexed = new Schema(List.of(twice.tables().get(0)), List.of(index("client").on("client", "phone")),
				List.of(), List.of());
		assertThatExceptionOfType(UnsupportedChangeException.class).isThrownBy(() -> this.inspected.canonical(indexed))
			.withMessageContaining("index 'client' of table 'client': the table 'client' has the same name");
	}

	private void assertRefused(Table table, String words) {
		List<String> before = CatalogueSnapshot.of(database);
		assertThatExceptionOfType(DefinitionRefusedException.class)
			.isThrownBy(() -> this.inspected.canonical(schema(table)))
			.withMessageContaining(words);
		assertThat(CatalogueSnapshot.of(database)).isEqualTo(before);
	}

	@Test
	void nothingIsLeftBehindAndNothingOfTheUserIsLocked() throws SQLException {
		database.execute("CREATE SCHEMA billing");
		Schema target = InspectedDatabase.named(RichSchema.postgresql());
		this.inspected.create(target);
		List<String> before = CatalogueSnapshot.of(database);
		List<String> everything = database.query(EVERYTHING);
		List<String> tables = database.query("SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r'"
				+ " AND relnamespace::regnamespace::text IN ('public', 'billing')");
		try (Connection other = database.connect(); Statement lock = other.createStatement()) {
			other.setAutoCommit(false);
			lock.execute("LOCK TABLE " + String.join(", ", tables) + " IN ACCESS EXCLUSIVE MODE");
			try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
				statement.execute("SET lock_timeout = '2s'");
				this.inspected.canonical(connection, target);
				assertThat(connection.getAutoCommit()).isTrue();
			}
		}
		assertThat(CatalogueSnapshot.of(database)).isEqualTo(before);
		assertThat(database.query(EVERYTHING)).isEqualTo(everything);
	}

	@Test
	void temporaryTablesOfTheSessionAreNotInTheWay() throws SQLException {
		Table table = Table.of("t", List.of(column("n", integer()), check("ck", "n > 0")));
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("CREATE TEMPORARY TABLE t (x text)");
			Table canonical = this.inspected.canonical(connection, schema(table)).tables().get(0);
			assertThat(canonical.checkConstraints()).containsExactly(new CheckConstraint("ck", "n > 0"));
			statement.execute("SELECT x FROM t");
		}
	}

	@Test
	void aRoleThatOwnsNothingCanInspect() throws SQLException {
		database.execute("CREATE SCHEMA billing");
		this.inspected.create(InspectedDatabase.named(RichSchema.postgresql()));
		Schema asOwner = this.inspected.inspect("billing");
		database.execute("DROP ROLE IF EXISTS visitor", "CREATE ROLE visitor LOGIN PASSWORD 'visitor'");
		database.execute("GRANT USAGE ON SCHEMA public TO visitor");
		try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), "visitor", "visitor")) {
			assertThat(new PostgresqlDialect().inspector().inspect(connection, List.of("billing")).tables())
				.hasSameSizeAs(asOwner.tables());
			this.inspected.canonical(connection, RichSchema.postgresql());
		}
	}

	@Test
	void withoutTheRightToTemporaryTablesTheErrorSaysTheWayOut() throws SQLException {
		String name = database.jdbcUrl().substring(database.jdbcUrl().lastIndexOf('/') + 1);
		database.execute("DROP ROLE IF EXISTS guest", "CREATE ROLE guest LOGIN PASSWORD 'guest'",
				"REVOKE TEMPORARY ON DATABASE " + name + " FROM PUBLIC");
		Schema target = schema(Table.of("t", List.of(column("n", integer()))));
		try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), "guest", "guest")) {
			assertThatExceptionOfType(DefinitionRefusedException.class)
				.isThrownBy(() -> this.inspected.canonical(connection, target))
				.withMessageContaining("cannot create temporary tables")
				.satisfies((ex) -> assertThat(ex.getAction()).contains("GRANT TEMPORARY"));
		}
		finally {
			database.execute("GRANT TEMPORARY ON DATABASE " + name + " TO PUBLIC");
		}
		try (Connection connection = database.connect()) {
			connection.setReadOnly(true);
			assertThatExceptionOfType(DefinitionRefusedException.class)
				.isThrownBy(() -> this.inspected.canonical(connection, target))
				.withMessageContaining("only reads");
		}
	}

	@Test
	void theNumberOfQueriesDoesNotDependOnTheNumberOfTables() throws SQLException {
		this.inspected.create(manyTables(3, 4));
		int few = this.inspected.statementsOfInspection();
		database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
		this.inspected.create(manyTables(60, 4));
		assertThat(this.inspected.inspect().tables()).hasSize(60);
		assertThat(this.inspected.statementsOfInspection()).isEqualTo(few).isLessThanOrEqualTo(8);
	}

	private static Schema manyTables(int count, int columns) {
		List<Table> tables = new ArrayList<>();
		List<Index> indexes = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			List<TableElement> elements = new ArrayList<>(List.of(column("id", bigint()).identity().primaryKey()));
			for (int j = 1; j < columns; j++) {
				elements.add(column("c" + j, (j % 2 == 0) ? varchar(100) : integer()));
			}
			elements.add(check("ck_" + i, "c1 > 0"));
			tables.add(Table.of("t" + i, elements));
			indexes.add(index("ix_" + i).on("t" + i, "c1"));
		}
		return new Schema(tables, indexes, List.of(), List.of());
	}

	private static Schema schema(Table... tables) {
		return new Schema(List.of(tables), List.of(), List.<Sequence>of(), List.of());
	}

	private static void assertEqual(Schema actual, Schema expected) {
		assertThat(actual.tables()).isEqualTo(expected.tables());
		assertThat(actual.indexes()).isEqualTo(expected.indexes());
		assertThat(actual.sequences()).isEqualTo(expected.sequences());
		assertThat(actual.enumTypes()).isEqualTo(expected.enumTypes());
	}

}
