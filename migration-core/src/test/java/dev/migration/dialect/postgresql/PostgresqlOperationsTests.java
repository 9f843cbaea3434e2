package dev.migration.dialect.postgresql;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.migration.Operations;
import dev.migration.dialect.RecordedRun;
import dev.migration.schema.Column;
import dev.migration.schema.EnumType;
import dev.migration.schema.ForeignKey.Match;
import dev.migration.schema.Sequence;
import dev.migration.schema.View;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.migration.schema.Definitions.always;
import static dev.migration.schema.Definitions.by;
import static dev.migration.schema.Definitions.byDefault;
import static dev.migration.schema.Definitions.byExpression;
import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.comment;
import static dev.migration.schema.Definitions.currentTimestamp;
import static dev.migration.schema.Definitions.enumType;
import static dev.migration.schema.Definitions.exclude;
import static dev.migration.schema.Definitions.expression;
import static dev.migration.schema.Definitions.foreignKey;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Definitions.option;
import static dev.migration.schema.Definitions.prefix;
import static dev.migration.schema.Definitions.primaryKey;
import static dev.migration.schema.Definitions.sequence;
import static dev.migration.schema.Definitions.stored;
import static dev.migration.schema.Definitions.table;
import static dev.migration.schema.Definitions.trigger;
import static dev.migration.schema.Definitions.unique;
import static dev.migration.schema.Definitions.view;
import static dev.migration.schema.ReferentialAction.CASCADE;
import static dev.migration.schema.ReferentialAction.SET_NULL;
import static dev.migration.schema.Types.array;
import static dev.migration.schema.Types.bigint;
import static dev.migration.schema.Types.bool;
import static dev.migration.schema.Types.enumeration;
import static dev.migration.schema.Types.integer;
import static dev.migration.schema.Types.sqlType;
import static dev.migration.schema.Types.text;
import static dev.migration.schema.Types.timestamp;
import static dev.migration.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Every operation on a real server: the catalogue after it, and, after its inverse, the
 * catalogue as it was before.
 */
class PostgresqlOperationsTests {

	private static TestDatabase database;

	private RecordedRun run;

	private Operations op;

	@BeforeAll
	static void createDatabase() {
		database = TestDatabase.create(TestDatabase.Kind.POSTGRESQL);
	}

	@BeforeEach
	void createTables() throws SQLException {
		database.execute("DROP SCHEMA public CASCADE", "DROP SCHEMA IF EXISTS billing CASCADE", "CREATE SCHEMA public");
		this.run = new RecordedRun(new PostgresqlDialect(), database);
		this.op = this.run.op();
		this.op.createTable("user", column("id", bigint()).primaryKey(), column("name", varchar(50)));
		this.op.createTable("team", column("id", bigint()).primaryKey(), column("slug", varchar(50)),
				column("size", integer()).notNull().serverDefault(literal(3)), column("owner_id", bigint()));
		this.run.forget();
	}

	@AfterEach
	void close() throws SQLException {
		this.run.close();
	}

	private List<String> thereAndBack(Consumer<Operations> change) {
		List<String> before = CatalogueSnapshot.of(database);
		change.accept(this.op);
		List<String> after = CatalogueSnapshot.of(database);
		assertThat(after).isNotEqualTo(before);
		this.run.takeBack();
		assertThat(CatalogueSnapshot.of(database)).isEqualTo(before);
		return after.stream().filter((line) -> !before.contains(line)).toList();
	}

