package dev.migration.autogenerate.source;

import dev.migration.RevisionBody;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.migration.BatchOperations.Recreate;
import dev.migration.Operations;
import dev.migration.UnwritableChangeException;
import dev.migration.autogenerate.ProposedChange;
import dev.migration.autogenerate.source.CompiledRevision.Refresh;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.ConstraintOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.Recording;
import dev.migration.operation.TableOperation;
import dev.migration.schema.Column;
import dev.migration.schema.EnumType;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;
import dev.migration.schema.Type;
import dev.migration.schema.TypeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
import static dev.migration.schema.Definitions.virtual;
import static dev.migration.schema.ReferentialAction.CASCADE;
import static dev.migration.schema.ReferentialAction.SET_NULL;
import static dev.migration.schema.Types.array;
import static dev.migration.schema.Types.bigint;
import static dev.migration.schema.Types.enumeration;
import static dev.migration.schema.Types.integer;
import static dev.migration.schema.Types.numeric;
import static dev.migration.schema.Types.sqlType;
import static dev.migration.schema.Types.text;
import static dev.migration.schema.Types.timestampWithTimeZone;
import static dev.migration.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JavaSourceTests {

	private static final String HOSTILE = "a \"quote\" \\ \\u0022 \\\\u0041 ''' \"\"\" \t\r ünï 文字 🎉 \u202e \ud800"
			+ "\\u %s {{x}} */ // ";

	private static final String LONG = "a text that does not fit into a line of one hundred and twenty columns, "
			+ "because it says the same thing again and again, and then once more, until it is long enough";

	@Test
	void aTableIsWrittenAsAPersonWouldWriteIt() {
		RevisionBody text = write((op) -> {
			op.createTable("team", column("id", bigint()).identity().primaryKey(),
					column("hackathon_id", bigint()).notNull(), column("name", varchar(120)).notNull(),
					column("mood", enumeration("mood", "HAPPY", "SAD")),
					column("slug", varchar(80)).notNull().serverDefault(literal("")).unique(),
					foreignKey("fk_team_hackathon").on("hackathon_id").references("hackathon", "id").onDelete(CASCADE));
			op.createIndex(index("ix_team_name").on("team", "hackathon_id", "name").unique());
		});
		assertThat(text.upgrade()).isEqualTo(
				"""
						op.createTable("team",
								column("id", bigint()).identity().primaryKey(),
								column("hackathon_id", bigint()).notNull(),
								column("name", varchar(120)).notNull(),
								column("mood", enumeration("mood", "HAPPY", "SAD")),
								column("slug", varchar(80)).notNull().serverDefault(literal("")).unique(),
								foreignKey("fk_team_hackathon").on("hackathon_id").references("hackathon", "id").onDelete(CASCADE));
						op.createIndex(index("ix_team_name").on("team", "hackathon_id", "name").unique());""");
		assertThat(text.imports()).containsExactly("static dev.migration.schema.Definitions.column",
				"static dev.migration.schema.Definitions.foreignKey", "static dev.migration.schema.Definitions.index",
				"static dev.migration.schema.Definitions.literal",
				"static dev.migration.schema.ReferentialAction.CASCADE", "static dev.migration.schema.Types.bigint",
				"static dev.migration.schema.Types.enumeration", "static dev.migration.schema.Types.varchar");
		assertThat(text.members()).isEmpty();
	}

	@Test
	void whatIsDroppedIsNamedInTheShortForm() {
		RevisionBody text = write((op) -> {
			op.dropTable(table("team", column("id", bigint())));
			op.dropColumn("team", column("name", text()));
			op.dropIndex(index("ix").on("team", "name"));
			op.dropConstraint("team", unique("uq").on("name"));
			op.alterColumn("team", column("name", text()), (change) -> change.type(varchar(9)).notNull());
			op.alterColumn("team", "name", (change) -> change.rename("title"));
		});
		assertThat(text.upgrade()).isEqualTo("""
				op.dropTable("team");
				op.dropColumn("team", "name");
				op.dropIndex("ix", "team");
				op.dropUniqueConstraint("uq", "team");
				op.alterColumn("team", "name", (change) -> change.type(varchar(9)).notNull());
				op.renameColumn("team", "name", "title");""");
	}

	@Test
	void aNameOfTheConventionIsLeftOutWhereItReadsBetter() {
		List<Operation> operations = Recording.of((op) -> op.createTable("team", column("id", bigint()).primaryKey(),
				column("slug", text()).unique(), column("a", text()), foreignKey().on("a").references("team", "slug")));
		RevisionBody text = JavaSource.write(CompiledRevision.changes(operations), List.of(), NamingConvention.DEFAULT,
				List.of());
		assertThat(text.upgrade()).isEqualTo("""
				op.createTable("team",
						column("id", bigint()).primaryKey(),
						column("slug", text()).unique(),
						column("a", text()),
						foreignKey("fk_team_a_team").on("a").references("team", "slug"));""");
		assertThat(JavaSource.write(CompiledRevision.changes(operations), List.of()).upgrade())
			.contains("primaryKey(\"id\").named(\"pk_team\")", "unique(\"uq_team_slug\").on(\"slug\")");
	}

	@Test
	void remarksStandBeforeTheirStatementAndSpoilNothing() {
		ProposedChange change = new ProposedChange(new TableOperation.DropTable(QualifiedName.of("team"), false, null),
				"", List.of(LONG + " \\u000a; \n x();", "second"));
		RevisionBody text = JavaSource.write(List.of(change), List.of());
		assertThat(text.upgrade().lines()).hasSize(4).allMatch((line) -> line.length() <= 112);
		assertThat(text.upgrade()).endsWith("\n// second\nop.dropTable(\"team\");");
		assertThat(CompiledRevision.of(text).upgraded()).containsExactly(change.operation());
	}

	@Test
	void nothingIsNothing() {
		RevisionBody text = JavaSource.write(List.of(), List.of());
		assertThat(text).isEqualTo(new RevisionBody(List.of(), "", "", ""));
	}

	@Test
	void aSchemaStandsBeforeItsOperation() {
		RevisionBody text = write((op) -> {
			op.inSchema("audit").ifExists().dropTable("log");
			op.inSchema("audit")
				.createTable("log", column("id", bigint()),
						foreignKey("fk").on("id").referencesIn("public", "team", "id"));
		});
		assertThat(text.upgrade()).isEqualTo("""
				op.inSchema("audit").ifExists().dropTable("log");
				op.inSchema("audit")
					.createTable("log",
							column("id", bigint()),
							foreignKey("fk").on("id").referencesIn("public", "team", "id"));""");
	}

	@Test
	void aTableInASchemaCanPointAtOneInNone() {
		Table log = Table.of(new QualifiedName("audit", "log"),
				List.of(column("id", bigint()), foreignKey("fk").on("id").references("team", "id")));
		Operation operation = new TableOperation.CreateTable(log, true);
		assertThat(CompiledRevision.of(List.of(operation)).upgraded()).containsExactly(operation);
	}

	@Test
	void whatIsInASchemaCanNameWhatIsInNone() {
		QualifiedName log = new QualifiedName("audit", "log");
		EnumType mood = new EnumType(QualifiedName.of("mood"), List.of("sad", "happy"));
		List<Operation> operations = List.of(
				new ConstraintOperation.CreateConstraint(log, foreignKey("fk").on("id").references("team", "id"),
						false),
				new ColumnOperation.AddColumn(log, new Column("mood", new Type.Enumeration(mood)), false));
		assertThat(CompiledRevision.of(operations).upgraded()).isEqualTo(operations);
		assertThat(
				JavaSource.write(CompiledRevision.changes(operations), List.of(), NamingConvention.DEFAULT, List.of())
					.upgrade())
			.contains(".referencesInDefaultSchema(\"team\", \"id\")", ".inDefaultSchema()");
	}

	@Test
	void aCustomOperationIsWrittenByItsWriter() {
		Operation operation = new Operation.Custom(new Refresh("team"));
		SourceWriter writer = (custom) -> (custom instanceof Refresh refresh)
				? new JavaStatement(List.of(CompiledRevision.class.getName() + ".Refresh"),
						"op.invoke(new Refresh(\"" + refresh.table() + "\"));")
				: null;
		RevisionBody text = JavaSource.write(CompiledRevision.changes(List.of(operation)), List.of(operation),
				NamingConvention.DEFAULT, List.of((custom) -> null, writer));
		assertThat(text.upgrade()).isEqualTo("op.invoke(new Refresh(\"team\"));").isEqualTo(text.downgrade());
		assertThat(text.imports()).containsExactly(CompiledRevision.class.getName() + ".Refresh");
		assertThatExceptionOfType(UnwritableChangeException.class)
			.isThrownBy(() -> JavaSource.write(CompiledRevision.changes(List.of(operation)), List.of()))
			.withMessageContaining("refresh team")
			.withMessageContaining(Refresh.class.getName());
	}

	@Test
	void aRowOfSqlIsNotTakenForAMethod() {
		List<Operation> operations = Recording.of((op) -> op.execute("SELECT row(\"a\")\nFROM team\n"));
		RevisionBody text = JavaSource.write(CompiledRevision.changes(operations), List.of());
		assertThat(text.members()).isEmpty();
		assertThat(CompiledRevision.of(text).upgraded()).isEqualTo(operations);
	}

	@ParameterizedTest
	@MethodSource
	void everyOperationIsRecordedAgain(Consumer<Operations> calls) {
		List<Operation> operations = Recording.of(calls);
		CompiledRevision revision = CompiledRevision.of(operations);
		assertThat(OperationText.of(revision.upgraded())).as(revision.source()).isEqualTo(OperationText.of(operations));
		assertThat(body(revision.source())).isEqualTo(body(revision.formatted()));
		assertThat(revision.source().lines().filter((line) -> !line.contains("\\u") && !line.startsWith("import")))
			.allMatch((line) -> line.replace("\t", "    ").length() <= 120, "120 columns");
	}

	static Stream<Consumer<Operations>> everyOperationIsRecordedAgain() {
		return Stream.of((op) -> op.createTable("t", column("id", bigint())), JavaSourceTests::tables,
				JavaSourceTests::columns, JavaSourceTests::types, JavaSourceTests::indexes,
				JavaSourceTests::constraints, JavaSourceTests::objects, JavaSourceTests::data, JavaSourceTests::batches,
				(op) -> columns(op.inSchema("audit")), (op) -> constraints(op.inSchema("audit").ifExists()),
				(op) -> indexes(op.inSchema(HOSTILE).ifNotExists()), (op) -> objects(op.inSchema("audit").ifExists()),
				(op) -> objects(op.ifNotExists()), (op) -> batches(op.inSchema("audit")),
				(op) -> batches(op.ifExists().ifNotExists()), (op) -> tables(op.inSchema("audit").ifNotExists()));
	}

	private static void tables(Operations op) {
		op.createTable("account", column("id", bigint()).identity(always()).primaryKey(), column(HOSTILE, text()),
				column("b", integer()).notNull(), column("total", numeric(10, 2)).computed(stored("b * 2")),
				column("twice", integer()).computed(virtual(LONG)), unique("uq").on("b").nullsNotDistinct(),
				unique().on("b", "total").include("id").initiallyDeferred(), check("ck", LONG), comment(HOSTILE),
				option("mysql", "ENGINE = InnoDB"), prefix("postgresql", "UNLOGGED"));
		op.createTable("member", column("a", integer()).notNull(), column("b", integer()).notNull(),
				primaryKey("a", "b").named("members").deferrable(),
				foreignKey("fk").on("a", "b")
					.references("account", "id", "b")
					.onDelete(SET_NULL)
					.onUpdate(CASCADE)
					.match(ForeignKey.Match.FULL)
					.initiallyDeferred()
					.notValid(),
				exclude("ex").with("a", "=").with(byExpression("tsrange(a, b)"), "&&").where("a > 0").deferrable());
		op.dropTable("account");
		op.renameTable("account", "konto");
		op.createTableComment("konto", "first\nsecond \n\n  \"third\"\"\" \\ ");
		op.dropTableComment("konto");
	}

	private static void columns(Operations op) {
		op.addColumn("team", column("id", bigint()).identity(byDefault().startWith(5_000_000_000L).cache(10).cycle()));
		op.addColumn("team", column("a", text()).primaryKey());
		op.addColumn("team",
				column("b", text()).notNull().serverDefault(literal(HOSTILE)).collation("de_DE").comment(LONG));
		op.addColumn("team",
				column("c", bigint()).with(unique("uq").on("c"))
					.with(foreignKey("fk").on("c").references("team", "id").onDelete(CASCADE))
					.with(check("ck", "c > 0").notValid()));
		op.addColumn("team_with_a_long_name", column("mood_of_the_team", enumeration("mood", "HAPPY", "SAD", "ANGRY",
				"TIRED", "BORED", "HUNGRY", "SLEEPY", "EXCITED", "NERVOUS", "CALM"))
			.notNull());
		for (Object value : new Object[] { 1, -2L, (short) -3, (byte) 4, 1.5, -2.5f, Double.NaN, true, 'x', '\'', '"',
				'\\', new BigDecimal("1.50"), LocalDate.of(2026, 1, 2), Instant.EPOCH, new UUID(1, 2) }) {
			op.addColumn("team", column("d", text()).serverDefault(literal(value)));
		}
		op.addColumn("team", column("e", text()).serverDefault(literal(null)));
		op.addColumn("team", column("f", text()).serverDefault(expression("now()")));
		op.addColumn("team", column("g", text()).serverDefault(currentTimestamp()));
		op.dropColumn("team", HOSTILE);
		op.renameColumn("team", "a", "b");
		op.alterColumn("team", "a", (change) -> change.rename("b").type(varchar(9)).using("a::text").nullable());
		op.alterColumn("team", "name_of_the_team_that_is_long",
				(change) -> change.type(varchar(120))
					.notNull()
					.serverDefault(literal(""))
					.comment("The long name of the team"));
		op.alterColumn("team", "a",
				(change) -> change.dropServerDefault().dropIdentity().dropComputed().dropCollation().dropComment());
		op.alterColumn("team", "a",
				(change) -> change.identity(always().minValue(2)).computed(stored("b")).collation("C").comment("x"));
	}

	private static void types(Operations op) {
		for (TypeName name : TypeName.values()) {
			op.addColumn("t", column("a", new Type.Generic(name, null, null)));
			op.addColumn("t", column("a", new Type.Generic(name, 3, null)));
			op.addColumn("t", column("a", new Type.Generic(name, 7, 2)));
		}
		op.addColumn("t", column("a", array(varchar(3))));
		op.addColumn("t", column("a", new Type.Array(integer(), 5)));
		op.addColumn("t", column("a", sqlType("citext")));
		op.addColumn("t", column("a", enumeration(enumType("mood", HOSTILE).in("other"))));
		op.addColumn("t",
				column("a", text().on("postgresql", sqlType("citext")).on("sqlite", varchar(9).on("h2", text()))));
		op.addColumn("t", column("a", timestampWithTimeZone()));
	}

	private static void indexes(Operations op) {
		op.createIndex(index("ix").on("team", "a"));
		op.createIndex(index().on(HOSTILE, "a", HOSTILE).unique().nullsNotDistinct());
		op.createIndex(index("ix_team_with_a_long_name").on("team_with_a_long_name", "a_column_with_a_long_name",
				"another_column", "b", "c", "d", "e", "f", "g"));
		op.createIndex(index("ix_of_everything")
			.on("team", by("a").descending().nullsFirst().collate("C").operatorClass("text_ops"),
					by("b").nullsLast().prefix(10), byExpression("lower(c)"))
			.using("btree")
			.include("d", "e")
			.where("d IS NOT NULL\nAND e > 1")
			.storageParameter("fillfactor", "70")
			.storageParameter("deduplicate_items", "off")
			.concurrently());
		op.dropIndex("ix", "team");
		op.dropIndex(index("ix").on("team", "a").concurrently());
	}

	private static void constraints(Operations op) {
		op.createPrimaryKey("team", primaryKey("a").named("pk").initiallyDeferred());
		op.createUniqueConstraint("team", unique("uq").on("a", "b").deferrable());
		op.createForeignKey("team",
				foreignKey("fk_team_hackathon_and_a_long_name").on("hackathon_id")
					.references("hackathon", "id")
					.onDelete(CASCADE)
					.match(ForeignKey.Match.SIMPLE));
		op.createForeignKey("team", foreignKey("fk").on("a").referencesIn("other", "hackathon", "id"));
		op.createCheckConstraint("team", check("ck_team", LONG).notValid());
		op.createCheckConstraint("team", check("ck_team", "a > 1\n  AND b < '\\'\n"));
		op.createExclusionConstraint("team", exclude("ex").using("btree").with("a", "="));
		op.dropConstraint("x", "team");
		op.dropPrimaryKey("x", "team");
		op.dropUniqueConstraint("x", "team");
		op.dropForeignKey("x", "team");
		op.dropCheckConstraint("x", "team");
		op.dropExclusionConstraint("x", "team");
		op.validateConstraint(HOSTILE, "team");
	}

	private static void objects(Operations op) {
		op.createSchema("audit");
		op.dropSchema("audit");
		op.createSequence(sequence("s"));
		op.createSequence(sequence("a_sequence_with_a_long_name_that_is_long").startWith(1000000)
			.incrementBy(-50)
			.minValue(Long.MIN_VALUE)
			.maxValue(100_000_000)
			.cache(3)
			.noCycle());
		op.alterSequence("s", (sequence) -> sequence.incrementBy(2).cycle());
		op.alterSequence("s", (sequence) -> sequence);
		op.dropSequence("s");
		op.createEnumType(enumType("mood", "HAPPY", HOSTILE));
		op.alterEnumType(enumType("mood", "a", "b", "c"),
				(type) -> type.addValue("d")
					.addValueBefore("e", "a")
					.addValueAfter("f", "e")
					.renameValue("a", "g")
					.removeValue("b")
					.removeValue("c", "d")
					.usedBy("team", "mood"));
		op.dropEnumType("mood");
		op.createView(view("v", "SELECT 1"));
		op.createView(view("v", "SELECT a,\n  b\n\nFROM t\n").on("sqlite", "SELECT\n1").on("h2", LONG).materialized());
		op.replaceView(view("v", LONG));
		op.dropView("v");
		op.dropView(view("v", "SELECT 1").materialized());
		op.createTrigger(trigger("touch", "team", "  CREATE TRIGGER \\u touch\n\tBEGIN \n  END").on("h2", "x\r\ny"));
		op.dropTrigger("touch", "team");
	}

	private static void data(Operations op) {
		op.execute("DELETE FROM t");
		op.execute(LONG + " " + LONG);
		op.execute("UPDATE t\nSET a = '\"\"\"'");
		op.execute("UPDATE t SET a = :a", Map.of("a", HOSTILE));
		Map<String, Object> values = new HashMap<>();
		values.put("a", null);
		values.put("b", 1);
		op.execute("UPDATE t SET a = :a, b = :b", values);
		op.bulkInsert("t", List.of(Map.of("a", 1, "b", "x")));
		op.bulkInsert("t", List.of(Map.of("a", 1, "b", LONG), Map.of("a", new BigDecimal("2")), values));
		Map<String, Object> many = new HashMap<>();
		for (int i = 0; i < 12; i++) {
			many.put("column_" + i, "value " + i);
		}
		op.bulkInsert("t", List.of(many));
	}

	private static void batches(Operations op) {
		op.batchAlterTable("team", (batch) -> {
			batch.recreate(Recreate.ALWAYS);
			batch.addColumn(column("a", text()).notNull());
			batch.dropColumn("b");
			batch.renameColumn("c", "d");
			batch.alterColumn("e", (change) -> change.type(varchar(120)).notNull().serverDefault(literal(LONG)));
			batch.createIndex(index("ix").on("team", "a"));
			batch.dropIndex("ix");
			batch.createConstraint(unique("uq").on("a"));
			batch.dropConstraint("uq");
			batch.dropPrimaryKey("pk");
			batch.dropUniqueConstraint("uq");
			batch.dropForeignKey("fk");
			batch.dropCheckConstraint("ck");
			batch.createTableComment("x");
			batch.dropTableComment();
			batch.columnOrder("a", "e");
			batch.existing(table("team", column("a", text()), column("b", text())));
		});
	}

	private static String body(String source) {
		return source.substring(source.indexOf("class Written"));
	}

	private static RevisionBody write(Consumer<Operations> calls) {
		return JavaSource.write(CompiledRevision.changes(Recording.of(calls)), List.of(), NamingConvention.DEFAULT,
				List.of());
	}

}
