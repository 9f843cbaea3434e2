package dev.migration.dialect.sqlite;

import java.util.List;

import dev.migration.Operations;
import dev.migration.dialect.RecordedRun;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;

import static dev.migration.schema.Definitions.by;
import static dev.migration.schema.Definitions.byExpression;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Definitions.option;
import static dev.migration.schema.Definitions.stored;
import static dev.migration.schema.Definitions.trigger;
import static dev.migration.schema.Definitions.view;
import static dev.migration.schema.Definitions.virtual;
import static dev.migration.schema.Types.enumeration;
import static dev.migration.schema.Types.integer;
import static dev.migration.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What SQLite does without a rebuild, on a file, there and back.
 */
class SqliteOperationsTests {

	private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);

	@Test
	void thereAndBack() throws Exception {
		try (RecordedRun run = new RecordedRun(new SqliteDialect(), this.database)) {
			run.op().createTable("user", column("id", integer()).primaryKey());
			run.forget();
			List<String> before = schema();
			Operations op = run.op();
			op.createTable("team", column("id", integer()).notNull().primaryKey(),
					column("name", text()).collation("NOCASE"), column("twice", integer()).computed(stored("id * 2")),
					column("mood", enumeration("mood", "sad", "happy")), option("sqlite", "WITHOUT ROWID"));
			op.addColumn("team", column("size", integer()).notNull().serverDefault(literal(1)).check("size > 0"));
			op.addColumn("team", column("half", integer()).computed(virtual("size / 2")));
			op.createIndex(
					index("ix").on("team", by("name").descending().collate("BINARY"), byExpression("lower(name)"))
						.unique()
						.where("size > 1"));
			op.renameColumn("team", "name", "title");
			op.renameTable("team", "crew");
			op.createView(view("titles", "SELECT title FROM crew"));
			op.createTrigger(trigger("tr", "crew",
					"CREATE TRIGGER tr AFTER INSERT ON crew BEGIN UPDATE crew SET size = 2 WHERE id = new.id; END"));
			op.addColumn("user", column("crew_id", integer()).references("crew", "id"));
			this.database.execute("INSERT INTO crew (id, title, mood) VALUES (4, 'x', 'sad')");
			assertThat(this.database.query("SELECT twice || ' ' || half FROM crew")).containsExactly("8 1");
			assertThatIllegalStateException()
				.isThrownBy(() -> this.database.execute("INSERT INTO crew (id, mood) VALUES (5, 'angry')"))
				.withMessageContaining("ck_team_mood");
			assertThat(this.database.query("SELECT title FROM titles")).containsExactly("x");
			run.takeBack();
			assertThat(schema()).isEqualTo(before);
		}
	}

	@Test
	void whatIsThereOrGoneCanBeLeftAlone() throws Exception {
		try (RecordedRun run = new RecordedRun(new SqliteDialect(), this.database)) {
			Operations gone = run.op().ifExists();
			gone.dropTable("nothing");
			gone.dropIndex("nothing", "team");
			gone.dropView("nothing");
			gone.dropTrigger("nothing", "team");
			for (int i = 0; i < 2; i++) {
				Operations there = run.op().ifNotExists();
				there.createTable("te_m", column("id", integer()));
				there.addColumn("te_m", column("a", integer()));
				there.createIndex(index().on("te_m", "a"));
				there.createView(view("v", "SELECT 1 AS one"));
			}
			run.op().createTable("team", column("b", integer()));
			gone.dropColumn("te_m", "b");
			gone.dropColumn("team", "a");
			assertThat(schema()).hasSize(4)
				.anyMatch((sql) -> sql.matches("CREATE TABLE te_m \\(\\s+id integer\\s*, a integer\\)"));
		}
	}

	private List<String> schema() {
		return this.database.query("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");
	}

}
