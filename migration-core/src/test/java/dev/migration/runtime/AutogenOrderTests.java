package dev.migration.runtime;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.migration.RenameDecision;
import dev.migration.autogenerate.ProposedChange;
import dev.migration.schema.Index;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Type;
import dev.migration.schema.Types;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.foreignKey;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.primaryKey;
import static dev.migration.schema.Definitions.table;
import static dev.migration.schema.Definitions.unique;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The changes come in an order in which every database takes them, there and back.
 */
class AutogenOrderTests {

	private static final Type KEY = Types.integer();

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL", "H2", "MARIADB" })
	void tablesThatPointToOneAnotherComeAndGo(Kind kind) throws Exception {
		Table other = table("other", column("id", KEY).notNull(), primaryKey("id"));
		thereAndBack(kind, schema(other),
				schema(other, pointing("a", KEY, "b"), pointing("b", KEY, "c"), pointing("c", KEY, "a")));
		thereAndBack(kind, schema(other, pointing("a", KEY, "b"), pointing("b", KEY, "c"), pointing("c", KEY, "a")),
				schema(other));
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL", "H2", "MARIADB" })
	void aKeyThatOthersPointToGetsAnotherType(Kind kind) throws Exception {
		Type wide = Types.bigint();
		thereAndBack(kind, schema(pointing("a", KEY, "b"), pointing("b", KEY, "b")),
				schema(pointing("a", wide, "b"), pointing("b", wide, "b")));
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL", "H2", "MARIADB" })
	void aForeignKeyPointsToAnotherKey(Kind kind) throws Exception {
		thereAndBack(kind,
				schema(table("a", column("id", KEY).notNull(), column("code", KEY).notNull(), primaryKey("id"),
						unique("uq_code").on("code")),
						table("b", column("x", KEY), foreignKey("fk_b").on("x").references("a", "code"))),
				schema(table("a", column("id", KEY).notNull(), column("code", KEY).notNull(), primaryKey("code")),
						table("b", column("x", KEY), foreignKey("fk_b").on("x").references("a", "code"))));
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL", "H2", "MARIADB" })
	void anIndexTakesThePlaceOfAConstraintAndTheOtherWayRound(Kind kind) throws Exception {
		Schema constraint = schema(table("a", column("x", KEY).notNull(), unique("uq_x").on("x")));
		Schema index = new Schema(List.of(table("a", column("x", KEY).notNull())),
				List.of(index("ix_x").on("a", "x").unique()), List.of(), List.of());
		thereAndBack(kind, constraint, index);
		thereAndBack(kind, index, constraint);
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL", "H2", "MARIADB" })
	void theIndexOfAForeignKeyGoesWithoutIt(Kind kind) throws Exception {
		Table a = pointing("a", KEY, "a");
		Index index = index("ix_next").on("a", "next");
		thereAndBack(kind, new Schema(List.of(a), List.of(index), List.of(), List.of()), schema(a));
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL", "H2", "MARIADB" })
	void columnsChangePlaces(Kind kind) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		AutogenRun run = new AutogenRun(database);
		TargetSchema target = TargetSchema.of(schema(
				table("t", column("a", Types.varchar(9)), column("b", Types.varchar(9)), unique("uq_a").on("a"))));
		run.upgrade(run.compare(target));
		database.execute("INSERT INTO t (a, b) VALUES ('was a', 'was b')");
		Map<String, Object> before = run.inspect(target);
		TargetSchema swapped = TargetSchema.of(schema(
				table("t", column("a", Types.varchar(9)), column("b", Types.varchar(9)), unique("uq_a").on("b"))));
		run.upgrade(run.compare(swapped, List.of("t.a:b", "t.b:a"), RenameDecision.ACCEPT_DROP));
		assertThat(database.query("SELECT a FROM t")).containsExactly("was b");
		assertThat(database.query("SELECT b FROM t")).containsExactly("was a");
		assertThat(run.compare(swapped)).isEmpty();
		run.downgrade();
		assertThat(database.query("SELECT a FROM t")).containsExactly("was a");
		assertThat(run.inspect(target)).isEqualTo(before);
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL", "H2", "MARIADB" })
	void aTableAndItsColumnGetOtherNamesAtOnce(Kind kind) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		renamed(database, pointing("old", KEY, "old"),
				table("fresh", column("id", KEY).notNull(), column("following", KEY), primaryKey("id"),
						foreignKey("fk_old").on("following").references("fresh", "id")),
				List.of("old:fresh", "fresh.next:following"));
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL", "H2", "MARIADB" })
	void otherLettersAreARename(Kind kind) throws Exception {
		renamed(TestDatabase.create(kind), table("Word", column("id", KEY).notNull(), column("Text", KEY)),
				table("wOrd", column("id", KEY).notNull(), column("tExt", KEY)), List.of());
	}

	private static void renamed(TestDatabase database, Table from, Table to, List<String> renames) throws Exception {
		AutogenRun run = new AutogenRun(database);
		TargetSchema before = TargetSchema.of(schema(from));
		run.upgrade(run.compare(before));
		String name = quoted(database, from);
		database.execute("INSERT INTO " + name + " (id) VALUES (7)");
		Map<String, Object> inspected = run.inspect(before);
		TargetSchema after = TargetSchema.of(schema(to));
		run.upgrade(run.compare(after, renames, RenameDecision.ACCEPT_DROP));
		assertThat(database.query("SELECT id FROM " + quoted(database, to))).containsExactly("7");
		assertThat(run.compare(after)).isEmpty();
		run.downgrade();
		assertThat(database.query("SELECT id FROM " + name)).containsExactly("7");
		assertThat(run.inspect(before)).isEqualTo(inspected);
	}

	private static String quoted(TestDatabase database, Table table) throws Exception {
		try (Connection connection = database.connect()) {
			return AutogenRun.dialect(connection).quote(table.name().name());
		}
	}

	private static void thereAndBack(Kind kind, Schema from, Schema to) throws Exception {
		AutogenRun run = new AutogenRun(TestDatabase.create(kind));
		run.upgrade(run.compare(TargetSchema.of(from)));
		Map<String, Object> before = run.inspect(TargetSchema.of(from));
		List<ProposedChange> changes = run.compare(TargetSchema.of(to));
		assertThat(changes).isNotEmpty();
		run.upgrade(changes);
		assertThat(AutogenRun.operations(run.compare(TargetSchema.of(to)))).isEmpty();
		run.downgrade();
		assertThat(run.inspect(TargetSchema.of(from))).isEqualTo(before);
		run.upgrade();
		run.downgrade("base");
		assertThat(run.inspect(TargetSchema.of(from))).isEmpty();
	}

	private static Table pointing(String name, Type type, String to) {
		return table(name, column("id", type).notNull(), column("next", type), primaryKey("id"),
				foreignKey("fk_" + name).on("next").references(to, "id"));
	}

	private static Schema schema(Table... tables) {
		return new Schema(new ArrayList<>(Arrays.asList(tables)), List.of(), List.of(), List.of());
	}

}
