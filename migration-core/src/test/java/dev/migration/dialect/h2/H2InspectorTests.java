package dev.migration.dialect.h2;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import dev.migration.DefinitionRefusedException;
import dev.migration.dialect.InspectedDatabase;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Identity;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ReferentialAction;
import dev.migration.schema.Schema;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Table;
import dev.migration.schema.Type;
import dev.migration.schema.Types;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.migration.dialect.InspectedDatabase.table;
import static dev.migration.schema.Definitions.always;
import static dev.migration.schema.Definitions.by;
import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.comment;
import static dev.migration.schema.Definitions.currentTimestamp;
import static dev.migration.schema.Definitions.expression;
import static dev.migration.schema.Definitions.foreignKey;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Definitions.primaryKey;
import static dev.migration.schema.Definitions.sequence;
import static dev.migration.schema.Definitions.stored;
import static dev.migration.schema.Definitions.table;
import static dev.migration.schema.Definitions.unique;
import static dev.migration.schema.Types.array;
import static dev.migration.schema.Types.bigint;
import static dev.migration.schema.Types.enumeration;
import static dev.migration.schema.Types.integer;
import static dev.migration.schema.Types.sqlType;
import static dev.migration.schema.Types.text;
import static dev.migration.schema.Types.timestamp;
import static dev.migration.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is read from a real H2, and what H2 makes of definitions.
 */
class H2InspectorTests {

	private TestDatabase database;

	private InspectedDatabase inspected;

	@BeforeEach
	void createDatabase() {
		this.database = TestDatabase.create(TestDatabase.Kind.H2);
		this.inspected = new InspectedDatabase(this.database, new H2Dialect());
	}

	@Test
	void aCreatedSchemaIsInspectedAsItsCanonicalForm() throws SQLException {
		Schema target = InspectedDatabase.named(rich());
		Schema empty = this.inspected.canonical(target);
		this.inspected.create(target);
		assertEqual(this.inspected.inspect(), empty);
		assertEqual(this.inspected.canonical(target), empty);
	}

	@Test
	void anotherModeWritesItInItsOwnWay() throws SQLException {
		TestDatabase other = new TestDatabase(TestDatabase.Kind.H2,
				"jdbc:h2:mem:" + UUID.randomUUID()
						+ ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
				"", "sa", "");
		InspectedDatabase inspectedOther = new InspectedDatabase(other, new H2Dialect());
		Schema rich = InspectedDatabase.named(rich());
		Schema target = new Schema(List.of(table(rich, "team"), table(rich, "member")), rich.indexes(),
				rich.sequences(), List.of());
		inspectedOther.create(target);
		assertEqual(inspectedOther.inspect(), inspectedOther.canonical(target));
	}

	@Test
	void whatIsSetForTheDatabaseHoldsForDefinitionsToo() throws SQLException {
		TestDatabase other = new TestDatabase(TestDatabase.Kind.H2,
				"jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;NON_KEYWORDS=VALUE,USER", "", "sa", "");
		other.execute("CREATE ALIAS half FOR \"java.lang.Math.sqrt(double)\"");
		InspectedDatabase inspectedOther = new InspectedDatabase(other, new H2Dialect());
		Schema target = schema(table("t", column("VALUE", integer()), column("n", integer()),
				check("ck_half", "half(n) > 0"), check("ck_value", "value > 0")));
		inspectedOther.create(target);
		assertEqual(inspectedOther.inspect(), inspectedOther.canonical(target));
	}

	@Test
	void aForeignKeyFromAnotherSchemaFindsItsTable() throws SQLException {
		this.database.execute("CREATE SCHEMA \"Other\"");
		Schema target = InspectedDatabase.named(schema(table("team", column("id", bigint()).primaryKey()), Table.of(
				new QualifiedName("Other", "member"),
				List.of(column("team_id", bigint()), foreignKey("fk_team").on("team_id").references("team", "id")))));
		this.inspected.create(target);
		assertEqual(this.inspected.inspect("Other"), this.inspected.canonical(target));
	}

	@Test
	void whatHasNoNameStaysWithoutOne() throws SQLException {
		Schema canonical = this.inspected.canonicalAsGiven(rich());
		assertThat(table(canonical, "member").foreignKeys().get(1).name()).isNull();
		assertThat(table(canonical, "team").checkConstraints()).extracting("name").containsExactly("ck_slug", null);
		assertThat(table(canonical, "team").primaryKey()).extracting("name").isNull();
		assertThat(canonical.indexes().get(3).name()).isNull();
	}

