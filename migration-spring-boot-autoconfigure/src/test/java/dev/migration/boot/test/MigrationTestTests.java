package dev.migration.boot.test;

import java.util.Map;

import dev.migration.RevisionHeader;
import dev.migration.boot.autoconfigure.MigrationStrategy;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What users see who test their revisions, good ones and bad ones.
 */
class MigrationTestTests {

	private static final String SINGLE_HEAD = "There is a single head";

	private static final String UPGRADES = "An empty database upgrades to the head";

	private static final String MODEL = "The schema at the head is what the entities ask for";

	private static final String PASSED = "SUCCESSFUL";

	@Test
	void goodRevisionsPassOnSqlite() {
		assertGood(OnSqlite.class, OnSqlite.DATABASE);
	}

	@Test
	void goodRevisionsPassOnH2() {
		assertGood(OnH2.class, OnH2.DATABASE);
	}

	@Test
	void goodRevisionsPassOnPostgresql() {
		assertGood(OnPostgresql.class, OnPostgresql.DATABASE);
	}

	@Test
	void goodRevisionsPassOnMariadb() {
		assertGood(OnMariadb.class, OnMariadb.DATABASE);
	}

	private static void assertGood(Class<?> testClass, TestDatabase database) {
		assertThat(TestResults.of(testClass))
			.containsOnlyKeys(SINGLE_HEAD, UPGRADES, MODEL, "a1 (create team)", "b1 (add team.slug)",
					"c1 (index team.name)", "d1 (merge slug and index)", "everyTeamGetsASlug(MigrationTester)",
					"aRevisionOfOneBranchIsTakenBackAlone(MigrationTester)",
					"theSlugGoesAndTheNameStays(MigrationTester)")
			.allSatisfy((test, result) -> assertThat(result).as(test).isEqualTo(PASSED));
		assertThat(database.tables()).isEmpty();
	}

	@Test
	void twoHeadsAreListed() {
		Map<String, String> results = TestResults.of(TwoHeads.class);
		assertThat(results.get(SINGLE_HEAD)).isEqualTo("FAILED: There are 2 heads: b1 (create judge), "
				+ "c1 (create score)\nBring them together with 'migrate merge heads'.");
		assertThat(results).containsEntry(UPGRADES, PASSED)
			.containsEntry("a1 (create team)", PASSED)
			.containsEntry("b1 (create judge)", PASSED)
			.containsEntry("c1 (create score)", PASSED);
		assertThat(results.get(MODEL)).startsWith("FAILED: The schema differs from what the application asks for: ")
			.contains("added column 'team.slug'", "removed table 'judge'", "migrate revision --autogenerate");
		assertThat(TwoHeads.DATABASE.tables()).isEmpty();
	}

	@Test
	void eachBadRevisionFailsByItselfAndSaysWhy() {
		Map<String, String> results = TestResults.of(Bad.class);
		assertThat(results).containsEntry("a1 (create team)", PASSED).containsEntry("d1 (show names)", PASSED);
		assertThat(results.get("b1 (add team.motto)")).isEqualTo("FAILED: After the upgrade and the downgrade of "
				+ "b1 (add team.motto) [db/usertests/bad/b1.sql] the schema is not as it was before: "
				+ "added index 'ix_team_name' on 'name'\nLet the downgrade take back exactly what the upgrade does.");
		assertThat(results.get("c1 (create judge)"))
			.startsWith("FAILED: The downgrade of revision c1 (create judge) [db/usertests/bad/c1.sql] failed at ")
			.contains("no such table: no_such_table")
			.doesNotContain("rowsBefore");
		assertThat(results.get("e1 (insert into what is missing)"))
			.startsWith("FAILED: The upgrade of revision e1 (insert into what is missing)")
			.contains("no such table: missing");
		assertThat(results.get("f1 (after it)"))
			.isEqualTo("ABORTED: Not run, as e1 (insert into what is missing) before it cannot be applied");
		assertThat(results.get(UPGRADES)).startsWith("FAILED: The upgrade of revision e1");
		assertThat(results.get(MODEL)).startsWith("FAILED: The upgrade of revision e1");
		assertThat(Bad.DATABASE.tables()).isEmpty();
		assertThat(Bad.DATABASE.query("SELECT name FROM sqlite_master WHERE type = 'view'")).isEmpty();
	}

