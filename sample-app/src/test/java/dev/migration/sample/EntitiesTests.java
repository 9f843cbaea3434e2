package dev.migration.sample;

import java.util.List;
import java.util.Map;

import dev.migration.Migrator;
import dev.migration.ProposalRequest;
import dev.migration.ProposedRevision;
import dev.migration.RenameDecision;
import dev.migration.boot.autoconfigure.MigrationAutoConfiguration;
import dev.migration.boot.jpa.MigrationEntitiesAutoConfiguration;
import dev.migration.boot.jpa.MigrationHibernateAutoConfiguration;
import dev.migration.sample.judging.JuryProperties;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The revisions of the Hackathon database give exactly what its entities ask for.
 */
class EntitiesTests {

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void theRevisionsLeaveNothingToAutogenerate(TestDatabase.Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
							MigrationAutoConfiguration.class, MigrationEntitiesAutoConfiguration.class))
			.withUserConfiguration(EntityConfiguration.class)
			.withPropertyValues("spring.jpa.hibernate.ddl-auto=validate", "spring.jpa.open-in-view=false",
					"spring.datasource.url=" + database.jdbcUrl(), "spring.datasource.username=" + database.user(),
					"spring.datasource.password=" + database.password())
			.run((context) -> {
				assertThat(context).hasNotFailed();
				Migrator migrator = context.getBean(Migrator.class);
				ProposedRevision proposed = migrator
					.propose(new ProposalRequest(List.of(), Map.of(), RenameDecision.REFUSE));
				assertThat(proposed.differences()).isEmpty();
				assertThat(proposed.attributes()).containsEntry("team.slug", "Team.slug");
			});
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = HackathonApplication.class)
	@EnableConfigurationProperties(JuryProperties.class)
	static class EntityConfiguration {

	}

}