	@Test
	void aTableWithEverything() {
		assertThat(thereAndBack((op) -> op.createTable("booking", comment("it's booked"),
				column("id", bigint()).primaryKey().identity(always().startWith(10).incrementBy(5).cache(20)),
				column("code", varchar(9)).notNull().collation("C").comment("the code").unique(),
				column("user_id", bigint()).references("user", "id"), column("amount", integer()).check("amount > 0"),
				column("tags", array(text())), column("double", integer()).computed(stored("amount * 2")),
				column("at", timestamp(3)).serverDefault(currentTimestamp()),
				unique("uq_booking").on("code", "at").deferrable(),
				foreignKey("fk_owner").on("user_id")
					.references("user", "id")
					.onDelete(CASCADE)
					.onUpdate(SET_NULL)
					.match(Match.FULL)
					.initiallyDeferred(),
				prefix("postgresql", "UNLOGGED"), option("postgresql", "WITH (fillfactor = 70)"),
				option("mysql", "ENGINE = InnoDB"))))
			.contains("relation booking ru it's booked ",
					"column booking.id bigint true a - - - 10 5 1 9223372036854775807 false 20",
					"column booking.code character varying(9) true  - C the code",
					"column booking.tags text[] false  - - -", "column booking.double integer false s (amount * 2) - -",
					"column booking.at timestamp(3) without time zone false  CURRENT_TIMESTAMP - -",
					"constraint booking pk_booking PRIMARY KEY (id)",
					"constraint booking uq_booking_code UNIQUE (code)",
					"constraint booking uq_booking UNIQUE (code, at) DEFERRABLE",
					"constraint booking fk_booking_user_id_user FOREIGN KEY (user_id) REFERENCES \"user\"(id)",
					"constraint booking fk_owner FOREIGN KEY (user_id) REFERENCES \"user\"(id) MATCH FULL ON UPDATE SET NULL ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED")
			.anyMatch((line) -> line.matches("constraint booking ck_booking_[0-9a-f]{8} CHECK \\(\\(amount > 0\\)\\)"));
	}

	@Test
	void tablesAreDroppedRenamedAndCommentedOn() {
		this.op.createTable("gone", column("id", bigint()).primaryKey(), comment("old"));
		this.run.forget();
		assertThat(thereAndBack((op) -> op.renameTable("team", "crew"))).contains("column crew.id bigint true  - - -");
		thereAndBack((op) -> op.dropTable(table("gone", column("id", bigint()).primaryKey(), comment("old"))));
		this.op.createTableComment("team", "a crew");
		assertThat(CatalogueSnapshot.of(database)).contains("relation team rp a crew ");
		this.op.dropTableComment("team");
		assertThat(CatalogueSnapshot.of(database)).contains("relation team rp - ");
	}

	@Test
	void columnsComeAndGo() {
		assertThat(thereAndBack((op) -> op.addColumn("team",
				column("lead_id", bigint()).notNull()
					.serverDefault(literal(0))
					.comment("who leads")
					.unique()
					.check("lead_id >= 0")
					.references("user", "id"))))
			.contains("column team.lead_id bigint true  '0'::bigint - who leads".replace("'0'::bigint", "0"),
					"constraint team uq_team_lead_id UNIQUE (lead_id)",
					"constraint team fk_team_lead_id_user FOREIGN KEY (lead_id) REFERENCES \"user\"(id)");
		thereAndBack((op) -> op.dropColumn("team", column("size", integer()).notNull().serverDefault(literal(3))));
		assertThat(thereAndBack((op) -> op.addColumn("team", column("no", integer()).identity())))
			.contains("column team.no integer true d - - - 1 1 1 2147483647 false 1");
	}

	@Test
	void columnsAreAltered() {
		Column slug = column("slug", varchar(50));
		assertThat(thereAndBack((op) -> op.alterColumn("team", slug,
				(c) -> c.type(text())
					.notNull()
					.serverDefault(literal("x"))
					.comment("for URLs")
					.collation("C")
					.rename("handle"))))
			.contains("column team.handle text true  'x'::text C for URLs");
		Column size = column("size", integer()).notNull().serverDefault(literal(3));
		assertThat(thereAndBack((op) -> op.alterColumn("team", size, (c) -> c.dropServerDefault().nullable())))
			.contains("column team.size integer false  - - -");
		thereAndBack((op) -> op.renameColumn("team", "slug", "handle"));
	}