	@Test
	void anIrreversibleRevisionIsSkippedAndSaysSo() {
		Map<String, String> results = TestResults.of(OneWay.class);
		assertThat(results)
			.containsEntry("a1 (create team)", "ABORTED: a1 (create team) has no downgrade, so it was only upgraded")
			.containsEntry("b1 (create judge)", PASSED)
			.containsEntry(UPGRADES, PASSED);
		assertThat(OneWay.DATABASE.tables()).isEmpty();
	}

	@Test
	void whereNothingSaysWhatTheSchemaShouldBeThatIsTheReason() {
		assertThat(TestResults.of(OneWay.class).get(MODEL))
			.isEqualTo("ABORTED: Nothing says what the schema should be, so the database cannot be compared with it");
	}

	@Test
	void aRevisionThatNeedsRowsFailsWithoutThemAndPassesWithThem() {
		Map<String, String> without = TestResults.of(NeedsRows.class);
		assertThat(without.get(UPGRADES)).startsWith("FAILED: The upgrade of revision b1 (take the first team)")
			.endsWith("A revision that needs rows gets them from rowsBefore(…) of MigrationContract.");
		assertThat(without.get("b1 (take the first team)")).startsWith("FAILED: The upgrade of revision b1");
		assertThat(TestResults.of(WithRows.class)).containsEntry(UPGRADES, PASSED)
			.containsEntry("b1 (take the first team)", PASSED)
			.containsEntry("nothingRanAtStartUp()", PASSED);
		assertThat(WithRows.DATABASE.tables()).isEmpty();
	}

	@Test
	void aDatabaseWithTablesIsRefusedAndUntouched() {
		TestDatabase database = InUse.DATABASE;
		database.execute("CREATE TABLE customer (id integer PRIMARY KEY)", "INSERT INTO customer VALUES (7)");
		assertThat(TestResults.of(InUse.class)).isNotEmpty()
			.allSatisfy((test, result) -> assertThat(result)
				.startsWith("FAILED: A test of revisions needs an empty database, and SQLite ")
				.contains("has table 'customer'", "Give the test a database of its own", "Nothing was touched"));
		assertThat(database.tables()).containsExactly("customer");
		assertThat(database.query("SELECT id FROM customer")).containsExactly("7");
	}

	@Test
	void aDatabaseWithAHistoryIsRefusedAndUntouched() {
		TestDatabase database = WasUsed.DATABASE;
		database.execute("CREATE TABLE migration_version (version_num varchar(32) NOT NULL PRIMARY KEY)",
				"INSERT INTO migration_version VALUES ('a1')");
		assertThat(TestResults.of(WasUsed.class)).isNotEmpty()
			.allSatisfy((test, result) -> assertThat(result).contains("has a history of 0 executed steps"));
		assertThat(database.query("SELECT version_num FROM migration_version")).containsExactly("a1");
	}

	@Test
	void oneOfSeveralDatabasesIsTestedAndTheOthersStayAsTheyAre() {
		Map<String, String> results = TestResults.of(OneOfTwo.class);
		assertThat(results).containsEntry(UPGRADES, PASSED)
			.containsEntry("b1 (create judge)", PASSED)
			.containsEntry("c1 (create score)", PASSED)
			.containsEntry("itsOwnDatabaseHasTheTables(MigrationTester)", PASSED);
		assertThat(OneOfTwo.AUDIT.tables()).isEmpty();
		assertThat(OneOfTwo.ORDERS.tables()).isEmpty();
	}

