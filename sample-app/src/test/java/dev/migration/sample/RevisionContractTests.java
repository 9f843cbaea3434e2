package dev.migration.sample;

import dev.migration.boot.test.MigrationContract;
import dev.migration.boot.test.MigrationTest;
import dev.migration.boot.test.MigrationTester;
import dev.migration.sample.judging.JuryProperties;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.EnableConfigurationProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for the revisions of every application, and what one of them does to rows.
 */
@MigrationTest(properties = "spring.datasource.url=jdbc:sqlite:target/revisions.db?foreign_keys=on")
@EnableConfigurationProperties(JuryProperties.class)
class RevisionContractTests implements MigrationContract {

	@Test
	void aTeamThatIsThereGetsASlug(MigrationTester tester) {
		tester.before("b3174fe29c80");
		tester.jdbc()
			.sql("INSERT INTO hackathon (name, status, starts_at, ends_at) VALUES ('Spring', 'OPEN', 0, 1)")
			.update();
		tester.jdbc()
			.sql("INSERT INTO team (hackathon_id, name, registered_at) VALUES (1, 'Graph Walkers', 0)")
			.update();
		tester.upgrade("b3174fe29c80");
		assertThat(tester.jdbc().sql("SELECT slug FROM team").query(String.class).single()).isEqualTo("team-1");
	}

}