	@Test
	void theDefaultFollowsTheTypeOfItsColumn() {
		this.op.alterColumn("team", "size", (c) -> c.type(bool()).using("size > 2").serverDefault(literal(true)));
		assertThat(CatalogueSnapshot.of(database)).contains("column team.size boolean true  true - -");
		this.op.addColumn("team", column("state", varchar(9)).serverDefault(literal("new")));
		this.op.alterColumn("team", "state", (c) -> c.type(enumeration("state", "new", "old")));
		assertThat(CatalogueSnapshot.of(database)).contains("column team.state state false  'new'::state - -");
		this.op.addColumn("team", column("rank", text()).serverDefault(expression("lower('7')")));
		this.op.alterColumn("team", "rank", (c) -> c.type(integer()).using("rank::integer"));
		assertThat(CatalogueSnapshot.of(database))
			.contains("column team.rank integer false  (lower('7'::text))::integer - -");
	}

	@Test
	void anIdentityGoesOnBehindTheNumbersThatAreThere() {
		this.op.bulkInsert("team", List.of(Map.of("id", 41)));
		this.run.forget();
		Column id = column("id", bigint()).notNull();
		thereAndBack((op) -> op.alterColumn("team", id, (c) -> c.identity(byDefault())));
		this.op.alterColumn("team", "id", (c) -> c.identity(byDefault()));
		database.execute("INSERT INTO team (slug) VALUES ('next')");
		assertThat(database.query("SELECT id FROM team WHERE slug = 'next'")).containsExactly("42");
		this.op.alterColumn("team", "id", (c) -> c.identity(always().incrementBy(7).startWith(100).maxValue(1000)));
		assertThat(CatalogueSnapshot.of(database)).contains("column team.id bigint true a - - - 1 7 1 1000 false 1");
		database.execute("INSERT INTO team (slug) VALUES ('later')");
		assertThat(database.query("SELECT id FROM team WHERE slug = 'later'")).containsExactly("100");
		this.op.alterColumn("team", "id", (c) -> c.dropIdentity());
		assertThat(CatalogueSnapshot.of(database)).contains("column team.id bigint true  - - -");
	}

	@Test
	void aColumnStopsBeingComputed() {
		this.op.addColumn("team", column("double", integer()).computed(stored("size * 2")));
		this.op.alterColumn("team", "double", (c) -> c.dropComputed());
		assertThat(CatalogueSnapshot.of(database)).contains("column team.double integer false  - - -");
	}

	@Test
	void indexesOfEveryForm() {
		assertThat(thereAndBack((op) -> {
			op.createIndex(index().on("team", "slug", "size"));
			op.createIndex(index("ix_all")
				.on("team", by("slug").collate("C").operatorClass("varchar_pattern_ops").descending().nullsLast(),
						byExpression("lower(slug)"), by("size").prefix(3))
				.unique()
				.where("size > 1")
				.include("owner_id")
				.storageParameter("fillfactor", "70"));
			op.createIndex(index("ix_hash").on("team", "slug").using("hash"));
			op.createIndex(index("ix_slow").on("team", "slug").concurrently());
			op.createIndex(index("ux_nulls").on("team", "slug").unique().nullsNotDistinct());
		})).containsExactlyInAnyOrder("index CREATE INDEX ix_team_slug_size ON public.team USING btree (slug, size)",
				"index CREATE UNIQUE INDEX ix_all ON public.team USING btree (slug COLLATE \"C\" varchar_pattern_ops DESC NULLS LAST, lower((slug)::text), size) INCLUDE (owner_id) WITH (fillfactor='70') WHERE (size > 1)",
				"index CREATE INDEX ix_hash ON public.team USING hash (slug)",
				"index CREATE INDEX ix_slow ON public.team USING btree (slug)",
				"index CREATE UNIQUE INDEX ux_nulls ON public.team USING btree (slug) NULLS NOT DISTINCT");
		this.op.createIndex(index().on("team", "slug"));
		this.run.forget();
		thereAndBack((op) -> op.dropIndex(index().on("team", "slug").concurrently()));
		assertThat(this.run.statements()).contains("DROP INDEX CONCURRENTLY ix_team_slug");
	}

