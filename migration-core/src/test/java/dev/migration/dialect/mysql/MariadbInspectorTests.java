package dev.migration.dialect.mysql;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.migration.DefinitionRefusedException;
import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.ConstraintOperation;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.SequenceOperation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Identity;
import dev.migration.schema.Index;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ReferentialAction;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Table;
import dev.migration.schema.Type;
import dev.migration.schema.Types;
import dev.migration.schema.UniqueConstraint;
import dev.migration.test.CountedConnection;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migration.schema.Definitions.by;
import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.comment;
import static dev.migration.schema.Definitions.currentTimestamp;
import static dev.migration.schema.Definitions.expression;
import static dev.migration.schema.Definitions.foreignKey;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Definitions.option;
import static dev.migration.schema.Definitions.primaryKey;
import static dev.migration.schema.Definitions.sequence;
import static dev.migration.schema.Definitions.stored;
import static dev.migration.schema.Definitions.table;
import static dev.migration.schema.Definitions.unique;
import static dev.migration.schema.Definitions.virtual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * What is read from MariaDB, and that it is the same as what is asked for in its words.
 */
class MariadbInspectorTests {

	private final MariadbDialect dialect = new MariadbDialect();

	private TestDatabase database;

	private Connection connection;

	private RenderContext context;

	@BeforeEach
	void connect() throws SQLException {
		this.database = TestDatabase.create(TestDatabase.Kind.MARIADB);
		this.connection = this.database.connect();
		this.context = RenderContext.online(this.dialect.version(this.connection), this.connection,
				NamingConvention.DEFAULT);
	}

	@AfterEach
	void close() throws SQLException {
		this.connection.close();
	}

	@Test
	void whatIsCreatedIsReadAsItIsAskedFor() throws SQLException {
		Schema target = rich();
		create(target);
		Schema inspected = inspect();
		Schema canonical = canonical(target);
		assertThat(canonical.tables()).extracting(Table::name)
			.containsExactlyElementsOf(target.tables().stream().map(Table::name).toList());
		for (Table table : canonical.tables()) {
			assertSame(inspected.table(table.name()).orElseThrow(), table);
		}
		assertThat(inspected.indexes()).containsExactlyInAnyOrderElementsOf(canonical.indexes());
		assertThat(inspected.sequences()).containsExactlyInAnyOrderElementsOf(canonical.sequences());
	}

	@ParameterizedTest
	@ValueSource(strings = { "NO_BACKSLASH_ESCAPES", "ANSI_QUOTES", "ANSI_QUOTES,NO_BACKSLASH_ESCAPES" })
	void theSqlModeOfTheSessionMakesNoDifference(String mode) throws SQLException {
		create(rich());
		Schema inspected = inspect();
		execute("SET sql_mode = CONCAT(@@sql_mode, '," + mode + "')");
		Schema inMode = inspect();
		Schema canonical = canonical(rich());
		for (Table table : canonical.tables()) {
			assertSame(inMode.table(table.name()).orElseThrow(), table);
			if (!mode.contains("NO_BACKSLASH_ESCAPES")) {
				assertSame(inMode.table(table.name()).orElseThrow(), inspected.table(table.name()).orElseThrow());
			}
		}
		assertThat(inMode.indexes()).isEqualTo(inspected.indexes());
		assertThat(canonical(inMode).tables()).extracting(Table::columns)
			.isEqualTo(inMode.tables().stream().map(Table::columns).toList());
	}

	@Test
	void anErrorNamesTheColumnThatTheServerRefuses() throws SQLException {
		Table refused = Table.of("t",
				List.of(column("id", Types.integer()).identity().primaryKey(),
						column("fine", Types.integer()).computed(virtual("id + 1")),
						column("document", Types.sqlType("JSONB")).notNull()));
		assertThatThrownBy(() -> canonical(new Schema(List.of(refused), List.of(), List.of(), List.of())))
			.isInstanceOf(DefinitionRefusedException.class)
			.hasMessageContaining("column 't.document' (document JSONB NOT NULL)")
			.hasMessageContaining("Unknown data type");
		assertThat(inspect().tables()).isEmpty();
	}

