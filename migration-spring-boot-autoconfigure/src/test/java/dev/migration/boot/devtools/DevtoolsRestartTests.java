package dev.migration.boot.devtools;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import dev.migration.test.TestDatabase;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Devtools ends the application and starts it again, in the same process and with a new
 * class loader, when something in its folder of classes has changed.
 */
class DevtoolsRestartTests {

	@TempDir
	private Path folder;

	@Test
	void aRestartAppliesWhatIsNewAndKeepsNothingOfTheFormerStart() throws IOException {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		try (RestartableApplication application = RestartableApplication.in(this.folder)) {
			application.addFile("db/restart/r1_create_loader.sql", """
					-- revision: r1
					-- upgrade
					CREATE TABLE loader (name varchar(80));
					""");
			application.addClass("db/restart/R2", revision("R2", "r1"));
			application.start(database);
			eventually(application, () -> assertThat(application.output()).contains("started by RestartClassLoader"));
			assertThat(database.query("SELECT name FROM loader")).containsExactly("R2 by RestartClassLoader");
			application.addClass("db/restart/R3", revision("R3", "R2"));
			eventually(application, () -> assertThat(database.query("SELECT name FROM loader")).hasSize(2));
			application.addFile("db/restart/r4_create_new.sql", """
					-- revision: r4
					-- revises: R3
					-- upgrade
					CREATE TABLE brand_new (id integer);
					""");
			eventually(application, () -> assertThat(database.tables()).contains("brand_new"));
			eventually(application, () -> assertThat(application.output()).contains("the former loader is gone"));
			assertThat(database.query("SELECT name FROM loader ORDER BY name"))
				.containsExactly("R2 by RestartClassLoader", "R3 by RestartClassLoader");
			assertThat(database.query("SELECT revision FROM migration_history ORDER BY revision")).containsExactly("R2",
					"R3", "r1", "r4");
			assertThat(application.output()).doesNotContain("ERROR", "Exception");
		}
	}

	private static String revision(String id, String revises) {
		return """
				package db.restart;

				import java.util.List;
				import java.util.Map;
				import dev.migration.*;

				@Revision(id = "%1$s", revises = "%2$s")
				class %1$s implements Migration {

					@Override
					public void upgrade(Operations op) {
						op.bulkInsert("loader",
								List.of(Map.of("name", "%1$s by " + getClass().getClassLoader().getClass().getSimpleName())));
					}

				}
				"""
			.formatted(id, revises);
	}

	private static void eventually(RestartableApplication application, ThrowingRunnable assertion) throws IOException {
		try {
			Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(assertion);
		}
		catch (RuntimeException ex) {
			throw new AssertionError(application.output(), ex);
		}
	}

}
