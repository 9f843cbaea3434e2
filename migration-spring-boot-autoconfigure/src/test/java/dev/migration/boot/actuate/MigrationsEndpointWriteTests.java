package dev.migration.boot.actuate;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static dev.migration.boot.actuate.EndpointApplication.STORES;
import static dev.migration.boot.actuate.EndpointApplication.UNRESTRICTED;
import static dev.migration.boot.actuate.EndpointApplication.json;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the endpoint does to a database, and what it refuses.
 */
class MigrationsEndpointWriteTests {

	private static final String FLOOR = "--migration.endpoint.downgrade-floor=";

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void aDryRunShowsWhatWouldBeDestroyedAndItsSql(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		try (EndpointApplication application = start(database)) {
			fill(database);
			JsonNode plan = json(application.post("/downgrade", "{\"target\": \"base\", \"dryRun\": true}"));
			assertThat(plan.at("/destroys/tables").toString())
				.contains("{\"revision\":\"f0000003\",\"table\":\"invoice\",\"rows\":0}")
				.contains("{\"revision\":\"f0000001\",\"table\":\"customer\",\"rows\":3}");
			assertThat(plan.at("/destroys/columns"))
				.hasToString("[{\"revision\":\"f0000002\",\"table\":\"customer\",\"column\":\"phone\",\"rows\":2}]");
			assertThat(plan.at("/destroys/notLookedInto"))
				.hasToString("[{\"revision\":\"f0000004\",\"parts\":[\"DROP TABLE note\"]}]");
			assertThat(plan.at("/sql").asString()).contains("DROP TABLE customer", "DROP TABLE note", "COMMIT");
			assertThat(database.query("SELECT count(*) FROM customer")).containsExactly("3");
		}
	}

	@Test
	void aDowngradeSaysWhatItHasDestroyed() {
		TestDatabase database = TestDatabase.create(Kind.POSTGRESQL);
		try (EndpointApplication application = start(database)) {
			fill(database);
			JsonNode result = json(application.post("/downgrade", "{\"target\": \"f0000001\"}"));
			assertThat(result.at("/dryRun").asBoolean()).isFalse();
			assertThat(result.at("/to")).hasToString("[\"f0000001\"]");
			assertThat(result.at("/destroys/columns/0/rows").asLong()).isEqualTo(2);
			assertThat(database.tables()).doesNotContain("invoice", "note");
		}
	}

	@Test
	void theSqlOfADryRunDoesWhatTheRunWouldDo() {
		TestDatabase database = TestDatabase.create(Kind.POSTGRESQL);
		try (EndpointApplication application = start(database)) {
			JsonNode plan = json(application.post("/downgrade", "{\"target\": \"f0000001\", \"dryRun\": true}"));
			String commandsOfPsql = "(?m)^\\\\.*$";
			database.execute(plan.at("/sql").asString().replaceAll(commandsOfPsql, ""));
			assertThat(current(database)).containsExactly("f0000001");
			assertThat(database.tables()).contains("customer").doesNotContain("invoice", "note");
		}
	}

