package dev.migration.dialect.sqlite;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.Deferral;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Identity;
import dev.migration.schema.Index;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ReferentialAction;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.SequenceOptions;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Table;
import dev.migration.schema.TableOption;
import dev.migration.schema.Types;
import dev.migration.schema.UniqueConstraint;
import dev.migration.test.CountedConnection;
import dev.migration.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migration.schema.Definitions.by;
import static dev.migration.schema.Definitions.byExpression;
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
import static dev.migration.schema.Definitions.stored;
import static dev.migration.schema.Definitions.table;
import static dev.migration.schema.Definitions.unique;
import static dev.migration.schema.Definitions.virtual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What is read from SQLite, and that it is the same as what is asked for in its words.
 */
class SqliteInspectorTests {

	private final SqliteDialect dialect = new SqliteDialect();

	private final RenderContext context = RenderContext.offline(this.dialect.offlineVersion(),
			NamingConvention.DEFAULT);

	private TestDatabase database;

	private Connection connection;

	@BeforeEach
	void connect() throws SQLException {
		this.database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		this.connection = this.database.connect();
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
		assertThat(inspected.tables()).containsExactlyInAnyOrderElementsOf(canonical.tables());
		assertThat(inspected.indexes()).containsExactlyInAnyOrderElementsOf(canonical.indexes());
		assertThat(canonical.tables()).extracting(Table::name)
			.containsExactlyElementsOf(target.tables().stream().map(Table::name).toList());
		assertThat(canonical.indexes()).extracting(Index::name)
			.containsExactlyElementsOf(target.indexes().stream().map(Index::name).toList());
	}

	@Test
	void whatIsReadIsReadAgainFromItsOwnDefinitions() throws SQLException {
		create(rich());
		Schema inspected = inspect();
		assertThat(canonical(inspected)).isEqualTo(inspected);
	}

	static Schema rich() {
		Table types = table("types", column("id", Types.bigint()).identity().primaryKey(), column("a", Types.bool()),
				column("b", Types.tinyint()), column("c", Types.smallint()), column("d", Types.integer()),
				column("e", Types.bigint()), column("f", Types.numeric(10, 2)), column("g", Types.floatingPoint(24)),
				column("h", Types.real()), column("i", Types.doublePrecision()), column("j", Types.character(3)),
				column("k", Types.varchar(40)), column("l", Types.nationalCharacter(3)),
				column("m", Types.nationalVarchar(40)), column("n", Types.text()), column("o", Types.longText()),
				column("p", Types.clob()), column("q", Types.nationalClob()), column("r", Types.binary(4)),
				column("s", Types.varbinary(4)), column("t", Types.longBinary()), column("u", Types.blob()),
				column("v", Types.date()), column("w", Types.time()), column("x", Types.time(3)),
				column("y", Types.timeWithTimeZone()), column("z", Types.timestamp(3)),
				column("aa", Types.timestampWithTimeZone()), column("ab", Types.interval()), column("ac", Types.uuid()),
				column("ad", Types.json()), column("ae", Types.xml()), column("af", Types.inet()),
				column("ag", Types.array(Types.integer())), column("ah", Types.enumeration("mood", "sad", "it's")),
				column("ai", Types.sqlType("Money ( 3 )")), column("aj", Types.bool().on("sqlite", Types.integer())));
		Table defaults = table("Default Values", column("id", Types.integer()).primaryKey(),
				column("a", Types.bool()).serverDefault(literal(true)).notNull(),
				column("b", Types.integer()).serverDefault(literal(-5)),
				column("c", Types.numeric(5, 2)).serverDefault(literal(1.50)),
				column("d", Types.varchar(20)).serverDefault(literal("it's (a) \"quote\"\n")),
				column("e", Types.text()).serverDefault(literal("")),
				column("f", Types.timestampWithTimeZone()).serverDefault(currentTimestamp()),
				column("g", Types.timestamp()).serverDefault(expression("current_timestamp")),
				column("h", Types.blob()).serverDefault(literal(new byte[] { 0, (byte) 255 })),
				column("i", Types.text()).serverDefault(expression("lower('X')||'y'")),
				column("j", Types.integer()).serverDefault(literal(null)),
				column("k", Types.bigint()).serverDefault(literal(5_000_000_000L)));
		Table team = table("team", column("code", Types.varchar(10)), column("region", Types.integer()),
				column("Order", Types.varchar(5)).collation("nocase").comment("left out"),
				column("size", Types.integer()), column("twice", Types.integer()).computed(stored("size*2")),
				column("label", Types.text()).computed(virtual("upper(\"code\")")), primaryKey("region", "code"),
				unique("uq_team_order").on("Order"), unique().on("size", "code"),
				check("ck_team_size", "size>0 and ( size <= 10 )"), check("\"Order\" != ''"), comment("left out"),
				option("sqlite", "WITHOUT ROWID"), option("mysql", "ENGINE=InnoDB"));
		Table player = table("player", column("id", Types.integer()).identity(Identity.ALWAYS).primaryKey(),
				column("team_code", Types.varchar(10)), column("team_region", Types.integer()),
				column("rival_id", Types.integer()).references("player", "id"),
				foreignKey("fk_player_team").on("team_region", "team_code")
					.references("team", "region", "code")
					.onDelete(ReferentialAction.CASCADE)
					.onUpdate(ReferentialAction.NO_ACTION)
					.match(ForeignKey.Match.FULL)
					.initiallyDeferred());
		List<Index> indexes = List.of(index("ix_team_size").on("team", by("size").descending(), by("code")),
				index("ix_team_part").on("team", "size").unique().where("(size>3)"),
				index("ix_team_lower").on("team", byExpression("lower( code )"), by("code").collate("nocase")),
				index().on("player", "team_code").concurrently().using("btree").include("id"),
				index().on("player", "team_region").unique());
		return new Schema(List.of(types, defaults, team, player), indexes, List.of(), List.of());
	}

