package dev.migration.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.migration.sample.ApplicationJar.Result;
import dev.migration.sample.ApplicationJar.Running;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fat jar as a user runs it: the application, its endpoint, its commands.
 */
class ApplicationJarIntegrationTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void startsReportsAndTakesBack(TestDatabase.Kind kind) {
		ApplicationJar jar = new ApplicationJar(this.folder, TestDatabase.create(kind).databaseUrl());
		try (Running application = jar.start("--management.endpoint.migrations.access=unrestricted")) {
			assertThat(application.output()).contains("revisions applied").doesNotContain("ERROR");
			assertThat(application.get("/actuator/migrations").body()).contains("\"upToDate\":true");
			assertThat(application.post("/actuator/migrations/downgrade", "{\"target\": \"-1\"}").statusCode())
				.isEqualTo(200);
			assertThat(application.get("/actuator/migrations").body()).contains("\"upToDate\":false");
		}
	}

	@Test
	void runsEveryCommand() {
		ApplicationJar jar = new ApplicationJar(this.folder,
				TestDatabase.create(TestDatabase.Kind.SQLITE).databaseUrl());
		Result heads = jar.run("migrate", "heads");
		assertThat(heads.code()).isZero();
		String head = heads.out().split(" ")[0].strip();
		assertThat(jar.run("migrate", "current").out()).doesNotContain(head);
		Result upgrade = jar.run("migrate", "upgrade", "head");
		assertThat(upgrade.code()).as(upgrade.err()).isZero();
		assertThat(upgrade.out()).contains(head).doesNotContain("INFO");
		assertThat(jar.run("migrate", "current").out()).startsWith(head).contains("(head)");
		Result check = jar.run("migrate", "check");
		assertThat(check.code()).as(check.err()).isZero();
		assertThat(check.out()).startsWith("No drift");
		assertThat(jar.run("migrate", "history").out()).contains("(mergepoint)").contains("(branchpoint)");
		assertThat(jar.run("migrate", "show", head.substring(0, 5)).out()).contains(head);
		assertThat(jar.run("migrate", "downgrade", "-1").code()).isZero();
		assertThat(jar.run("migrate", "stamp", "head").code()).isZero();
		assertThat(jar.run("migrate", "stamp", "-1").code()).isEqualTo(3);
		Result downgrade = jar.run("migrate", "upgrade", "head", "--logging.level.root=warn");
		assertThat(downgrade.code()).isZero();
	}

	@Test
	void aCommandReachesTheDatabaseThatTheVariableNames() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.POSTGRESQL);
		Result upgrade = new ApplicationJar(this.folder, database.databaseUrl()).run("migrate", "upgrade", "head");
		assertThat(upgrade.code()).as(upgrade.err()).isZero();
		assertThat(upgrade.out()).contains("PostgreSQL");
		assertThat(database.query("SELECT count(*) FROM migration_history")).containsExactly("8");
	}

	@Test
	void aMistakeIsOneClearErrorWithItsExitCodeAndNoStackTrace() {
		ApplicationJar jar = new ApplicationJar(this.folder,
				TestDatabase.create(TestDatabase.Kind.SQLITE).databaseUrl());
		Result unknown = jar.run("migrate", "upgrade", "zzzz");
		assertThat(unknown.code()).isEqualTo(3);
		assertThat(unknown.out()).isEmpty();
		assertThat(unknown.err()).contains("zzzz").doesNotContain("\tat ");
		Result usage = jar.run("migrate", "upgrde");
		assertThat(usage.code()).isEqualTo(2);
		assertThat(usage.err()).contains("upgrde").doesNotContain("\tat ");
		Result help = jar.run("migrate", "--help");
		assertThat(help.code()).isZero();
		assertThat(help.out()).contains("upgrade", "downgrade", "current", "history", "heads", "show", "stamp");
	}

	@Test
	void aCommandNeitherStartsTheServerNorTheRunners() {
		ApplicationJar jar = new ApplicationJar(this.folder,
				TestDatabase.create(TestDatabase.Kind.SQLITE).databaseUrl());
		Result current = jar.run("migrate", "current");
		assertThat(current.code()).as(current.err()).isZero();
		assertThat(current.err()).doesNotContain("Tomcat", "Hibernate", "HHH");
	}

	@Test
	void aDatabaseUrlThatCannotBeUnderstoodIsExplainedWithoutItsPassword() {
		Result result = new ApplicationJar(this.folder, "postgres:/alice:s3cret@host").run();
		assertThat(result.code()).isNotZero();
		assertThat(result.out() + result.err()).contains("APPLICATION FAILED TO START", "postgresql://")
			.doesNotContain("s3cret")
			.doesNotContain("\tat ");
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void eightProcessesThatStartTogetherAllComeUpAndRunEveryRevisionOnce(TestDatabase.Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		ApplicationJar jar = new ApplicationJar(this.folder, database.databaseUrl());
		ExecutorService threads = Executors.newFixedThreadPool(8);
		List<CompletableFuture<Running>> starts = new ArrayList<>();
		try {
			for (int i = 0; i < 8; i++) {
				starts.add(CompletableFuture.supplyAsync(jar::start, threads));
			}
			for (CompletableFuture<Running> start : starts) {
				Running application = start.join();
				assertThat(application.process().isAlive()).as(application.output()).isTrue();
				assertThat(application.get("/actuator/migrations").body()).contains("\"upToDate\":true");
			}
		}
		finally {
			starts.forEach((start) -> start.handle((application, failure) -> application).join());
			starts.stream()
				.filter((start) -> !start.isCompletedExceptionally())
				.forEach((start) -> start.join().close());
			threads.shutdownNow();
		}
		List<String> executed = database.query("SELECT revision FROM migration_history");
		assertThat(executed).isNotEmpty().doesNotHaveDuplicates();
	}

	@Test
	void theDefaultDatabaseIsASqliteFile() throws Exception {
		ApplicationJar jar = new ApplicationJar(this.folder, "");
		assertThat(jar.run("migrate", "upgrade", "head").code()).isZero();
		assertThat(Files.exists(this.folder.resolve("hackathon.db"))).isTrue();
	}

}