	@Test
	void whatCannotBeCountedIsNoFailure() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		try (EndpointApplication application = start(database)) {
			database.execute("ALTER TABLE customer RENAME TO gone");
			JsonNode plan = json(application.post("/downgrade", "{\"target\": \"base\", \"dryRun\": true}"));
			assertThat(plan.at("/destroys/tables").toString())
				.contains("{\"revision\":\"f0000001\",\"table\":\"customer\"}");
		}
	}

	@Test
	void aCallerCanNameWhatAnSqlFilePutsInAndWritesNoSql(@TempDir Path folder) throws IOException {
		Files.writeString(folder.resolve("a.sql"),
				"-- revision: a1\n-- placeholders: table\n-- upgrade\nCREATE TABLE ${table} (id integer);\n");
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		try (EndpointApplication application = EndpointApplication.start(database, UNRESTRICTED,
				"--migration.locations=filesystem:" + folder, "--migration.on-startup=none")) {
			HttpResponse<String> missing = application.post("/upgrade", "{\"target\": \"head\"}");
			assertThat(missing.statusCode()).isEqualTo(400);
			assertThat(missing.body()).contains("There is no value for 'table'");
			HttpResponse<String> sql = application.post("/upgrade",
					"{\"target\": \"head\", \"arguments\": \"table=t AS SELECT 1; --\"}");
			assertThat(sql.statusCode()).isEqualTo(400);
			assertThat(sql.body()).contains("a request may only give a name or a number");
			assertThat(database.tables()).isEmpty();
			assertThat(
					application.post("/upgrade", "{\"target\": \"head\", \"arguments\": \"table=team\"}").statusCode())
				.isEqualTo(200);
			assertThat(database.tables()).contains("team");
		}
	}

	@Test
	void anUpgradeTakesTheDatabaseFurther() {
		TestDatabase database = TestDatabase.create(Kind.POSTGRESQL);
		try (EndpointApplication application = start(database, "--migration.on-startup=none")) {
			JsonNode plan = json(application.post("/upgrade", "{\"target\": \"f0000002\", \"dryRun\": true}"));
			assertThat(plan.at("/to")).hasToString("[\"f0000002\"]");
			assertThat(plan.at("/sql").asString()).contains("CREATE TABLE customer");
			assertThat(database.tables()).doesNotContain("customer");
			JsonNode result = json(
					application.post("/upgrade", "{\"target\": \"f0000002\", \"reason\": \"rollout 17\"}"));
			assertThat(result.at("/steps/1/reason").asString()).isEqualTo("rollout 17");
			assertThat(current(database)).containsExactly("f0000002");
			assertThat(database.query("SELECT DISTINCT executed_by || ': ' || reason FROM migration_history"))
				.containsExactly("anonymous: rollout 17");
		}
	}

	@Test
	void theFloorIsNeverTakenBack() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		try (EndpointApplication application = start(database, FLOOR + "f0000002")) {
			for (String target : List.of("f0000001", "base", "f0000003@f0000001")) {
				HttpResponse<String> refused = application.post("/downgrade", "{\"target\": \"" + target + "\"}");
				assertThat(refused.statusCode()).as(target).isEqualTo(409);
				assertThat(refused.body()).contains("f0000002 (add customer.phone)", "downgrade floor f0000002",
						"migration.endpoint.downgrade-floor");
			}
			assertThat(application.post("/downgrade", "{\"target\": \"base\", \"dryRun\": true}").statusCode())
				.isEqualTo(409);
			assertThat(current(database)).containsExactlyInAnyOrder("f0000003", "f0000004");
			assertThat(application.read("/f0000001").at("/downgradable").asBoolean()).isFalse();
			assertThat(application.read("/f0000003").at("/downgradable").asBoolean()).isTrue();
			assertThat(application.post("/downgrade", "{\"target\": \"f0000002\"}").statusCode()).isEqualTo(200);
			assertThat(current(database)).containsExactly("f0000002");
		}
	}

	@Test
	void aFloorOnOneBranchLeavesTheOtherFree() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		try (EndpointApplication application = start(database, FLOOR + "billing")) {
			assertThat(application.post("/downgrade", "{\"target\": \"search@-1\"}").statusCode()).isEqualTo(200);
			assertThat(current(database)).containsExactly("f0000003");
			assertThat(application.post("/downgrade", "{\"target\": \"-1\"}").statusCode()).isEqualTo(409);
		}
	}

	@Test
	void aFloorThatNamesNothingIsAClearError() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		try (EndpointApplication application = start(database, FLOOR + "f00000ff")) {
			HttpResponse<String> response = application.post("/downgrade", "{\"target\": \"f0000002\"}");
			assertThat(response.statusCode()).isEqualTo(500);
			assertThat(response.body())
				.contains("The downgrade floor 'f00000ff' of 'migration.endpoint.downgrade-floor'", "Nothing was run.");
			assertThat(current(database)).hasSize(2);
		}
	}

	@Test
	void eachDatabaseCanHaveAFloorOfItsOwn() {
		TestDatabase audit = TestDatabase.create(Kind.SQLITE);
		try (EndpointApplication application = EndpointApplication.start(TestDatabase.create(Kind.SQLITE),
				EndpointApplication.several(audit, UNRESTRICTED, FLOOR + "f0000001",
						"--migration.databases.audit.endpoint.downgrade-floor=0e1"))) {
			HttpResponse<String> refused = application.post("/downgrade",
					"{\"target\": \"base\", \"database\": \"audit\"}");
			assertThat(refused.statusCode()).isEqualTo(409);
			assertThat(refused.body()).contains("migration.databases.audit.endpoint.downgrade-floor");
			assertThat(application.post("/downgrade", "{\"target\": \"base\", \"database\": \"stores\"}").body())
				.contains("downgrade floor f0000001");
			assertThat(application.read("").at("/contexts/application/migrationBeans/audit/downgradeFloor").asString())
				.isEqualTo("0e1");
		}
	}

	@Test
	void ofTwoThatWantTheSameOneDoesItAndTheOtherIsTold() throws Exception {
		TestDatabase database = TestDatabase.create(Kind.POSTGRESQL);
		try (EndpointApplication application = start(database)) {
			assertThat(application.post("/downgrade", "{\"target\": \"f0000002\"}").statusCode()).isEqualTo(200);
			CyclicBarrier together = new CyclicBarrier(2);
			Callable<HttpResponse<String>> downgrade = () -> {
				together.await();
				return application.post("/downgrade", "{\"target\": \"-1\", \"expectedCurrent\": \"f0000002\"}");
			};
			ExecutorService threads = Executors.newFixedThreadPool(2);
			try {
				List<Future<HttpResponse<String>>> answers = threads.invokeAll(List.of(downgrade, downgrade));
				List<HttpResponse<String>> both = List.of(answers.get(0).get(), answers.get(1).get());
				assertThat(both).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
				assertThat(both).extracting(HttpResponse::body)
					.anyMatch((body) -> body.contains("The database is at f0000001, not at f0000002 as expected"));
			}
			finally {
				threads.shutdownNow();
			}
			assertThat(current(database)).containsExactly("f0000001");
			assertThat(database.query("SELECT count(*) FROM migration_history WHERE revision = 'f0000002' "
					+ "AND direction = 'downgrade'"))
				.containsExactly("1");
		}
	}

	@Test
	void aLockThatIsNotObtainedIsServiceUnavailable() throws Exception {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		try (EndpointApplication application = start(database, "--migration.lock-timeout=50ms");
				Connection other = database.connect()) {
			other.setAutoCommit(false);
			other.createStatement().executeUpdate("UPDATE migration_version SET version_num = version_num");
			HttpResponse<String> response = application.post("/downgrade", "{\"target\": \"f0000002\"}");
			assertThat(response.statusCode()).isEqualTo(503);
			assertThat(response.body()).contains("\"error\":", "\"action\":");
		}
	}

	@Test
	void aDatabaseThatCannotBeReachedIsServiceUnavailable() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		try (EndpointApplication application = start(database)) {
			application.context().getBean(HikariDataSource.class).close();
			assertThat(application.get("").statusCode()).isEqualTo(503);
			assertThat(application.get("/head").statusCode()).isEqualTo(503);
			assertThat(application.get("", "Accept", "text/html").statusCode()).isEqualTo(503);
			HttpResponse<String> response = application.post("/downgrade", "{\"target\": \"base\"}");
			assertThat(response.statusCode()).isEqualTo(503);
			assertThat(response.body()).contains("The database cannot be reached");
		}
	}

	@Test
	void aBadRequestSaysWhatIsBad() {
		try (EndpointApplication application = start(TestDatabase.create(Kind.SQLITE))) {
			assertBad(application.post("/downgrade", "{\"target\": \" \"}"), 400, "The request has no target");
			assertBad(application.post("/downgrade", "{\"target\": \"base\", \"dryRun\": \"maybe\"}"), 400,
					"'dryRun' is 'maybe'");
			assertBad(application.post("/downgrade", "{\"target\": \"base\", \"arguments\": \"=x\"}"), 400,
					"has no key");
			assertBad(application.post("/downgrade", "{\"target\": \"heads:base\"}"), 400, "heads:base");
			assertBad(application.post("/downgrade", "{\"target\": \"ffff\"}"), 404, "ffff");
			assertBad(application.post("/downgrade", "{\"target\": \"base\", \"database\": \"x\"}"), 404,
					"There is no database 'x'");
			assertBad(application.post("/purge", "{\"target\": \"base\"}"), 404, "There is no operation 'purge'");
		}
	}

	private static void assertBad(HttpResponse<String> response, int status, String message) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(json(response).at("/error").asString()).contains(message);
		assertThat(json(response).at("/action").asString()).isNotEmpty();
	}

	private static EndpointApplication start(TestDatabase database, String... arguments) {
		String[] all = Stream.concat(Stream.of(STORES, UNRESTRICTED), Stream.of(arguments)).toArray(String[]::new);
		return EndpointApplication.start(database, all);
	}

	private static void fill(TestDatabase database) {
		database.execute("INSERT INTO customer (name, phone) VALUES ('a', '1'), ('b', '2'), ('c', NULL)");
	}

	private static List<String> current(TestDatabase database) {
		return database.query("SELECT version_num FROM migration_version");
	}

}