	@Test
	void columnsAreReadWithAllThatTheyHave() throws SQLException {
		execute("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, n VARCHAR(5) COLLATE NOCASE DEFAULT 'x' NOT NULL,"
				+ " g INT AS (length(n)) STORED)");
		Table table = inspect().tables().get(0);
		assertThat(table.columns()).containsExactly(column("id", Types.integer()).notNull().identity(),
				column("n", Types.varchar(5)).collation("NOCASE").serverDefault(literal("x")).notNull(),
				column("g", Types.integer()).computed(stored("length(n)")));
		assertThat(table.primaryKey()).isEqualTo(new PrimaryKey(null, List.of("id")));
	}

	@Test
	void constraintsAreReadWithAllThatTheyHave() throws SQLException {
		execute("CREATE TABLE p (a INT, b INT, PRIMARY KEY (a, b))",
				"CREATE TABLE t (\"x\" INT CONSTRAINT one CHECK (X > 0) UNIQUE, y INT NOT NULL REFERENCES T(X)"
						+ " ON UPDATE NO ACTION ON DELETE SET NULL NOT DEFERRABLE, CONSTRAINT fk FOREIGN KEY (X, Y) REFERENCES P"
						+ " MATCH FULL DEFERRABLE, CONSTRAINT two UNIQUE ('y', x))");
		Table table = inspect().table(QualifiedName.of("t")).orElseThrow();
		assertThat(table.uniqueConstraints()).containsExactly(new UniqueConstraint(null, List.of("x")),
				new UniqueConstraint("two", List.of("y", "x")));
		assertThat(table.checkConstraints()).containsExactly(new CheckConstraint("one", "x > 0"));
		assertThat(table.foreignKeys()).containsExactly(
				foreignKey().on("y").references("t", "x").onDelete(ReferentialAction.SET_NULL),
				new ForeignKey("fk", List.of("x", "y"), QualifiedName.of("p"), List.of("a", "b"), null, null, null,
						Deferral.INITIALLY_IMMEDIATE, false));
	}