	@Test
	void constraintsOfEveryKind() {
		this.op.createTable("plain", column("id", integer()).notNull(), column("period", sqlType("int4range")));
		this.run.forget();
		assertThat(thereAndBack((op) -> {
			op.createPrimaryKey("plain", primaryKey("id").deferrable());
			op.createUniqueConstraint("team", unique().on("slug").nullsNotDistinct().include("size"));
			op.createForeignKey("team", foreignKey().on("owner_id").references("user", "id").notValid());
			op.createCheckConstraint("team", check("ck_size", "size > 0").notValid());
			op.createExclusionConstraint("plain", exclude().with("period", "&&").where("id > 0").initiallyDeferred());
		})).contains("constraint plain pk_plain PRIMARY KEY (id) DEFERRABLE",
				"constraint team uq_team_slug UNIQUE NULLS NOT DISTINCT (slug) INCLUDE (size)",
				"constraint team fk_team_owner_id_user FOREIGN KEY (owner_id) REFERENCES \"user\"(id) NOT VALID",
				"constraint team ck_size CHECK ((size > 0)) NOT VALID",
				"constraint plain ex_plain_period EXCLUDE USING gist (period WITH &&) WHERE ((id > 0)) DEFERRABLE INITIALLY DEFERRED");
	}

	@Test
	void constraintsAreDroppedByNameOrByWhatTheyAre() {
		this.op.createConstraint("team", unique().on("slug"));
		this.op.createConstraint("team", check("size > 0"));
		this.op.createConstraint("team", foreignKey().on("owner_id").references("user", "id"));
		this.run.forget();
		thereAndBack((op) -> {
			op.dropConstraint("team", unique().on("slug"));
			op.dropConstraint("team", check("size > 0"));
			op.dropConstraint("team", foreignKey().on("owner_id").references("user", "id"));
			op.dropConstraint("team", primaryKey("id"));
		});
		this.op.dropUniqueConstraint("uq_team_slug", "team");
		this.op.dropForeignKey("fk_team_owner_id_user", "team");
		this.op.dropPrimaryKey("pk_team", "team");
		assertThat(CatalogueSnapshot.of(database))
			.filteredOn((line) -> line.startsWith("constraint team") && !line.contains("CHECK"))
			.isEmpty();
	}

	@Test
	void aConstraintIsValidatedLater() {
		this.op.createConstraint("team", check("ck_size", "size > 5").notValid());
		this.op.validateConstraint("ck_size", "team");
		assertThat(CatalogueSnapshot.of(database)).contains("constraint team ck_size CHECK ((size > 5))");
	}

	@Test
	void schemasAndWhatIsInThem() {
		assertThat(thereAndBack((op) -> {
			op.createSchema("billing");
			Operations billing = op.inSchema("billing");
			billing.createTable("account", column("id", bigint()).primaryKey());
			billing.createTable("invoice", column("id", bigint()).primaryKey(),
					column("account_id", bigint()).references("account", "id"),
					foreignKey("fk_user").on("account_id").referencesIn("public", "user", "id"), comment("bills"));
			billing.createIndex(index().on("invoice", "account_id"));
			billing.addColumn("invoice", column("note", text()));
			billing.createSequence(sequence("invoice_no"));
		})).contains("schema billing", "relation billing.invoice rp bills ",
				"sequence billing.invoice_no 1 1 1 9223372036854775807 false 1",
				"constraint billing.invoice fk_invoice_account_id_account FOREIGN KEY (account_id) REFERENCES billing.account(id)",
				"constraint billing.invoice fk_user FOREIGN KEY (account_id) REFERENCES \"user\"(id)");
	}

