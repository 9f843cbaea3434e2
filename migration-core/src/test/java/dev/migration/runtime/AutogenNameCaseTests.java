package dev.migration.runtime;

import java.util.List;
import java.util.Map;

import dev.migration.autogenerate.ProposedChange;
import dev.migration.schema.Index;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Types;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.foreignKey;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.primaryKey;
import static dev.migration.schema.Definitions.table;
import static dev.migration.schema.Definitions.unique;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where the server takes two spellings for one name there is no difference.
 */
class AutogenNameCaseTests {

	private TestDatabase database;

	private AutogenRun run;

	private void create(Kind kind) {
		this.database = TestDatabase.create(kind);
		this.run = new AutogenRun(this.database);
		this.database.execute("CREATE TABLE team (ID integer NOT NULL, FULL_NAME varchar(20), SIZE integer,"
				+ " PRIMARY KEY (ID), CONSTRAINT UQ_NAME UNIQUE (FULL_NAME), CONSTRAINT CK_SIZE CHECK (SIZE > 0))",
				"CREATE INDEX IX_SIZE ON team (SIZE)",
				"CREATE TABLE member (id integer NOT NULL, TEAM_ID integer, PRIMARY KEY (id),"
						+ " CONSTRAINT FK_TEAM FOREIGN KEY (TEAM_ID) REFERENCES team (ID))");
	}

	@ParameterizedTest
	@EnumSource(names = { "MARIADB", "MYSQL" })
	void columnsConstraintsAndIndexesAreTheSameInOtherLetters(Kind kind) throws Exception {
		create(kind);
		assertThat(this.run.compare(target(member(), team(), bySize()))).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "MARIADB", "MYSQL" })
	void whatElseDiffersIsFoundAndTakenBack(Kind kind) throws Exception {
		create(kind);
		Table wider = table("team", column("id", Types.integer()).notNull(), column("full_name", Types.varchar(40)),
				column("size", Types.integer()), primaryKey("id"), check("ck_size", "size > 1"));
		TargetSchema target = target(member(), wider, index("ix_size").on("team", "size", "id"));
		Map<String, Object> before = this.run.inspect(target);
		List<ProposedChange> changes = this.run.compare(target);
		assertThat(AutogenOperations.of(changes)).containsExactly("alter_column team.full_name type",
				"create_check team", "create_index team ix_size", "drop_constraint team check",
				"drop_constraint team unique", "drop_index team ix_size");
		this.run.upgrade(changes);
		assertThat(this.run.compare(target)).isEmpty();
		this.run.downgrade();
		assertThat(this.run.compare(target(member(), team(), bySize()))).isEmpty();
		assertThat(this.run.inspect(target).keySet()).isEqualTo(before.keySet());
	}

	@ParameterizedTest
	@EnumSource(names = { "MARIADB", "MYSQL" })
	void tablesAreTheSameOnlyIfTheServerSaysSo(Kind kind) throws Exception {
		create(kind);
		boolean counts = this.database.query("SELECT @@lower_case_table_names").equals(List.of("0"));
		Table team = team().named(QualifiedName.of("Team"));
		TargetSchema target = TargetSchema.of(new Schema(List.of(team, member("Team")),
				List.of(index("ix_size").on("Team", "size")), List.of(), List.of()));
		assertThat(AutogenOperations.of(this.run.compare(target)))
			.isEqualTo(counts ? List.of("rename table team to Team") : List.of());
	}

	private static Table team() {
		return table("team", column("id", Types.integer()).notNull(), column("full_name", Types.varchar(20)),
				column("size", Types.integer()), primaryKey("id"), unique("uq_name").on("full_name"),
				check("ck_size", "size > 0"));
	}

	private static Table member() {
		return member("team");
	}

	private static Table member(String team) {
		return table("member", column("id", Types.integer()).notNull(), column("team_id", Types.integer()),
				primaryKey("id"), foreignKey("fk_team").on("team_id").references(team, "id"));
	}

	private static Index bySize() {
		return index("ix_size").on("team", "size");
	}

	private static TargetSchema target(Table member, Table team, Index index) {
		return TargetSchema.of(new Schema(List.of(team, member), List.of(index), List.of(), List.of()));
	}

}