	@Test
	void indexesAreReadWithAllThatTheyHave() throws SQLException {
		execute("CREATE TABLE t (a INT, b TEXT COLLATE NOCASE)",
				"create unique index main.\"ix 1\" on t(\"A\" COLLATE BINARY desc, b collate nocase, (b) collate rtrim,"
						+ " a+1 collate nocase ASC) where  (B is  not null)");
		assertThat(inspect().indexes()).containsExactly(index("ix 1")
			.on("t", by("a").descending(), by("b"), by("b").collate("RTRIM"), byExpression("a + 1").collate("NOCASE"))
			.unique()
			.where("b IS NOT NULL"));
	}

	@Test
	void whatSqliteMakesForItselfIsLeftOut() throws SQLException {
		execute("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a INT UNIQUE)", "CREATE VIEW v AS SELECT 1",
				"CREATE VIRTUAL TABLE docs USING fts5(body)", "CREATE TABLE docs_mine (a)", "CREATE TEMP TABLE tmp (a)",
				"ANALYZE");
		Schema schema = inspect();
		assertThat(schema.tables()).extracting((table) -> table.name().name()).containsExactly("t", "docs_mine");
		assertThat(schema.indexes()).isEmpty();
	}

	@Test
	void attachedFilesAreReadWhenTheyAreNamed() throws SQLException {
		execute("ATTACH ':memory:' AS \"Other File\"", "CREATE TABLE \"Other File\".p (id INTEGER PRIMARY KEY)",
				"CREATE TABLE \"Other File\".t (p_id INT REFERENCES P)", "CREATE INDEX \"Other File\".ix ON t (p_id)",
				"CREATE TABLE t (a INT)");
		assertThat(inspect().tables()).extracting(Table::name).containsExactly(QualifiedName.of("t"));
		Schema schema = this.dialect.inspector().inspect(this.connection, List.of("other file", "main", "missing"));
		assertThat(schema.tables()).hasSize(3);
		Table table = schema.table(new QualifiedName("Other File", "t")).orElseThrow();
		assertThat(table.foreignKeys()).containsExactly(foreignKey().on("p_id").referencesIn("Other File", "p", "id"));
		assertThat(schema.indexes()).containsExactly(index("ix").on("t", "p_id").onTable(table.name()));
		assertThat(schema.schemas()).containsExactly("Other File");
		assertThat(canonical(schema))
			.isEqualTo(new Schema(schema.tables(), schema.indexes(), schema.sequences(), schema.enumTypes()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "c INTEGER | c integer NULL",
			"c VARCHAR ( 50 ) | c varchar(50)", "c NUMERIC(10, 2) | c decimal(10,2)",
			"c Double  Precision | c double precision", "c BOOL DEFAULT 1 | c boolean DEFAULT true",
			"c TEXT DEFAULT 'x' | c TEXT DEFAULT \"x\"", "c TEXT DEFAULT 'x' | c TEXT DEFAULT (('x'))",
			"c TEXT DEFAULT 'x' | c TEXT DEFAULT x", "c TEXT DEFAULT 'it''s' | c TEXT DEFAULT \"it's\"",
			"c TEXT DEFAULT 5 | c TEXT DEFAULT '5'", "c INTEGER DEFAULT 5 | c INTEGER DEFAULT '5'",
			"c INTEGER DEFAULT 5 | c INTEGER DEFAULT +5", "c INTEGER DEFAULT 5 | c INTEGER DEFAULT (5)",
			"c INTEGER DEFAULT -5 | c INTEGER DEFAULT (- 5)", "c INTEGER DEFAULT 16 | c INTEGER DEFAULT 0x10",
			"c TEXT DEFAULT 14 | c TEXT DEFAULT 0XE", "c BLOB DEFAULT 14 | c BLOB DEFAULT 0XE",
			"c NUMERIC DEFAULT 1.5 | c NUMERIC DEFAULT 1.50", "c NUMERIC DEFAULT 1000 | c NUMERIC DEFAULT 1e3",
			"c REAL DEFAULT .5 | c REAL DEFAULT (0.50)", "c INTEGER DEFAULT NULL | c INTEGER",
			"c INTEGER DEFAULT (NULL) | c INTEGER", "c BLOB DEFAULT (x'00ff') | c BLOB DEFAULT X'00FF'",
			"c TEXT DEFAULT CURRENT_TIMESTAMP | c TEXT DEFAULT (current_timestamp)",
			"c TEXT DEFAULT (LOWER('X')) | c TEXT DEFAULT (( lower ('X') ))", "c TEXT COLLATE BINARY | c TEXT",
			"c TEXT COLLATE nocase | c TEXT COLLATE \"NOCASE\"", "c INT CHECK (c>0) | c INT CHECK (( \"C\" > 0 ))",
			"c INT CHECK (c>0) | c INT, CHECK (t.c > /* why */ 0)", "c INT CHECK (c!=1) | c INT CHECK ([c] <> 1)",
			"c INT CHECK (c IN(1,2)) | c INT CHECK (c in (1, 2))", "c TEXT CHECK (c = 'A') | c TEXT CHECK (`c` == 'A')",
			"c INT CHECK (c > -1) | c INT CHECK (c > - 1)", "c REAL CHECK (c > 1.5e-3) | c REAL CHECK(c>1.5E-3)",
			"c INT, d INT AS (c+1) | c INT, d INT GENERATED ALWAYS AS ( c + 1 ) VIRTUAL",
			"c INT REFERENCES t | c INT REFERENCES T (ID) ON DELETE NO ACTION",
			"c INT REFERENCES t | c INT, FOREIGN KEY (\"c\") REFERENCES t (id) MATCH SIMPLE" })
	void spellingsOfTheSameAreEqual(String one, String other) throws SQLException {
		assertThat(read(one)).isEqualTo(read(other));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "c INTEGER | c BIGINT", "c VARCHAR(50) | c VARCHAR", "c NUMERIC | c NUMERIC(10,2)",
					"c DATETIME | c TIMESTAMP", "c TEXT DEFAULT 'NULL' | c TEXT", "c TEXT DEFAULT '' | c TEXT",
					"c TEXT DEFAULT 'x' | c TEXT DEFAULT 'X'", "c BLOB DEFAULT 1 | c BLOB DEFAULT 1.0",
					"c TEXT DEFAULT 'CURRENT_TIMESTAMP' | c TEXT DEFAULT CURRENT_TIMESTAMP", "c TEXT | c TEXT NOT NULL",
					"c TEXT CHECK (c = 'A') | c TEXT CHECK (c = 'a')", "c TEXT | c TEXT COLLATE NOCASE",
					"c INT CHECK (c > 0) | c INT CHECK (c >= 0)", "c INT CHECK (c - 1 > 0) | c INT CHECK (c > 0)",
					"c INT, d INT AS (c+1) | c INT, d INT AS (c+1) STORED",
					"c INT REFERENCES t | c INT REFERENCES t ON DELETE CASCADE",
					"c INT REFERENCES t | c INT REFERENCES t DEFERRABLE INITIALLY DEFERRED", "c INT | c INT UNIQUE",
					"c INT, d INT, UNIQUE (c, d) | c INT, d INT, UNIQUE (d, c)" })
	void whatIsNotTheSameIsNotEqual(String one, String other) throws SQLException {
		assertThat(read(one)).isNotEqualTo(read(other));
	}