	@Test
	void sequencesAreCreatedAlteredAndDropped() {
		Sequence sequence = sequence("no").startWith(5).incrementBy(2).minValue(1).maxValue(99).cache(3).cycle();
		assertThat(thereAndBack((op) -> op.createSequence(sequence))).containsExactly("sequence no 5 2 1 99 true 3");
		this.op.createSequence(sequence);
		this.run.forget();
		thereAndBack((op) -> op.alterSequence(sequence, (s) -> s.incrementBy(10).noCycle()));
		thereAndBack((op) -> op.dropSequence(sequence));
		this.op.alterSequence("no", (s) -> s.startWith(50));
		assertThat(database.query("SELECT nextval('no')")).containsExactly("50");
	}

	@Test
	void anEnumTypeIsMadeOnceAndStaysUntilItIsDropped() {
		this.op.createTable("a", column("mood", enumeration("mood", "sad", "happy")));
		this.op.createTable("b", column("moods", array(enumeration("mood", "sad", "happy"))));
		this.op.addColumn("team", column("mood", enumeration("mood", "sad", "happy")).serverDefault(literal("sad")));
		this.op.dropTable("a");
		this.op.createTable("a", column("mood", enumeration("mood", "sad", "happy")));
		assertThat(CatalogueSnapshot.of(database)).contains("enum mood sad,happy", "column b.moods mood[] false  - - -",
				"column team.mood mood false  'sad'::mood - -");
		assertThatIllegalStateException()
			.isThrownBy(() -> this.op.createTable("c", column("mood", enumeration("mood", "sad"))))
			.withMessageContaining("The enum type mood is there with other values: {sad,happy}");
		this.op.dropTable("a");
		this.op.dropTable("b");
		this.op.dropColumn("team", "mood");
		this.run.forget();
		thereAndBack((op) -> op.dropEnumType(enumType("mood", "sad", "happy")));
	}

	@Test
	void theValuesOfAnEnumTypeChange() {
		EnumType mood = enumType("mood", "sad", "happy");
		this.op.createEnumType(mood);
		this.run.forget();
		assertThat(thereAndBack((op) -> op.alterEnumType(mood,
				(t) -> t.addValue("angry").addValueBefore("calm", "happy").addValueAfter("glad", "happy"))))
			.containsExactly("enum mood sad,calm,happy,glad,angry");
		assertThat(thereAndBack((op) -> op.alterEnumType(mood, (t) -> t.renameValue("sad", "blue"))))
			.containsExactly("enum mood blue,happy");
	}

	@Test
	void aValueLeavesAnEnumTypeWithTheRowsAndDefaults() {
		EnumType mood = enumType("mood", "sad", "calm", "happy");
		this.op.addColumn("team", column("mood", enumeration(mood)).serverDefault(literal("calm")));
		this.op.addColumn("team", column("moods", array(enumeration(mood))));
		database.execute("INSERT INTO team (id, moods) VALUES (1, '{calm,sad}')");
		this.run.forget();
		assertThat(thereAndBack((op) -> op.alterEnumType(mood,
				(t) -> t.removeValue("sad", "happy").renameValue("calm", "quiet").addValueBefore("low", "quiet"))))
			.contains("enum mood low,quiet,happy", "column team.mood mood false  'quiet'::mood - -");
		assertThat(database.query("SELECT mood || ' ' || moods::text FROM team")).containsExactly("calm {calm,happy}");
		assertThatIllegalStateException().isThrownBy(() -> this.op.alterEnumType(mood, (t) -> t.removeValue("calm")))
			.withMessageContaining("invalid input value for enum mood: \"calm\"");
	}