	static void use(TestDatabase database, DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", database::jdbcUrl);
		registry.add("spring.datasource.username", database::user);
		registry.add("spring.datasource.password", database::password);
	}

	@MigrationTest(properties = { "migration.locations=classpath:db/usertests/good",
			"spring.jpa.properties.hibernate.hbm2ddl.auto=validate" })
	abstract static class Good implements MigrationContract {

		@Override
		public void rowsBefore(RevisionHeader revision, JdbcClient jdbc) {
			if (revision.id().equals("b1")) {
				jdbc.sql("INSERT INTO team (name) VALUES (?)").param("Graph Walkers").update();
			}
		}

		@Test
		void everyTeamGetsASlug(MigrationTester tester) {
			tester.before("b1");
			tester.jdbc().sql("INSERT INTO team (id, name) VALUES (7, 'Graph Walkers')").update();
			tester.upgrade("b1");
			assertThat(tester.jdbc().sql("SELECT slug FROM team").query(String.class).single()).isEqualTo("team-7");
		}

		@Test
		void theSlugGoesAndTheNameStays(MigrationTester tester) {
			tester.upgrade("head");
			tester.jdbc().sql("INSERT INTO team (id, name, slug) VALUES (7, 'Graph Walkers', 'walkers')").update();
			tester.before("b1");
			assertThat(tester.jdbc().sql("SELECT * FROM team").query().singleRow()).hasSize(2)
				.containsValue("Graph Walkers");
			tester.upgrade("head");
			assertThat(tester.jdbc().sql("SELECT slug FROM team").query(String.class).single()).isEqualTo("team-7");
		}

		@Test
		void aRevisionOfOneBranchIsTakenBackAlone(MigrationTester tester) {
			tester.upgrade("head");
			tester.before("c1");
			assertThat(tester.migrator().current()).extracting((status) -> status.revision().id())
				.containsExactly("b1");
			tester.before("d1");
			assertThat(tester.migrator().current()).extracting((status) -> status.revision().id())
				.containsExactly("b1", "c1");
			tester.before("a1");
			assertThat(tester.migrator().current()).isEmpty();
		}

	}

	static class OnSqlite extends Good {

		static final TestDatabase DATABASE = TestDatabase.create(TestDatabase.Kind.SQLITE);

		@DynamicPropertySource
		static void database(DynamicPropertyRegistry registry) {
			use(DATABASE, registry);
		}

	}

	static class OnH2 extends Good {

		static final TestDatabase DATABASE = TestDatabase.create(TestDatabase.Kind.H2);

		@DynamicPropertySource
		static void database(DynamicPropertyRegistry registry) {
			use(DATABASE, registry);
		}

	}

	static class OnPostgresql extends Good {

		static final TestDatabase DATABASE = TestDatabase.create(TestDatabase.Kind.POSTGRESQL);

		@DynamicPropertySource
		static void database(DynamicPropertyRegistry registry) {
			use(DATABASE, registry);
		}

	}

	static class OnMariadb extends Good {

		static final TestDatabase DATABASE = TestDatabase.create(TestDatabase.Kind.MARIADB);

		@DynamicPropertySource
		static void database(DynamicPropertyRegistry registry) {
			use(DATABASE, registry);
		}

	}

	@MigrationTest(properties = "migration.locations=classpath:db/usertests/twoheads")
	static class TwoHeads implements MigrationContract {

		static final TestDatabase DATABASE = TestDatabase.create(TestDatabase.Kind.SQLITE);

		@DynamicPropertySource
		static void database(DynamicPropertyRegistry registry) {
			use(DATABASE, registry);
		}

	}

	@MigrationTest(properties = "migration.locations=classpath:db/usertests/bad")
	static class Bad implements MigrationContract {

		static final TestDatabase DATABASE = TestDatabase.create(TestDatabase.Kind.SQLITE);

