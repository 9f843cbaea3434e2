package dev.migration.dialect;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.migration.NeedsDatabaseException;
import dev.migration.Operations;
import dev.migration.UnsupportedChangeException;
import dev.migration.operation.Inverse;
import dev.migration.operation.Operation;
import dev.migration.schema.Column;
import dev.migration.schema.EnumType;
import dev.migration.schema.ReferentialAction;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.Type;
import dev.migration.schema.Types;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migration.schema.Definitions.by;
import static dev.migration.schema.Definitions.byExpression;
import static dev.migration.schema.Definitions.byDefault;
import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.comment;
import static dev.migration.schema.Definitions.currentTimestamp;
import static dev.migration.schema.Definitions.enumType;
import static dev.migration.schema.Definitions.expression;
import static dev.migration.schema.Definitions.foreignKey;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Definitions.option;
import static dev.migration.schema.Definitions.primaryKey;
import static dev.migration.schema.Definitions.sequence;
import static dev.migration.schema.Definitions.stored;
import static dev.migration.schema.Definitions.table;
import static dev.migration.schema.Definitions.trigger;
import static dev.migration.schema.Definitions.unique;
import static dev.migration.schema.Definitions.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every operation on H2, MariaDB and MySQL: it changes the catalogue, and its inverse
 * brings it back as it was.
 */
class OperationRoundTripTests {

	private static final Set<Kind> ALL = EnumSet.of(Kind.H2, Kind.MARIADB, Kind.MYSQL);

	private static final EnumType STATUS = enumType("status", "open", "it's", "closed");

	private static final Column SIZE = column("size", Types.integer()).notNull()
		.serverDefault(literal(3))
		.comment("how big");

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource
	void anOperationAndItsInverse(Kind kind, Case each) throws Exception {
		try (DialectSession session = DialectSession.open(kind)) {
			session.run(OperationRoundTripTests::baseline);
			session.run(each.setup);
			List<String> before = session.catalogue();
			List<Operation> operations = session.run(each.calls);
			assertThat(session.catalogue()).isNotEqualTo(before);
			Inverse inverse = Inverse.ofAll(operations);
			assertThat(inverse).isInstanceOf(Inverse.Of.class);
			session.run(((Inverse.Of) inverse).operations());
			assertThat(session.catalogue()).isEqualTo(before);
		}
	}

	static Stream<Arguments> anOperationAndItsInverse() {
		return cases().stream().flatMap((each) -> each.kinds.stream().map((kind) -> Arguments.of(kind, each)));
	}

	private static void baseline(Operations op) {
		op.createTable("hackathon", column("id", Types.bigint()).primaryKey().identity(),
				column("name", Types.varchar(80)).notNull());
		op.createTable("team", column("id", Types.bigint()).notNull(), column("hackathon_id", Types.bigint()),
				column("name", Types.varchar(80)).notNull(), SIZE, column("total", Types.bigint()),
				column("status", new Type.Enumeration(STATUS)).notNull().serverDefault(literal("it's")),
				column("created_at", Types.timestampWithTimeZone()), primaryKey("id").named("pk_team"),
				unique("uq_team_name").on("name"),
				foreignKey("fk_team_hackathon").on("hackathon_id")
					.references("hackathon", "id")
					.onDelete(ReferentialAction.CASCADE),
				check("ck_team_size", "size > 0"), comment("all the teams"));
		op.createIndex(index("ix_team_total").on("team", "total"));
		op.bulkInsert("hackathon", List.of(Map.of("name", "one")));
		op.bulkInsert("team", List.of(Map.of("id", 7, "name", "x", "hackathon_id", 1)));
	}

