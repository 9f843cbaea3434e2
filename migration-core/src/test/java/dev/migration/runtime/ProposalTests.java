package dev.migration.runtime;

import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.migration.IrreversibleProposalException;
import dev.migration.Migrator;
import dev.migration.Operations;
import dev.migration.ProposalRequest;
import dev.migration.ProposedRevision;
import dev.migration.RenameDecision;
import dev.migration.RevisionBody;
import dev.migration.autogenerate.ComparisonHook;
import dev.migration.autogenerate.ProposedChange;
import dev.migration.operation.DataOperation;
import dev.migration.schema.Index;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;
import dev.migration.schema.TargetSchema;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.foreignKey;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.table;
import static dev.migration.schema.Types.bigint;
import static dev.migration.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a comparison becomes as a revision, and that the revision does it.
 */
class ProposalTests {

	private static final Table TEAM = table("team", column("id", integer()).primaryKey());

	private static final Table MEMBER = table("member", column("id", integer()).primaryKey(),
			column("team_id", integer()), foreignKey("fk_member_team").on("team_id").references("team", "id"));

	private static final Index BY_TEAM = index("ix_member_team").on("member", "team_id");

	private final TestRevisions revisions = new TestRevisions();

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL", "H2", "MARIADB" })
	void anIndexGoesWithItsTable(TestDatabase.Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Schema schema = new Schema(List.of(TEAM, MEMBER), List.of(BY_TEAM), List.of(), List.of());
		ProposedRevision both = propose(database, TargetSchema.of(schema));
		assertThat(both.java().upgrade()).contains("ix_member_team");
		assertThat(both.java().downgrade()).doesNotContain("Index");
		add("a1", "", both.sql());
		migrator(database, TargetSchema.of(schema)).upgrade("head");

		Schema smaller = new Schema(List.of(TEAM), List.of(), List.of(), List.of());
		ProposedRevision drop = propose(database, TargetSchema.of(smaller));
		assertThat(drop.java().upgrade()).doesNotContain("Index");
		assertThat(drop.java().downgrade()).contains("ix_member_team");
		add("b2", "a1", drop.sql());
		migrator(database, TargetSchema.of(smaller)).upgrade("head");
		assertThat(migrator(database, TargetSchema.of(smaller)).drift()).isEmpty();

		migrator(database, TargetSchema.of(schema)).downgrade("a1");
		assertThat(proposeFrom("a1", database, schema).differences()).isEmpty();
		migrator(database, TargetSchema.of(schema)).downgrade("base");
		assertThat(database.tables()).doesNotContain("team", "member");
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL", "H2", "MARIADB" })
	void aColumnThatMustHaveAValueIsAddedAndFilledAndThenClosed(TestDatabase.Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		database.execute("CREATE TABLE team (id integer PRIMARY KEY)", "INSERT INTO team (id) VALUES (1)");
		Table wider = table("team", column("id", integer()).primaryKey(), column("points", integer()).notNull());
		RevisionBody java = propose(database,
				TargetSchema.of(new Schema(List.of(wider), List.of(), List.of(), List.of())))
			.java();
		assertThat(java.upgrade()).containsSubsequence("op.addColumn(\"team\", column(\"points\", integer()));",
				"// op.execute(\"UPDATE", "op.alterColumn(\"team\", \"points\", (change) -> change.notNull());");
		assertThat(java.downgrade()).contains("op.dropColumn(\"team\", \"points\");").doesNotContain("alterColumn");
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL", "H2", "MARIADB" })
	void aTableIsCreatedWithItsFirstRows(TestDatabase.Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Table counter = table("counter", column("next_val", bigint()));
		TargetSchema target = new TargetSchema(new Schema(List.of(counter), List.of(), List.of(), List.of()), List.of(),
				Map.of(), Map.of(), Map.of(QualifiedName.of("counter"), List.of(Map.of("next_val", 1L))));
		ProposedRevision proposed = propose(database, target);
		assertThat(proposed.java().upgrade()).contains("op.bulkInsert(\"counter\"");
		add("a1", "", proposed.sql());
		Migrator migrator = migrator(database, target);
		migrator.upgrade("head");
		assertThat(database.query("SELECT next_val FROM counter")).containsExactly("1");
		assertThat(migrator.drift()).isEmpty();
		migrator.downgrade("base");
		assertThat(database.tables()).doesNotContain("counter");
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void theBulkTablesOfHibernateAreNoDifference(TestDatabase.Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		database.execute("CREATE TABLE \"HTE_team\" (id integer, hib_sess_id char(36) NOT NULL)",
				"CREATE TABLE ht_member (id integer, hib_sess_id char(36) NOT NULL)",
				"CREATE INDEX ix_ht_member ON ht_member (id)", "CREATE TABLE ht_radio (id integer)");
		assertThat(propose(database, TargetSchema.of(Schema.EMPTY)).differences())
			.extracting((difference) -> difference.found())
			.containsExactly("removed table 'ht_radio'");
	}

	@Test
	void whatAHookProposesMustHaveAWayBack() {
		ComparisonHook grants = new ComparisonHook() {

			@Override
			public List<ProposedChange> compare(Connection connection) {
				return List.of(ProposedChange
					.of(new DataOperation.ExecuteStatement("GRANT SELECT ON team TO guest", Map.of()), "a grant"));
			}

		};
		Migrator migrator = MigratorBuilder.forDataSource(TestDatabase.create(TestDatabase.Kind.SQLITE).dataSource())
			.revisions(this.revisions)
			.targetSchema((product) -> TargetSchema.of(Schema.EMPTY))
			.comparisonHooks(() -> List.of(grants))
			.build();
		ProposedRevision proposed = migrator
			.propose(new ProposalRequest(List.of(), Map.of(), RenameDecision.ACCEPT_DROP));
		assertThatExceptionOfType(IrreversibleProposalException.class).isThrownBy(proposed::sql)
			.withMessage(
					"The revision would have no downgrade: execute a statement with parameters [] cannot be taken back: "
							+ "rows and SQL do not say how it was before")
			.satisfies((ex) -> assertThat(ex.getAction())
				.isEqualTo("Let the hook that proposes it give the operation an inverse."));
	}

	private ProposedRevision propose(TestDatabase database, TargetSchema target) {
		return migrator(database, target).propose(new ProposalRequest(List.of(), Map.of(), RenameDecision.ACCEPT_DROP));
	}

	/**
	 * Propose as if only the first revision was known.
	 */
	private static ProposedRevision proposeFrom(String revision, TestDatabase database, Schema schema) {
		TestRevisions first = new TestRevisions().table(revision, "");
		return MigratorBuilder.forDataSource(database.dataSource())
			.revisions(first)
			.targetSchema((product) -> TargetSchema.of(schema))
			.build()
			.propose(new ProposalRequest(List.of(), Map.of(), RenameDecision.ACCEPT_DROP));
	}

	private Migrator migrator(TestDatabase database, TargetSchema target) {
		return MigratorBuilder.forDataSource(database.dataSource())
			.revisions(this.revisions)
			.targetSchema((product) -> target)
			.build();
	}

	private void add(String id, String parent, RevisionBody sql) {
		this.revisions.add(id, parent, (op) -> execute(op, sql.upgrade()), (op) -> execute(op, sql.downgrade()));
	}

	private static void execute(Operations op, String sql) {
		Arrays
			.stream(sql.lines().filter((line) -> !line.startsWith("--")).reduce("", (a, b) -> a + b + "\n").split(";"))
			.filter((statement) -> !statement.isBlank())
			.forEach(op::execute);
	}

}