	@Test
	void aConstantDefaultIsOneValueHoweverItWasSaid() throws SQLException {
		assertDefault(varchar(9), expression("'it''s'"), "it's");
		assertDefault(varchar(9), expression("'ä' || 'b'"), "äb");
		assertDefault(integer(), expression("'-5'"), -5);
		assertDefault(bigint(), literal(5_000_000_000L), 5_000_000_000L);
		assertDefault(Types.numeric(9, 2), literal(new BigDecimal("1.10")), new BigDecimal("1.1"));
		assertDefault(Types.bool(), expression("'true'"), true);
		assertDefault(Types.date(), expression("'2026-01-02'"), LocalDate.of(2026, 1, 2));
		assertDefault(enumeration("c", "a", "b"), expression("'a'"), "a");
	}

	private void assertDefault(Type type, ServerDefault said, Object value) throws SQLException {
		for (ServerDefault each : List.of(said, literal(value))) {
			Table target = table("t", column("c", type).serverDefault(each));
			assertThat(table(this.inspected.canonical(schema(target)), "t").columns().get(0).serverDefault())
				.isEqualTo(new ServerDefault.Literal(value));
		}
	}

	@Test
	void typesAreReadAsGenericOnesWhereTheyAre() throws SQLException {
		this.database.execute("CREATE DOMAIN email AS varchar(100)",
				"CREATE TABLE t (a text, b varchar(5), c timestamp, d timestamp(6), e timestamp(3) with time zone, f time,"
						+ " g float(10), h decimal(5), i email, j blob, k clob, l int array[3], m enum('x', 'it''s'),"
						+ " n numeric, o varbinary(16), p interval day, q bigint)");
		assertThat(table(this.inspected.inspect(), "t").columns()).extracting("type")
			.containsExactly(text(), varchar(5), timestamp(), timestamp(), Types.timestampWithTimeZone(3),
					Types.time(0), Types.real(), Types.numeric(5, 0), sqlType("email"), Types.longBinary(),
					Types.longText(), new Type.Array(integer(), 3), enumeration("m", "x", "it's"), sqlType("NUMERIC"),
					Types.varbinary(16), sqlType("INTERVAL DAY"), bigint());
		Schema target = schema(table("u", column("i", sqlType("email")).serverDefault(literal("x"))));
		assertThat(table(this.inspected.canonical(target), "u").columns().get(0).type()).isEqualTo(sqlType("email"));
	}

	@Test
	void namesAreThoseOfDefinitions() throws SQLException {
		this.database.execute("CREATE TABLE team (id int, \"Mixed\" int, \"order\" int)", "CREATE SCHEMA billing",
				"CREATE TABLE billing.invoice (id int)");
		Schema schema = this.inspected.inspect("billing");
		assertThat(schema.tables()).extracting(Table::name)
			.containsExactly(new QualifiedName("billing", "invoice"), QualifiedName.of("team"));
		assertThat(table(schema, "team").columns()).extracting("name").containsExactly("id", "Mixed", "order");
	}

	@Test
	void anErrorNamesTheDefinition() {
		assertRefused(table("t", column("n", integer()), check("ck_t", "m > 0")),
				"check constraint 'ck_t' of table 't'");
		assertRefused(table("t", column("n", integer()), column("bad", sqlType("nope"))), "column 't.bad' (bad nope)");
	}

	private void assertRefused(Table table, String words) {
		assertThatExceptionOfType(DefinitionRefusedException.class)
			.isThrownBy(() -> this.inspected.canonical(schema(table)))
			.withMessageContaining(words);
	}

	@Test
	void theDatabaseItselfIsNotTouched() throws SQLException {
		this.inspected.create(InspectedDatabase.named(rich()));
		List<String> before = this.database.query("SCRIPT NODATA");
		try (Connection other = this.database.connect()) {
			other.setAutoCommit(false);
			other.createStatement().execute("SELECT * FROM team FOR UPDATE");
			this.inspected.canonical(rich());
		}
		assertThat(this.database.query("SCRIPT NODATA")).isEqualTo(before);
	}

	@Test
	void theNumberOfQueriesDoesNotDependOnTheNumberOfTables() throws SQLException {
		for (int i = 0; i < 3; i++) {
			this.database.execute("CREATE TABLE t" + i + " (id int PRIMARY KEY, n int UNIQUE CHECK (n > 0))");
		}
		int few = this.inspected.statementsOfInspection();
		for (int i = 3; i < 60; i++) {
			this.database.execute("CREATE TABLE t" + i + " (id int PRIMARY KEY, n int UNIQUE CHECK (n > 0))");
		}
		assertThat(this.inspected.inspect().tables()).hasSize(60);
		assertThat(this.inspected.statementsOfInspection()).isEqualTo(few);
	}

