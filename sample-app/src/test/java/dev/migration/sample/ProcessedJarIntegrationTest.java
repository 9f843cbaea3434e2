package dev.migration.sample;

import java.io.IOException;
import java.nio.file.Path;

import dev.migration.sample.ApplicationJar.Result;
import dev.migration.sample.ApplicationJar.Running;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The jar as an image of a container has it: in layers, and processed ahead of time.
 */
class ProcessedJarIntegrationTest {

	@TempDir
	private Path folder;

	@Test
	void theLayersOfTheJarRunWithWhatWasGeneratedAheadOfTime() throws IOException {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		ApplicationJar image = new ApplicationJar(this.folder, database.databaseUrl())
			.layeredInto(this.folder.resolve("image"))
			.with("-Dspring.aot.enabled=true");
		try (Running application = image.start("--migration.locations=classpath:db/revisions,classpath:db/later")) {
			assertThat(application.output()).contains("Starting AOT-processed HackathonApplication")
				.contains("revisions applied: 8")
				// Only an index has locations that it does not know.
				.contains("The location classpath:db/later was not known", "Known were classpath:db/revisions")
				.doesNotContain("ERROR");
			assertThat(application.get("/actuator/migrations").body()).contains("\"upToDate\":true");
		}
		Result current = image.run("migrate", "current", "--verbose");
		assertThat(current.code()).as(current.err()).isZero();
		assertThat(current.out()).contains("b3174fe29c80", "(head)", "db.revisions.Rb3174fe29c80_AddTeamSlug");
		assertThat(database.query("SELECT revision FROM migration_history")).hasSize(8);
	}

}