	private static List<Case> cases() {
		List<Case> cases = new ArrayList<>();
		cases.add(new Case("create table",
				(op) -> op.createTable("order",
						column("id", Types.bigint()).primaryKey().identity(byDefault().startWith(100)),
						column("Name", Types.varchar(20)).notNull().comment("it's"),
						column("team_id", Types.bigint()).references("team", "id"),
						column("status", new Type.Enumeration(STATUS)),
						column("text", Types.text()).serverDefault(literal("x")),
						column("twice", Types.bigint()).computed(stored("team_id * 2")),
						column("at", Types.timestamp()).serverDefault(currentTimestamp()),
						column("code", Types.varchar(9)).unique().check("code <> ''"), comment("back\\slash"),
						option("mariadb", "ENGINE=InnoDB ROW_FORMAT=COMPACT"), option("mysql", "ENGINE=InnoDB"))));
		cases.add(new Case("drop table", (op) -> op.createTable("gone", column("id", Types.integer()).primaryKey()),
				(op) -> op.dropTable(table("gone", column("id", Types.integer()).primaryKey()))));
		cases.add(new Case("rename table", (op) -> op.renameTable("team", "crew")));
		cases.add(new Case("add column",
				(op) -> op.addColumn("team",
						column("slug", Types.varchar(120)).notNull()
							.serverDefault(literal("a\\b'c"))
							.comment("for the URL")
							.unique())));
		cases.add(new Case("add a computed column",
				(op) -> op.addColumn("team", column("twice", Types.bigint()).computed(stored("size * 2")))));
		cases.add(new Case("drop column",
				(op) -> op.dropColumn("team", column("created_at", Types.timestampWithTimeZone()))));
		cases.add(new Case("rename column", (op) -> op.renameColumn("team", "total", "sum")));
		cases.add(new Case("alter the type of a column",
				(op) -> op.alterColumn("team", column("total", Types.bigint()), (c) -> c.type(Types.numeric(20, 2)))));
		cases.add(new Case("alter a column to null", (op) -> op.alterColumn("team", SIZE, (c) -> c.nullable())));
		cases.add(new Case("alter a column to not null",
				(op) -> op.addColumn("hackathon", column("note", Types.varchar(9)).serverDefault(literal("x"))),
				(op) -> op.alterColumn("hackathon", column("note", Types.varchar(9)), (c) -> c.notNull())));
		cases.add(new Case("alter the default of a column",
				(op) -> op.alterColumn("team", SIZE, (c) -> c.serverDefault(expression("4 + 5")))));
		cases.add(new Case("drop the default of a column",
				(op) -> op.alterColumn("team", SIZE, (c) -> c.dropServerDefault())));
		cases.add(new Case("alter the comment of a column",
				(op) -> op.alterColumn("team", SIZE, (c) -> c.comment("it's"))));
		cases.add(
				new Case("drop the comment of a column", (op) -> op.alterColumn("team", SIZE, (c) -> c.dropComment())));
		cases.add(new Case("alter and rename a column at once",
				(op) -> op.alterColumn("team", column("total", Types.bigint()),
						(c) -> c.rename("sum").type(Types.numeric(20, 2)).serverDefault(literal(1)))));
		cases.add(new Case("number a column", (op) -> op.alterColumn("team", column("id", Types.bigint()).notNull(),
				(c) -> c.identity(byDefault()))));
		cases.add(new Case("stop computing a column",
				(op) -> op.addColumn("team", column("twice", Types.bigint()).computed(stored("size * 2"))),
				(op) -> op.alterColumn("team", column("twice", Types.bigint()).computed(stored("size * 2")),
						(c) -> c.dropComputed())));
		cases.add(new Case("collate a column", EnumSet.of(Kind.MARIADB, Kind.MYSQL), (op) -> op.alterColumn("team",
				column("name", Types.varchar(80)).notNull(), (c) -> c.collation("utf8mb4_bin"))));
		cases.add(new Case("create index",
				(op) -> op.createIndex(index("ix").on("team", by("name").descending(), by("size")).unique())));
		cases.add(new Case("create an index on a prefix", EnumSet.of(Kind.MARIADB, Kind.MYSQL),
				(op) -> op.createIndex(index("ix").on("team", by("name").prefix(10)))));
		cases.add(new Case("create a full-text index concurrently", EnumSet.of(Kind.MARIADB, Kind.MYSQL), (op) -> {
			op.createIndex(index("ft").on("team", "name").using("fulltext"));
			op.createIndex(index("ix").on("team", "created_at").concurrently());
		}));
		cases.add(new Case("create an index on an expression", EnumSet.of(Kind.MYSQL),
				(op) -> op.createIndex(index("ix").on("team", byExpression("lower(name)")))));
		cases.add(new Case("drop index", (op) -> op.dropIndex(index("ix_team_total").on("team", "total"))));
		cases.add(new Case("create unique constraint",
				(op) -> op.createConstraint("team", unique("uq").on("size", "name"))));
		cases.add(new Case("create check constraint", (op) -> op.createConstraint("team", check("ck", "total > 1"))));
		cases.add(new Case("drop check constraint",
				(op) -> op.dropConstraint("team", check("ck_team_size", "size > 0"))));
		cases.add(new Case("drop unique constraint",
				(op) -> op.dropConstraint("team", unique("uq_team_name").on("name"))));
		cases.add(new Case("drop foreign key",
				(op) -> op.dropConstraint("team",
						foreignKey("fk_team_hackathon").on("hackathon_id")
							.references("hackathon", "id")
							.onDelete(ReferentialAction.CASCADE))));
		cases.add(new Case("create foreign key", (op) -> op.createConstraint("team",
				foreignKey("fk").on("total").references("hackathon", "id").onUpdate(ReferentialAction.SET_NULL))));
		cases.add(new Case("drop primary key", (op) -> op.dropConstraint("team", primaryKey("id").named("pk_team"))));
		cases.add(new Case("create schema", (op) -> op.createSchema("billing")));
		cases.add(new Case("create sequence", EnumSet.of(Kind.H2, Kind.MARIADB), (op) -> op.createSequence(
				sequence("order_seq").startWith(5).incrementBy(50).minValue(1).maxValue(9999).cache(10).noCycle())));
		cases.add(new Case("alter sequence", EnumSet.of(Kind.H2, Kind.MARIADB),
				(op) -> op.createSequence(sequence("s").incrementBy(1)),
				(op) -> op.alterSequence(sequence("s").incrementBy(1), (s) -> s.incrementBy(50))));
		cases.add(new Case("alter enum type", (op) -> op.alterEnumType(STATUS,
				(e) -> e.renameValue("it's", "its").addValueBefore("half", "closed").usedBy("team", "status"))));
		cases.add(new Case("create view",
				(op) -> op.createView(view("big_team", "SELECT id, name FROM team WHERE size > 5"))));
		cases.add(new Case("replace view", (op) -> op.createView(view("v", "SELECT id FROM team")),
				(op) -> op.replaceView(view("v", "SELECT id FROM team"), view("v", "SELECT id, name FROM team"))));
		cases.add(new Case("create trigger", EnumSet.of(Kind.MARIADB, Kind.MYSQL),
				(op) -> op.createTrigger(trigger("tr", "team",
						"CREATE TRIGGER tr BEFORE INSERT ON team FOR EACH ROW BEGIN IF NEW.size > 9 THEN "
								+ "SET NEW.size = 9; END IF; SET NEW.total = 1; END"))));
		cases.add(new Case("a batch", (op) -> op.batchAlterTable("team", (batch) -> {
			batch.renameColumn("total", "sum");
			batch.alterColumn(column("sum", Types.bigint()), (c) -> c.type(Types.integer()).comment("all in all"));
			batch.addColumn(column("slug", Types.varchar(20)).notNull().serverDefault(literal("-")));
			batch.createIndex(index("ix_slug").on("team", "slug"));
			batch.createConstraint(check("ck_slug", "slug <> ''"));
			batch.dropConstraint(check("ck_team_size", "size > 0"));
			batch.createConstraint(check("ck_team_size", "size > 1"));
		})));
		return cases;
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource
	void whatCannotBeDoneSaysTheWayOut(Kind kind, String message, Consumer<Operations> calls) throws Exception {
		try (DialectSession session = DialectSession.open(kind)) {
			session.run(OperationRoundTripTests::baseline);
			List<String> before = session.catalogue();
			assertThatExceptionOfType(UnsupportedChangeException.class).isThrownBy(() -> session.run(calls))
				.withMessageContaining(message)
				.satisfies((ex) -> assertThat(ex.getAction()).isNotBlank());
			assertThat(session.catalogue()).isEqualTo(before);
		}
	}

	static Stream<Arguments> whatCannotBeDoneSaysTheWayOut() {
		Consumer<Operations> partial = (op) -> op
			.createIndex(index("ix").on("team", "name").unique().where("size > 1"));
		Consumer<Operations> byExpression = (op) -> op.createIndex(index("ix").on("team", byExpression("lower(name)")));
		Consumer<Operations> setDefault = (op) -> op.createConstraint("team",
				foreignKey("fk").on("total").references("hackathon", "id").onDelete(ReferentialAction.SET_DEFAULT));
		Consumer<Operations> deferred = (op) -> op.createConstraint("team",
				foreignKey("fk").on("total").references("hackathon", "id").initiallyDeferred());
		return Stream.of(Arguments.of(Kind.H2, "H2 cannot create index ix on team", partial),
				Arguments.of(Kind.MARIADB, "MariaDB cannot create index ix on team", partial),
				Arguments.of(Kind.H2, "H2 cannot create index ix on team", byExpression),
				Arguments.of(Kind.MARIADB, "MariaDB cannot create index ix on team", byExpression),
				Arguments.of(Kind.MARIADB, "MariaDB cannot create foreign key 'fk' with SET DEFAULT", setDefault),
				Arguments.of(Kind.H2, "H2 cannot check a constraint later", deferred),
				Arguments.of(Kind.MARIADB, "MariaDB cannot check a constraint later", deferred),
				Arguments.of(Kind.MARIADB, "MariaDB cannot number column team.n",
						(Consumer<Operations>) (op) -> op.addColumn("team", column("n", Types.integer()).identity())),
				Arguments.of(Kind.MARIADB, "MariaDB cannot alter column team.size",
						(Consumer<Operations>) (op) -> op.alterColumn("team", "size",
								(c) -> c.type(Types.varchar(9)).using("'x'"))),
				Arguments.of(Kind.H2, "H2 cannot collate a column as x",
						(Consumer<Operations>) (op) -> op.alterColumn("team", "name", (c) -> c.collation("x"))));
	}

	@ParameterizedTest
	@EnumSource(names = { "H2", "MARIADB", "MYSQL" })
	void whatMayBeThereOrGoneIsLookedFor(Kind kind) throws Exception {
		try (DialectSession session = DialectSession.open(kind)) {
			session.run(OperationRoundTripTests::baseline);
			List<String> before = session.catalogue();
			Consumer<Operations> there = (op) -> {
				op.ifNotExists().addColumn("team", SIZE);
				op.ifNotExists().createIndex(index("ix_team_total").on("team", "total"));
				op.ifNotExists().createConstraint("team", check("ck_team_size", "size > 5"));
				op.ifNotExists().createTable("team", column("id", Types.integer()));
			};
			Consumer<Operations> gone = (op) -> {
				op.ifExists().dropColumn("team", "nothing");
				op.ifExists().dropIndex("nothing", "team");
				op.ifExists().dropConstraint("nothing", "team");
				op.ifExists().dropTable("nothing");
				op.ifExists().dropView("nothing");
			};
			session.run(there);
			session.run(gone);
			assertThat(session.catalogue()).isEqualTo(before);
			session.run((op) -> {
				op.ifExists().dropConstraint("ck_team_size", "team");
				op.ifExists().dropIndex("ix_team_total", "team");
				op.dropConstraint("uq_team_name", "team");
				op.ifNotExists().addColumn("team", column("nothing", Types.integer()));
			});
			assertThat(session.catalogue().toString()).doesNotContainIgnoringCase("ck_team_size")
				.doesNotContainIgnoringCase("ix_team_total")
				.doesNotContainIgnoringCase("uq_team_name")
				.containsIgnoringCase("nothing");
		}
	}

	@ParameterizedTest
	@EnumSource
	void aConstraintOrTriggerThatMayBeThereIsCreatedOnce(Kind kind) throws Exception {
		try (DialectSession session = DialectSession.open(kind)) {
			session.run((op) -> op.createTable("team", column("id", Types.integer()).primaryKey().notNull(),
					column("size", Types.integer()).notNull()));
			session.execute("INSERT INTO team VALUES (1, 5)");
			session.run((op) -> op.createConstraint("team", check("ck_size", "size > 0")));
			session.run((op) -> op.createTrigger(trigger("order", "team", triggerSql(kind, session.quote("order")))));
			List<String> before = session.catalogue();
			assertThat(before.toString()).containsIgnoringCase("ck_size").containsIgnoringCase("order");
			Consumer<Operations> again = (op) -> {
				op.ifNotExists().createConstraint("team", check("ck_size", "size > 3"));
				op.ifNotExists().createTrigger(trigger("order", "team", triggerSql(kind, session.quote("order"))));
			};
			session.run(again);
			assertThat(session.catalogue()).isEqualTo(before);
			Consumer<Operations> gone = (op) -> {
				op.ifExists().dropTrigger("order", "team");
				op.ifExists().dropConstraint("ck_size", "team");
			};
			session.run(gone);
			assertThat(session.catalogue().toString()).doesNotContainIgnoringCase("ck_size")
				.doesNotContainIgnoringCase("order");
			session.run(gone);
			session.run(again);
			assertThat(session.catalogue().toString()).containsIgnoringCase("ck_size").containsIgnoringCase("order");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "H2", "MARIADB", "MYSQL" })
	void aSchemaHoldsTablesAndIsOnlyDroppedWhenItIsEmpty(Kind kind) throws Exception {
		try (DialectSession session = DialectSession.open(kind)) {
			session.run((op) -> op.createSchema("billing_tables"));
			session.run((op) -> op.ifNotExists().createSchema("billing_tables"));
			session.run((op) -> op.inSchema("billing_tables").createTable("bill", column("id", Types.integer())));
			session.execute("INSERT INTO billing_tables.bill VALUES (7)");
			assertThat(session.query("SELECT id FROM billing_tables.bill")).containsExactly("7");
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> session.run((op) -> op.dropSchema("billing_tables")));
			assertThat(session.query("SELECT id FROM billing_tables.bill")).containsExactly("7");
			session.run((op) -> op.inSchema("billing_tables").dropTable("bill"));
			session.run((op) -> op.dropSchema("billing_tables"));
			session.run((op) -> op.ifExists().dropSchema("billing_tables"));
			assertThat(session.query(
					"SELECT schema_name FROM information_schema.schemata WHERE lower(schema_name) = 'billing_tables'"))
				.isEmpty();
		}
	}