	private static Schema schema(Table... tables) {
		return new Schema(List.of(tables), List.of(), List.of(), List.of());
	}

	private static Schema rich() {
		return new Schema(List.of(types(), team(), member()),
				List.of(index("ix_a").on("team", "slug", "a"),
						index("ix_b").on("team", by("a").descending(), by("slug").nullsLast()),
						index("ux").on("team", "a", "slug").unique().nullsNotDistinct(), index().on("member", "x")),
				List.of(sequence("order_seq"), sequence("Wild Seq").incrementBy(50).startWith(3)), List.of());
	}

	private static Table types() {
		return table("all_types", column("a", Types.bool()).serverDefault(literal(true)), column("b", Types.tinyint()),
				column("c", Types.smallint()), column("d", integer()).serverDefault(literal(-3)), column("e", bigint()),
				column("f", Types.numeric(12, 3)).serverDefault(literal(new BigDecimal("1.50"))),
				column("g", Types.floatingPoint(10)), column("h", Types.real()), column("i", Types.doublePrecision()),
				column("j", Types.character(4)), column("k", varchar(30)).serverDefault(literal("it's \\")),
				column("l", Types.nationalCharacter(2)), column("m", Types.nationalVarchar(5)), column("n", text()),
				column("o", Types.longText()), column("p", Types.clob()), column("r", Types.binary(4)),
				column("s", Types.varbinary(8)), column("t", Types.longBinary()), column("u", Types.blob()),
				column("v", Types.date()).serverDefault(literal(LocalDate.of(2026, 1, 2))), column("w", Types.time()),
				column("x", Types.time(2)), column("y", Types.timeWithTimeZone()),
				column("z", timestamp()).serverDefault(currentTimestamp()), column("aa", timestamp(3)),
				column("ac", Types.timestampWithTimeZone()).serverDefault(currentTimestamp()),
				column("ae", Types.interval()), column("af", Types.uuid()).serverDefault(expression("random_uuid()")),
				column("ag", Types.json()), column("ah", Types.xml()), column("ai", Types.inet()),
				column("aj", array(varchar(9))), column("ak", new Type.Array(integer(), 4)),
				column("al", enumeration("mood", "sad", "it's")).serverDefault(literal("sad")),
				column("am", bigint()).serverDefault(expression("NEXT VALUE FOR order_seq")),
				column("an", Types.geometry()));
	}

	private static Table team() {
		return table("team", column("id", bigint()).identity().primaryKey(),
				column("slug", varchar(120)).notNull().comment("it's\nso"), column("a", integer()),
				column("sum", integer()).computed(stored("a + 1")), column("Mixed Case", integer()),
				check("ck_slug", "slug <> '' and (a > 1 or a < 0)"), check("a in (1, 2)"), unique("uq_slug").on("slug"),
				unique().on("a", "slug").nullsNotDistinct(), comment("Teams"));
	}

	private static Table member() {
		return table("member", column("team_id", bigint()),
				column("no", integer()).identity(always().startWith(10).incrementBy(5).maxValue(1000).cycle()),
				column("x", bigint()), column("y", integer()).notNull(), primaryKey("team_id", "no"),
				foreignKey("fk_team").on("team_id")
					.references("team", "id")
					.onDelete(ReferentialAction.CASCADE)
					.onUpdate(ReferentialAction.NO_ACTION)
					.match(ForeignKey.Match.SIMPLE),
				foreignKey().on("x", "y").references("member", "team_id", "no").onDelete(ReferentialAction.SET_NULL));
	}

	@Test
	void anIdentityThatCountsAsUsualSaysNoMore() throws SQLException {
		this.database.execute("CREATE TABLE t (id int GENERATED BY DEFAULT AS IDENTITY)");
		assertThat(table(this.inspected.inspect(), "t").columns().get(0).identityOptions())
			.isEqualTo(Identity.BY_DEFAULT);
	}

	private static void assertEqual(Schema actual, Schema expected) {
		assertThat(actual.tables()).isEqualTo(expected.tables());
		assertThat(actual.indexes()).isEqualTo(expected.indexes());
		assertThat(actual.sequences()).isEqualTo(expected.sequences());
		assertThat(actual.enumTypes()).isEqualTo(expected.enumTypes());
	}

}