	private Schema read(String columns) throws SQLException {
		try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
				Statement statement = memory.createStatement()) {
			statement.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, " + columns + ")");
			return this.dialect.inspector().inspect(memory, List.of());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "CREATE TABLE t (id INTEGER PRIMARY KEY)",
			"CREATE TABLE t (id INTEGER, PRIMARY KEY (id ASC))", "CREATE TABLE t (\"id\" integer NOT NULL PRIMARY KEY)",
			"CREATE TABLE t(id integer not null, primary key(ID))" })
	void aRowidIsNeverNull(String sql) throws SQLException {
		execute(sql);
		Schema target = new Schema(List.of(table("t", column("id", Types.integer()).primaryKey())), List.of(),
				List.of(), List.of());
		assertThat(inspect()).isEqualTo(canonical(target));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "id TEXT PRIMARY KEY) | true", "id INT PRIMARY KEY) | true",
					"id INTEGER PRIMARY KEY DESC) | true", "id TEXT PRIMARY KEY) WITHOUT ROWID | false",
					"id TEXT PRIMARY KEY) STRICT | false", "id INTEGER PRIMARY KEY DESC) STRICT | false" })
	void aKeyTakesNullWhereSqliteLetsIt(String definition, boolean nullable) throws SQLException {
		execute("CREATE TABLE t (" + definition);
		assertThat(inspect().tables().get(0).columns()).extracting(Column::nullable).containsExactly(nullable);
		if (nullable) {
			execute("INSERT INTO t VALUES (NULL)");
		}
		else {
			assertThatThrownBy(() -> execute("INSERT INTO t VALUES (NULL)")).hasMessageContaining("NOT NULL");
		}
	}

	@Test
	void onlyLettersOfAsciiAreTheSameInOtherCase() throws SQLException {
		execute("CREATE TABLE \"Äpfel\" (\"Ä\" INTEGER, \"ä\" TEXT UNIQUE, CHECK (\"Ä\" > 0))",
				"CREATE TABLE \"äPFEL\" (b INTEGER)", "CREATE INDEX one ON \"Äpfel\" (\"Ä\")",
				"CREATE INDEX other ON \"äpfel\" (B)");
		Schema schema = inspect();
		assertThat(schema.indexes()).containsExactlyInAnyOrder(index("one").on("Äpfel", "Ä"),
				index("other").on("äPFEL", "b"));
		Table table = schema.table(QualifiedName.of("Äpfel")).orElseThrow();
		assertThat(table.uniqueConstraints()).containsExactly(new UniqueConstraint(null, List.of("ä")));
		assertThat(table.checkConstraints()).extracting(CheckConstraint::condition).containsExactly("\"Ä\" > 0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "c > - -1", "c - - 1 > 0", "c > -(-1)", "c > 1 - -(-1)" })
	void aReadConditionMeansTheSame(String condition) throws SQLException {
		execute("CREATE TABLE t (c INTEGER, CHECK (" + condition + "))");
		String read = inspect().tables().get(0).checkConstraints().get(0).condition();
		assertThat(
				this.database.query("SELECT c FROM (SELECT -1 AS c UNION SELECT 0 UNION SELECT 1 UNION SELECT 2) WHERE "
						+ "(" + read + ")\n IS NOT (" + condition + ")"))
			.isEmpty();
	}

	@Test
	void theOptionsOfATableAreRead() throws SQLException {
		execute("CREATE TABLE t (id TEXT PRIMARY KEY) strict,  without  RowId");
		assertThat(inspect().tables().get(0).options()).containsExactly(new TableOption("sqlite", "STRICT", false),
				new TableOption("sqlite", "WITHOUT ROWID", false));
	}

	@Test
	void aDefaultIsReadAsAValueOfItsType() throws SQLException {
		execute("CREATE TABLE t (a BOOLEAN DEFAULT 0, b INT DEFAULT 7, c NUMERIC DEFAULT 2.50, d TEXT DEFAULT 'x',"
				+ " e TIMESTAMP DEFAULT (cast(unixepoch('subsec')*1000 as integer)), f DATE DEFAULT CURRENT_DATE)");
		assertThat(inspect().tables().get(0).columns()).extracting(Column::serverDefault)
			.containsExactly(literal(false), literal(7), literal(new BigDecimal("2.5")), literal("x"),
					new ServerDefault.CurrentTimestamp(), expression("CURRENT_DATE"));
	}

	@Test
	void anEnumTypeIsAStringWithACheck() throws SQLException {
		Table table = table("t", column("id", Types.integer()).primaryKey(),
				column("mood", Types.enumeration("mood", "sad", "ok")));
		Table read = canonical(new Schema(List.of(table), List.of(), List.of(), List.of())).tables().get(0);
		assertThat(read.columns().get(1)).isEqualTo(new Column("mood", Types.varchar(255)));
		assertThat(read.checkConstraints()).containsExactly(new CheckConstraint("ck_t_mood", "mood IN ('sad', 'ok')"));
	}

	@Test
	void theDatabaseIsUnchangedAfterwards() throws SQLException {
		execute("CREATE TABLE team (mine INT)", "CREATE TABLE migration_unnamed_0 (a INT)");
		List<String> before = this.database.query("SELECT sql FROM sqlite_master");
		canonical(rich());
		assertThatThrownBy(() -> canonical(new Schema(List.of(table("t", column("a", Types.integer()), check("a >"))),
				List.of(), List.of(), List.of())))
			.isInstanceOfSatisfying(UnsupportedChangeException.class, (ex) -> {
				assertThat(ex.getDescription()).startsWith("SQLite cannot create table t: ");
				assertThat(ex.getAction()).contains("CHECK (a >)");
			});
		assertThat(this.database.query("SELECT sql FROM sqlite_master")).isEqualTo(before);
		assertThat(this.connection.getAutoCommit()).isTrue();
	}

	@Test
	void aSequenceIsRefused() {
		Schema schema = new Schema(List.of(), List.of(),
				List.of(new Sequence(QualifiedName.of("s"), SequenceOptions.DEFAULTS)), List.of());
		assertThatThrownBy(() -> canonical(schema)).isInstanceOf(UnsupportedChangeException.class)
			.hasMessageContaining("sequence s");
	}

	@Test
	void aKeyIntoAnotherFileIsRefused() {
		Schema schema = new Schema(
				List.of(table("t", column("a", Types.integer()), foreignKey().on("a").referencesIn("x", "p", "id"))),
				List.of(), List.of(), List.of());
		assertThatThrownBy(() -> canonical(schema)).isInstanceOf(UnsupportedChangeException.class)
			.hasMessageContaining("x.p, which is in another file");
	}

	@Test
	void theNumberOfQueriesDoesNotDependOnTheNumberOfTables() throws SQLException {
		createTables(0, 3);
		int few = queries();
		createTables(3, 60);
		assertThat(inspect().tables()).hasSize(60);
		assertThat(queries()).isEqualTo(few).isLessThanOrEqualTo(3);
	}

	private void createTables(int from, int to) throws SQLException {
		for (int i = from; i < to; i++) {
			execute("CREATE TABLE t" + i + " (id INTEGER PRIMARY KEY, a INT UNIQUE REFERENCES t0)",
					"CREATE INDEX ix" + i + " ON t" + i + " (a DESC)");
		}
	}

	private int queries() throws SQLException {
		CountedConnection counted = CountedConnection.of(this.connection);
		this.dialect.inspector().inspect(counted.connection(), List.of());
		return counted.count().get();
	}

	private void create(Schema schema) throws SQLException {
		int unnamed = 0;
		List<Operation> operations = new ArrayList<>();
		schema.tables().forEach((table) -> operations.add(new TableOperation.CreateTable(table, false)));
		for (Index index : schema.indexes()) {
			Index named = (index.name() != null) ? index : index.named("named_" + unnamed++);
			operations.add(new IndexOperation.CreateIndex(named, false));
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

	private Schema inspect() throws SQLException {
		Schema read = this.dialect.inspector().inspect(this.connection, List.of());
		List<Index> indexes = read.indexes().stream().map(SqliteInspectorTests::withoutGivenName).toList();
		return new Schema(read.tables(), indexes, read.sequences(), read.enumTypes());
	}

	private static Index withoutGivenName(Index index) {
		@Nullable String name = String.valueOf(index.name()).startsWith("named_") ? null : index.name();
		return new Index(name, index.table(), index.parts(), index.isUnique(), index.isConcurrent(), index.method(),
				index.where(), index.include(), index.isNullsNotDistinct(), index.storageParameters());
	}

	private Schema canonical(Schema schema) throws SQLException {
		return this.dialect.inspector().canonical(this.connection, schema, this.context);
	}

}
