package dev.migration.sample;

import java.util.List;
import java.util.Map;

import dev.migration.Migrator;
import dev.migration.ProposalRequest;
import dev.migration.ProposedRevision;
import dev.migration.RenameDecision;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The revisions of the Hackathon database give exactly what its entities ask for.
 */
class EntitiesTests {

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void theRevisionsLeaveNothingToAutogenerate(TestDatabase.Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		try (ConfigurableApplicationContext application = new SpringApplicationBuilder(HackathonApplication.class)
			.web(WebApplicationType.NONE)
			.run("--spring.datasource.url=" + database.jdbcUrl(), "--spring.datasource.username=" + database.user(),
					"--spring.datasource.password=" + database.password())) {
			ProposedRevision proposed = application.getBean(Migrator.class)
				.propose(new ProposalRequest(List.of(), Map.of(), RenameDecision.REFUSE));
			assertThat(proposed.differences()).isEmpty();
			assertThat(proposed.attributes()).containsEntry("team.slug", "Team.slug");
		}
	}

}