	@Test
	void whatIsReadIsItsOwnCanonicalForm() throws SQLException {
		create(rich());
		Schema inspected = inspect();
		Schema again = canonical(inspected);
		for (int i = 0; i < inspected.tables().size(); i++) {
			assertSame(again.tables().get(i), inspected.tables().get(i));
		}
		assertThat(again.indexes()).isEqualTo(inspected.indexes());
		assertThat(again.sequences()).isEqualTo(inspected.sequences());
	}

	private static void assertSame(Table actual, Table expected) {
		assertThat(actual.columns()).containsExactlyElementsOf(expected.columns());
		assertThat(actual.primaryKey()).isEqualTo(expected.primaryKey());
		assertThat(actual.uniqueConstraints()).containsExactlyInAnyOrderElementsOf(expected.uniqueConstraints());
		assertThat(actual.foreignKeys()).containsExactlyInAnyOrderElementsOf(expected.foreignKeys());
		assertThat(actual.checkConstraints()).containsExactlyInAnyOrderElementsOf(expected.checkConstraints());
		assertThat(actual.comment()).isEqualTo(expected.comment());
		assertThat(actual.options()).isEqualTo(expected.options());
	}

	/**
	 * The table that is half said has what the catalogue cannot say.
	 */
	private static Schema rich() {
		Table types = table("types",
				column("id", Types.bigint()).identity(Identity.BY_DEFAULT.startWith(5)).primaryKey(),
				column("a", Types.bool()), column("b", Types.tinyint()), column("c", Types.smallint()),
				column("d", Types.integer()), column("e", Types.bigint()), column("f", Types.numeric(10, 2)),
				column("g", Types.floatingPoint(24)), column("g2", Types.floatingPoint(53)), column("h", Types.real()),
				column("i", Types.doublePrecision()), column("j", Types.character(3)), column("k", Types.varchar(40)),
				column("l", Types.nationalCharacter(3)), column("m", Types.nationalVarchar(40)),
				column("n", Types.text()), column("o", Types.longText()), column("p", Types.clob()),
				column("q", Types.nationalClob()), column("r", Types.binary(4)), column("s", Types.varbinary(4)),
				column("t", Types.longBinary()), column("u", Types.blob()), column("v", Types.date()),
				column("w", Types.time()), column("x", Types.time(3)), column("y", Types.timeWithTimeZone()),
				column("z", Types.timestamp(3)), column("z0", Types.timestamp(0)),
				column("aa", Types.timestampWithTimeZone()), column("ab", Types.interval()), column("ac", Types.uuid()),
				column("ad", Types.json()), column("ae", Types.xml()), column("af", Types.inet()),
				column("ag", Types.array(Types.integer())),
				column("ah", Types.enumeration("mood", "sad", "it's", "back\\slash", "a,b (c)")),
				column("ai", Types.geometry()), column("aj", Types.sqlType("tinyint(1)")),
				column("ak", Types.sqlType("INT(5) UNSIGNED")), column("al", Types.sqlType("BOOL")),
				column("am", Types.sqlType("timestamp")), column("an", Types.sqlType("set('a','b')")),
				column("ao", Types.sqlType("varchar(5) not null default 'x' check (length(`ao`) > 1)")),
				column("ap", Types.sqlType("mediumtext")),
				column("aq", Types.sqlType("timestamp null on update now()")));
		Table defaults = table("Default Values", column("id", Types.integer()).primaryKey(),
				column("a", Types.bool()).serverDefault(literal(true)).notNull(),
				column("b", Types.integer()).serverDefault(literal(-5)),
				column("c", Types.numeric(5, 2)).serverDefault(literal(new BigDecimal("1.5"))),
				column("d", Types.varchar(40)).serverDefault(literal("it's (a) \"quote\", `x`\n")),
				column("d2", Types.varchar(20)).serverDefault(literal("back\\slash")),
				column("e", Types.text()).serverDefault(literal("")),
				column("f", Types.timestampWithTimeZone()).serverDefault(currentTimestamp()),
				column("g", Types.timestamp()).serverDefault(currentTimestamp()).notNull(),
				column("g2", Types.timestamp(3)).serverDefault(currentTimestamp()),
				column("g3", Types.sqlType("timestamp(3)"))
					.serverDefault(expression("now(3) on update current_timestamp(3)")),
				column("h", Types.blob()).serverDefault(literal(new byte[] { 0, (byte) 255 })),
				column("i", Types.text()).serverDefault(expression("concat(LOWER('X'), 'y')")),
				column("j", Types.integer()).serverDefault(literal(null)),
				column("k", Types.bigint()).serverDefault(literal(5_000_000_000L)),
				column("l", Types.integer()).serverDefault(expression("1 + 1")),
				column("m", Types.date()).serverDefault(literal(LocalDate.of(2020, 1, 2))),
				column("n", Types.json()).serverDefault(literal("[]")),
				column("o", Types.uuid()).serverDefault(expression("uuid()")),
				column("p", Types.enumeration("mood", "sad", "ok")).serverDefault(literal("ok")),
				column("q", Types.doublePrecision()).serverDefault(literal(1e3)));
		Table halfSaid = table("half_said", column("a", Types.sqlType("varbinary(9) default x'0106ff'")),
				column("b", Types.sqlType("binary(2) not null default x'e282'")),
				column("c", Types.varchar(9)).serverDefault(literal("\ud83d\ude00")).comment("\ud83d\ude00"),
				column("d", Types.varchar(9)).serverDefault(expression("concat('\ud83d\ude00', 'x')")),
				column("e", Types.varchar(9)).computed(virtual("concat(c, '\ud83d\ude00')")),
				column("f", Types.enumeration("smile", "\ud83d\ude00")), check("ck_smile", "c <> '\ud83d\ude00'"),
				comment("smile \ud83d\ude00"));
		Table team = table("team", column("code", Types.varchar(10)), column("region", Types.integer()),
				column("Order", Types.varchar(5)).collation("utf8mb4_bin").comment("it's \\ a comment"),
				column("size", Types.integer()), column("twice", Types.integer()).computed(stored("size*2")),
				column("label", Types.text()).computed(virtual("upper(concat(`code`, 'it''s'))")),
				column("body", Types.text()), primaryKey("region", "code"), unique("uq_team_order").on("Order"),
				unique().on("size", "code"), check("ck_team_size", "(size>0 and ( size <= 10 ))"),
				check("`Order` != 'x''y\"`'"), comment("a team's"), option("mariadb", "ENGINE=InnoDB"));
		Table player = table("player", column("id", Types.integer()).identity().primaryKey(),
				column("team_code", Types.varchar(10)), column("team_region", Types.integer()),
				column("rival_id", Types.integer()),
				foreignKey("fk_rival").on("rival_id")
					.references("player", "id")
					.onDelete(ReferentialAction.SET_NULL)
					.onUpdate(ReferentialAction.RESTRICT),
				foreignKey("fk_team").on("team_region", "team_code")
					.references("team", "region", "code")
					.onDelete(ReferentialAction.CASCADE)
					.onUpdate(ReferentialAction.NO_ACTION)
					.match(ForeignKey.Match.SIMPLE));
		List<Index> indexes = List.of(index("ix_team_size").on("team", by("size").descending(), by("code")),
				index("ix_team_body").on("team", by("body").prefix(10)).concurrently(),
				index("ix_team_full").on("team", "body").using("fulltext"),
				index("ux_team_size").on("team", "size", "region").unique(),
				index("ux_team_prefix").on("team", by("code").prefix(3)).unique(),
				index("ix_player").on("player", "team_code").using("btree").include("id"));
		List<Sequence> sequences = List.of(sequence("plain"), sequence("Odd").startWith(5).incrementBy(2).cache(10),
				sequence("down").incrementBy(-1).minValue(-100).cycle(),
				sequence("usual").startWith(1).incrementBy(1).minValue(1).noCycle());
		return new Schema(List.of(types, defaults, halfSaid, team, player), indexes, sequences, List.of());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "c int | c integer", "c int(5) | c int(11)",
			"c bit | c bit(1)", "c bool | c tinyint(1)", "c json | c json check (json_valid(c))",
			"c double precision | c double", "c varchar(5) | c varchar(5) default null",
			"c int default 5 | c int default '5'", "c int default 5 | c int default (5)",
			"c int default 5 | c int default +5", "c decimal(5,2) default 1.5 | c decimal(5,2) default 1.50",
			"c bool default true | c tinyint(1) default 1",
			"c datetime default now() | c datetime default current_timestamp",
			"c varchar(5) default 'x' | c varchar(5) default ('x')", "c int check (c>0) | c int, check ((`c` > 0))",
			"c int, d int as (c+1) | c int, d int generated always as (`c` + 1) virtual",
			"c int, constraint u unique (c) | c int, unique index u (c)",
			"c int, foreign key f (c) references p (id) | c int, foreign key f (c) references p (id) on delete restrict" })
	void spellingsOfTheSameAreEqual(String one, String other) throws SQLException {
		assertThat(read(one)).isEqualTo(read(other));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "c int | c bigint", "c tinyint | c tinyint(1)",
			"c bit | c bit(2)", "c int | c int unsigned", "c longtext | c json", "c varchar(5) | c varchar(6)",
			"c datetime | c datetime(6)", "c varchar(5) | c varchar(5) collate utf8mb4_bin",
			"c text default '' | c text", "c datetime default now() | c datetime default now() on update now()",
			"c timestamp null | c timestamp null on update now()", "c int check (c > 0) | c int check (c > 1)",
			"c int, d int as (c+1) | c int, d int as (c+1) stored", "c int | c int comment 'x'",
			"c enum('a','b') | c enum('b','a')", "c int, key k (c) | c int, key k (c desc)",
			"c varchar(9), unique u (c) | c varchar(9), unique u (c(3))",
			"c int, foreign key f (c) references p (id) | c int, foreign key f (c) references p (id) on delete cascade" })
	void whatIsNotTheSameIsNotEqual(String one, String other) throws SQLException {
		assertThat(read(one)).isNotEqualTo(read(other));
	}

	private List<Object> read(String columns) throws SQLException {
		execute("CREATE OR REPLACE TABLE p (id int primary key)",
				"CREATE TABLE t (id int primary key, " + columns + ")");
		Schema read = inspect();
		execute("DROP TABLE t");
		Table table = read.table(QualifiedName.of("t")).orElseThrow();
		return List.of(table.columns(), table.uniqueConstraints(), read.indexes(), table.foreignKeys(),
				table.checkConstraints().stream().map(CheckConstraint::condition).toList());
	}

	@Test
	void columnsAreReadWithAllThatTheyHave() throws SQLException {
		execute("CREATE TABLE t (id bigint auto_increment primary key, n varchar(5) collate utf8mb4_bin not null"
				+ " default 'x' comment 'it''s', at datetime(6) default current_timestamp(6), e enum('a','b'),"
				+ " g int as (length(n)) stored) default charset utf8mb4 comment 'all'");
		Table table = inspect().tables().get(0);
		assertThat(table.columns()).containsExactly(column("id", Types.bigint()).identity(),
				column("n", Types.varchar(5)).collation("utf8mb4_bin")
					.notNull()
					.serverDefault(literal("x"))
					.comment("it's"),
				column("at", Types.timestamp()).serverDefault(new ServerDefault.CurrentTimestamp()),
				column("e", new Type.Verbatim("enum('a','b')")),
				column("g", Types.integer()).computed(stored("octet_length(n)")));
		assertThat(table.primaryKey()).isEqualTo(new PrimaryKey(null, List.of("id")));
		assertThat(table.comment()).isEqualTo("all");
	}

	@Test
	void defaultsThatDifferInOneByteAreTwo() throws SQLException {
		assertThat(canonical(withDefault((byte) 0xFE))).isNotEqualTo(canonical(withDefault((byte) 0xFF)));
	}

	private static Schema withDefault(byte value) {
		return new Schema(
				List.of(table("t", column("a", Types.varbinary(9)).serverDefault(literal(new byte[] { 1, value })))),
				List.of(), List.of(), List.of());
	}

	@Test
	void theIndexOfAForeignKeyIsLeftOut() throws SQLException {
		execute("CREATE TABLE p (id int primary key)",
				"CREATE TABLE t (a int, b int, c int, constraint fk foreign key (a) references p (id),"
						+ " foreign key (b) references p (id), key mine (c), constraint fk_c foreign key (c) references p (id))");
		assertThat(inspect().indexes()).containsExactly(index("mine").on("t", "c"));
		assertThat(inspect().table(QualifiedName.of("t")).orElseThrow().foreignKeys())
			.contains(foreignKey("fk").on("a").references("p", "id"), foreignKey("fk_c").on("c").references("p", "id"));
	}

	@Test
	void aRenamedDocumentStaysOne() throws SQLException {
		execute("CREATE TABLE t (a json, b int check (b > 0), c longtext)",
				"ALTER TABLE t RENAME COLUMN a TO d, RENAME COLUMN b TO a");
		Table table = inspect().tables().get(0);
		assertThat(table.columns()).extracting(Column::name, Column::type)
			.containsExactly(tuple("d", Types.json()), tuple("a", Types.integer()), tuple("c", Types.longText()));
		assertThat(table.checkConstraints()).containsExactly(new CheckConstraint(null, "a > 0"));
	}

	@Test
	void aUniqueIndexIsAUniqueConstraint() throws SQLException {
		Schema target = new Schema(List.of(table("t", column("a", Types.integer()), column("b", Types.integer()))),
				List.of(index("ux").on("t", "b", "a").unique(), index().on("t", "a")), List.of(), List.of());
		Schema canonical = canonical(target);
		assertThat(canonical.tables().get(0).uniqueConstraints())
			.containsExactly(new UniqueConstraint("ux", List.of("b", "a")));
		assertThat(canonical.indexes()).containsExactly(index().on("t", "a"));
	}

	@Test
	void aUniqueConstraintThatTheServerHashesStaysOne() throws SQLException {
		Schema target = new Schema(
				List.of(table("t", column("a", Types.varchar(1000)), column("b", Types.text()),
						unique("uq_t").on("a"))),
				List.of(index("ux_t").on("t", "b", "a").unique()), List.of(), List.of());
		create(target);
		Schema inspected = inspect();
		Schema canonical = canonical(target);
		assertThat(inspected.tables().get(0).uniqueConstraints())
			.containsExactlyInAnyOrderElementsOf(canonical.tables().get(0).uniqueConstraints())
			.hasSize(2);
		assertThat(inspected.indexes()).isEmpty();
	}

	@Test
	void anotherDatabaseIsReadWhenItIsNamed() throws SQLException {
		String other = this.connection.getCatalog() + "_other";
		execute("CREATE DATABASE " + other);
		try {
			execute("CREATE TABLE " + other + ".p (id int primary key)", "CREATE SEQUENCE " + other + ".s",
					"CREATE TABLE t (p_id int, constraint fk foreign key (p_id) references " + other + ".p (id))");
			Schema schema = this.dialect.inspector()
				.inspect(this.connection, List.of(other, this.connection.getCatalog(), "missing"));
			assertThat(schema.tables()).extracting(Table::name)
				.containsExactly(QualifiedName.of("t"), new QualifiedName(other, "p"));
			assertThat(schema.tables().get(0).foreignKeys())
				.containsExactly(foreignKey("fk").on("p_id").referencesIn(other, "p", "id"));
			assertThat(schema.sequences()).extracting(Sequence::name).containsExactly(new QualifiedName(other, "s"));
			assertThat(schema.schemas()).containsExactly(other);
			assertThat(canonical(schema))
				.isEqualTo(new Schema(schema.tables(), schema.indexes(), schema.sequences(), schema.enumTypes()));
		}
		finally {
			execute("DROP TABLE IF EXISTS t", "DROP DATABASE " + other);
		}
	}

	@Test
	void aForeignKeyFromAnotherDatabaseFindsItsTable() throws SQLException {
		String other = this.connection.getCatalog() + "_from";
		execute("CREATE DATABASE " + other);
		try {
			Table member = Table.of(new QualifiedName(other, "member"), List.of(column("team_id", Types.bigint()),
					foreignKey("fk_team").on("team_id").references("team", "id")));
			create(new Schema(List.of(table("team", column("id", Types.bigint()).primaryKey()), member), List.of(),
					List.of(), List.of()));
			assertThat(this.dialect.inspector()
				.inspect(this.connection, List.of(other))
				.table(member.name())
				.orElseThrow()
				.foreignKeys()).isEqualTo(member.foreignKeys());
		}
		finally {
			execute("DROP DATABASE " + other);
		}
	}

	@Test
	void nothingStaysBehind() throws SQLException {
		create(rich());
		List<String> before = everything();
		canonical(rich());
		assertRefused(table("t", column("a", Types.integer()), check("a >")), List.of(), "create table t",
				"CHECK (a >)");
		assertThatThrownBy(() -> canonical(
				new Schema(List.of(table("t", column("a", Types.integer()).serverDefault(expression("nonsense(1)")))),
						List.of(), List.of(), List.of())))
			.isInstanceOf(DefinitionRefusedException.class)
			.hasMessageContaining("column 't.a' (a integer DEFAULT (nonsense(1)))");
		assertRefused(table("t", column("a", Types.integer())), List.of(index("ix").on("t", "b")),
				"create index ix on t", "(b)");
		assertThat(everything()).isEqualTo(before);
		assertThat(this.connection.getAutoCommit()).isTrue();
	}

	private void assertRefused(Table table, List<Index> indexes, String what, String definition) {
		assertThatThrownBy(() -> canonical(new Schema(List.of(table), indexes, List.of(), List.of())))
			.isInstanceOfSatisfying(UnsupportedChangeException.class, (ex) -> {
				assertThat(ex.getDescription()).startsWith("MariaDB cannot " + what + ": ");
				assertThat(ex.getAction()).contains(definition);
			});
	}

	/**
	 * Temporary tables are listed to the session that made them.
	 */
	private List<String> everything() throws SQLException {
		List<String> rows = new ArrayList<>();
		try (Statement statement = this.connection.createStatement();
				ResultSet row = statement
					.executeQuery("SELECT CONCAT(table_schema, '.', table_name, ' ', table_type, ' ', create_time)"
							+ " FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1")) {
			while (row.next()) {
				rows.add(row.getString(1));
			}
		}
		return rows;
	}

	@Test
	void onlyTheRightToCreateTemporaryTablesIsNeeded() throws SQLException {
		String name = this.connection.getCatalog();
		assumeGrants();
		execute("CREATE USER IF NOT EXISTS 'reader_" + name + "'@'%' IDENTIFIED BY 'p'",
				"GRANT SELECT ON " + name + ".* TO 'reader_" + name + "'@'%'");
		assertThatThrownBy(() -> canonicalAs("reader_" + name)).isInstanceOfSatisfying(UnsupportedChangeException.class,
				(ex) -> assertThat(ex.getAction()).contains("CREATE TEMPORARY TABLES"));
		execute("GRANT CREATE TEMPORARY TABLES ON " + name + ".* TO 'reader_" + name + "'@'%'");
		assertThat(canonicalAs("reader_" + name).tables()).hasSize(5);
	}

	/**
	 * The embedded server asks nobody for a password, and so knows no rights.
	 */
	private void assumeGrants() {
		try {
			execute("SHOW GRANTS");
		}
		catch (SQLException ex) {
			assumeThat(ex.getMessage()).doesNotContain("--skip-grant-tables");
		}
	}

	private Schema canonicalAs(String user) throws SQLException {
		try (Connection other = DriverManager.getConnection(this.database.jdbcUrl(), user, "p")) {
			return this.dialect.inspector().canonical(other, rich(), this.context);
		}
	}

	@Test
	void theNumberOfQueriesDoesNotDependOnTheNumberOfTables() throws SQLException {
		createTables(0, 3);
		int few = queries();
		createTables(3, 60);
		assertThat(inspect().tables()).hasSize(60);
		assertThat(queries()).isEqualTo(few).isLessThanOrEqualTo(9);
	}

	private void createTables(int from, int to) throws SQLException {
		for (int i = from; i < to; i++) {
			execute("CREATE TABLE t" + i + " (id int primary key, a int unique, foreign key (a) references t0 (id),"
					+ " check (a > 0), key ix (id desc))", "CREATE SEQUENCE s" + i);
		}
	}

	private int queries() throws SQLException {
		CountedConnection counted = CountedConnection.of(this.connection);
		this.dialect.inspector().inspect(counted.connection(), List.of());
		return counted.count().get();
	}

	/**
	 * What has no name is named by the server; the names of the checks are chosen so that
	 * they can be told from those.
	 */
	private void create(Schema schema) throws SQLException {
		List<Operation> operations = new ArrayList<>();
		schema.sequences().forEach((each) -> operations.add(new SequenceOperation.CreateSequence(each, false)));
		for (Table table : schema.tables()) {
			Table withoutKeys = new Table(table.name(), table.columns(), table.primaryKey(), table.uniqueConstraints(),
					List.of(), table.checkConstraints(), List.of(), table.comment(), table.options());
			operations.add(new TableOperation.CreateTable(withoutKeys, false));
		}
		schema.indexes().forEach((each) -> operations.add(new IndexOperation.CreateIndex(each, false)));
		for (Table table : schema.tables()) {
			table.foreignKeys()
				.forEach((key) -> operations.add(new ConstraintOperation.CreateConstraint(table.name(), key, false)));
		}
		for (Operation operation : operations) {
			for (SqlStatement statement : this.dialect.render(operation, this.context)) {
				execute(statement.sql());
			}
		}
	}

	private void execute(String... statements) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

	/**
	 * Read the schema, without the names that the server chose.
	 */
	private Schema inspect() throws SQLException {
		Schema read = this.dialect.inspector().inspect(this.connection, List.of());
		return new Schema(read.tables().stream().map(MariadbInspectorTests::withoutServersNames).toList(),
				read.indexes(), read.sequences(), read.enumTypes());
	}

	private Schema canonical(Schema schema) throws SQLException {
		return this.dialect.inspector().canonical(this.connection, schema, this.context);
	}

	private static Table withoutServersNames(Table table) {
		List<UniqueConstraint> uniques = table.uniqueConstraints()
			.stream()
			.map((unique) -> String.valueOf(unique.name()).equals("size") ? new UniqueConstraint(null, unique.columns())
					: unique)
			.toList();
		List<CheckConstraint> checks = table.checkConstraints()
			.stream()
			.map((check) -> String.valueOf(check.name()).startsWith("CONSTRAINT_")
					? new CheckConstraint(null, check.condition()) : check)
			.toList();
		return new Table(table.name(), table.columns(), table.primaryKey(), uniques, table.foreignKeys(), checks,
				List.of(), table.comment(), table.options());
	}

}