		@DynamicPropertySource
		static void database(DynamicPropertyRegistry registry) {
			use(DATABASE, registry);
		}

	}

	@MigrationTest(properties = "migration.locations=classpath:db/usertests/oneway",
			excludeAutoConfiguration = HibernateJpaAutoConfiguration.class)
	static class OneWay implements MigrationContract {

		static final TestDatabase DATABASE = TestDatabase.create(TestDatabase.Kind.SQLITE);

		@DynamicPropertySource
		static void database(DynamicPropertyRegistry registry) {
			use(DATABASE, registry);
		}

	}

	@MigrationTest(properties = "migration.locations=classpath:db/usertests/needsrows")
	static class NeedsRows implements MigrationContract {

		static final TestDatabase DATABASE = TestDatabase.create(TestDatabase.Kind.SQLITE);

		@DynamicPropertySource
		static void database(DynamicPropertyRegistry registry) {
			use(DATABASE, registry);
		}

	}

	/**
	 * The client of the application waits for the runner.
	 */
	static class WithRows extends NeedsRows {

		@Autowired
		private JdbcClient client;

		@Test
		void nothingRanAtStartUp() {
			assertThat(this.client.sql("SELECT name FROM sqlite_master WHERE name = 'team'").query(String.class).list())
				.isEmpty();
		}

		@TestConfiguration(proxyBeanMethods = false)
		static class UpgradesAtStartUp {

			@Bean
			MigrationStrategy migrationStrategy() {
				return (migrator) -> migrator.upgrade("a1");
			}

		}

		@Override
		public void rowsBefore(RevisionHeader revision, JdbcClient jdbc) {
			if (revision.id().equals("b1")) {
				jdbc.sql("INSERT INTO team VALUES (1, 'Graph Walkers')").update();
			}
		}

	}

	@MigrationTest(properties = "migration.locations=classpath:db/usertests/needsrows")
	static class InUse implements MigrationContract {

		static final TestDatabase DATABASE = TestDatabase.create(TestDatabase.Kind.SQLITE);

		@DynamicPropertySource
		static void database(DynamicPropertyRegistry registry) {
			use(DATABASE, registry);
		}

	}

	@MigrationTest(properties = "migration.locations=classpath:db/usertests/needsrows")
	static class WasUsed implements MigrationContract {

		static final TestDatabase DATABASE = TestDatabase.create(TestDatabase.Kind.SQLITE);

		@DynamicPropertySource
		static void database(DynamicPropertyRegistry registry) {
			use(DATABASE, registry);
		}

	}

	@MigrationTest(database = "audit",
			properties = { "migration.databases.orders.locations=classpath:db/usertests/oneway",
					"migration.databases.orders.on-startup=upgrade", "migration.databases.orders.primary=true",
					"migration.databases.audit.locations=classpath:db/usertests/twoheads",
					"migration.databases.audit.on-startup=upgrade", "migration.databases.audit.target=heads" },
			excludeAutoConfiguration = { DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class })
	static class OneOfTwo implements MigrationContract {

		static final TestDatabase ORDERS = TestDatabase.create(TestDatabase.Kind.SQLITE);

		static final TestDatabase AUDIT = TestDatabase.create(TestDatabase.Kind.SQLITE);

		@DynamicPropertySource
		static void databases(DynamicPropertyRegistry registry) {
			registry.add("migration.databases.orders.url", ORDERS::jdbcUrl);
			registry.add("migration.databases.audit.url", AUDIT::jdbcUrl);
		}

		@Test
		void itsOwnDatabaseHasTheTables(MigrationTester tester) {
			tester.upgrade("heads");
			assertThat(AUDIT.tables()).contains("team", "judge", "score");
			tester.jdbc().sql("INSERT INTO judge VALUES (3)").update();
			assertThat(AUDIT.query("SELECT id FROM judge")).containsExactly("3");
		}

	}

}