	@Test
	void viewsThatAreReplacedKeptAndDropped() {
		View view = view("big_team", "SELECT id FROM team WHERE size > 1").on("sqlite", "SELECT 1");
		assertThat(thereAndBack((op) -> op.createView(view))).hasSize(1);
		this.op.createView(view);
		this.run.forget();
		thereAndBack((op) -> op.replaceView(view, view("big_team", "SELECT id FROM team WHERE size > 2")));
		thereAndBack((op) -> op.dropView(view));
		View kept = view("team_size", "SELECT sum(size) AS total FROM team").materialized();
		assertThat(thereAndBack((op) -> op.createView(kept)))
			.anyMatch((line) -> line.startsWith("relation team_size mp"));
		this.op.createView(kept);
		this.run.forget();
		thereAndBack(
				(op) -> op.replaceView(kept, view("team_size", "SELECT max(size) AS total FROM team").materialized()));
	}

	@Test
	void triggersByTheirSql() {
		this.op.execute("CREATE FUNCTION touch() RETURNS trigger AS $$ BEGIN RETURN NEW; END $$ LANGUAGE plpgsql");
		this.run.forget();
		assertThat(thereAndBack((op) -> op.createTrigger(trigger("touched", "team", """
				CREATE TRIGGER touched BEFORE UPDATE ON team FOR EACH ROW EXECUTE FUNCTION touch()"""))))
			.containsExactly(
					"trigger CREATE TRIGGER touched BEFORE UPDATE ON public.team FOR EACH ROW EXECUTE FUNCTION touch()");
	}

	@Test
	void whatIsThereOrGoneCanBeLeftAlone() {
		List<String> before = CatalogueSnapshot.of(database);
		Operations gone = this.op.ifExists();
		gone.dropTable("nothing");
		gone.dropColumn("team", "nothing");
		gone.dropIndex("nothing", "team");
		gone.dropConstraint("nothing", "team");
		gone.dropSequence("nothing");
		gone.dropEnumType("nothing");
		gone.dropView("nothing");
		gone.dropSchema("nothing");
		gone.dropTrigger("nothing", "team");
		assertThat(CatalogueSnapshot.of(database)).isEqualTo(before);
		for (int i = 0; i < 2; i++) {
			Operations there = this.op.ifNotExists();
			there.createSchema("billing");
			there.createTable("extra", column("id", integer()));
			there.addColumn("extra", column("a", integer()).unique());
			there.createIndex(index().on("extra", "a"));
			there.createConstraint("extra", check("ck_a", "a > 0"));
			there.createSequence(sequence("no"));
			there.createEnumType(enumType("mood", "sad"));
			there.createView(view("v", "SELECT 1 AS one"));
		}
		assertThat(CatalogueSnapshot.of(database)).contains("schema billing", "constraint extra ck_a CHECK ((a > 0))",
				"enum mood sad", "constraint extra uq_extra_a UNIQUE (a)");
	}

	@Test
	void aBatchIsItsParts() {
		assertThat(thereAndBack((op) -> op.batchAlterTable("team", (batch) -> {
			batch.addColumn(column("a", integer()));
			batch.createIndex(index().on("team", "a"));
			batch.createConstraint(unique().on("a"));
			batch.renameColumn("slug", "handle");
		}))).contains("column team.handle character varying(50) false  - - -",
				"index CREATE INDEX ix_team_a ON public.team USING btree (a)");
	}

	@Test
	void namesAreMeantAsTheyAreWritten() {
		assertThat(thereAndBack((op) -> {
			op.createEnumType(enumType("Mood's", "a'b"));
			op.createTable("Order \"x\"", column("select", integer()).primaryKey(),
					column("Ä", enumeration("Mood's", "a'b")));
			op.createIndex(index().on("Order \"x\"", "select"));
			op.alterColumn("Order \"x\"", "select", (c) -> c.rename("from"));
		})).contains("enum \"Mood's\" a'b",
				"index CREATE INDEX \"ix_Order \"\"x\"\"_select\" ON public.\"Order \"\"x\"\"\" USING btree (\"from\")");
	}

	@Test
	void expressionsCanBeDefaults() {
		assertThat(
				thereAndBack((op) -> op.addColumn("team", column("r", integer()).serverDefault(expression("1 + 1")))))
			.contains("column team.r integer false  (1 + 1) - -");
	}

}