	private static String triggerSql(Kind kind, String name) {
		return switch (kind) {
			case SQLITE -> "CREATE TRIGGER " + name + " AFTER INSERT ON team BEGIN UPDATE team SET size = 1; END";
			case POSTGRESQL -> "CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
					+ "RETURN NEW; END $$; CREATE TRIGGER " + name
					+ " BEFORE UPDATE ON team FOR EACH ROW EXECUTE FUNCTION touch();";
			case H2 -> "CREATE TRIGGER " + name + " AFTER DELETE ON team FOR EACH ROW AS $$ org.h2.api.Trigger create()"
					+ " { return (connection, before, after) -> { }; } $$";
			case MARIADB, MYSQL ->
				"CREATE TRIGGER " + name + " BEFORE INSERT ON team FOR EACH ROW BEGIN " + "SET NEW.size = 9; END";
		};
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "mariadb", "mysql" })
	void withoutADatabaseATriggerThatMayBeThereIsRefused(String dialect) {
		Dialect target = DialectSession.dialect(Kind.valueOf(dialect.toUpperCase()));
		Operation operation = DialectSession
			.record(target, (op) -> op.ifNotExists().createTrigger(trigger("tr", "team", "CREATE TRIGGER tr")))
			.get(0);
		assertThatExceptionOfType(NeedsDatabaseException.class)
			.isThrownBy(() -> target.render(operation,
					RenderContext.offline(target.offlineVersion(), NamingConvention.DEFAULT)))
			.withMessageContaining("create trigger tr on team");
	}

	@ParameterizedTest
	@EnumSource(names = { "H2", "MARIADB", "MYSQL" })
	void aColumnThatIsNumberedFromNowOnGoesOnBehindItsNumbers(Kind kind) throws Exception {
		try (DialectSession session = DialectSession.open(kind)) {
			session.run(OperationRoundTripTests::baseline);
			session.run((op) -> op.alterColumn("team", "id", (c) -> c.identity(byDefault())));
			session.execute("INSERT INTO team (name) VALUES ('next')");
			assertThat(session.query("SELECT id FROM team WHERE name = 'next'")).containsExactly("8");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "H2", "MARIADB", "MYSQL" })
	void rowsAndDefaultFollowTheValuesOfAnEnumType(Kind kind) throws Exception {
		try (DialectSession session = DialectSession.open(kind)) {
			session.run(OperationRoundTripTests::baseline);
			session.run((op) -> op.alterEnumType(STATUS,
					(e) -> e.renameValue("it's", "its").removeValue("closed", "open").usedBy("team", "status")));
			session.execute("INSERT INTO team (id, name) VALUES (8, 'next')");
			assertThat(session.query("SELECT status FROM team ORDER BY id")).containsExactly("its", "its");
		}
	}

	/**
	 * Something to do.
	 */
	private record Case(String name, Set<Kind> kinds, Consumer<Operations> setup, Consumer<Operations> calls) {

		Case(String name, Consumer<Operations> calls) {
			this(name, ALL, calls);
		}

		Case(String name, Set<Kind> kinds, Consumer<Operations> calls) {
			this(name, kinds, (op) -> {
			}, calls);
		}

		Case(String name, Consumer<Operations> setup, Consumer<Operations> calls) {
			this(name, ALL, setup, calls);
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
