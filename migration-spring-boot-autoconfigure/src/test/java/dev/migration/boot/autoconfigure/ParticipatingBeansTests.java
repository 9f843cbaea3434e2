package dev.migration.boot.autoconfigure;

import dev.migration.Migration;
import dev.migration.MigrationHook;
import dev.migration.Operations;
import dev.migration.Revision;
import dev.migration.test.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What takes part in a run cannot need what waits for the run.
 */
class ParticipatingBeansTests {

	private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class,
				JdbcTemplateAutoConfiguration.class, HibernateJpaAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + this.database.jdbcUrl());

	@Test
	void aRevisionThatNeedsJpaIsRefused() {
		assertRefused(NeedsJpa.class, "The revision " + JpaRevision.class.getName() + " needs the bean "
				+ "'entityManagerFactory', which waits until the revisions have run, as it uses the database");
	}

	@Test
	void aRevisionThatNeedsJdbcTemplateIsRefused() {
		assertRefused(NeedsJdbc.class,
				"The revision " + JdbcRevision.class.getName() + " needs the bean 'jdbcTemplate', which waits");
	}

	@Test
	void aHookThatNeedsJpaIsRefused() {
		assertRefused(HookNeedsJpa.class, "The MigrationHook 'hook' needs the bean 'entityManagerFactory'");
	}

	private void assertRefused(Class<?> configuration, String description) {
		this.contextRunner.withUserConfiguration(configuration).run((context) -> {
			assertThat(context).hasFailed();
			Throwable failure = context.getStartupFailure();
			while (failure != null && !(failure instanceof BeanWaitsForRevisionsException)) {
				failure = failure.getCause();
			}
			assertThat(failure).isInstanceOfSatisfying(BeanWaitsForRevisionsException.class, (ex) -> {
				assertThat(ex.getDescription()).startsWith(description);
				assertThat(ex.getAction()).contains("op.jdbc()");
			});
		});
	}

	@Revision(id = "d1", revises = "2b3c4d5e6f70", message = "with JPA")
	record JpaRevision(EntityManagerFactory entities) implements Migration {

		@Override
		public void upgrade(Operations op) {
		}

		@Override
		public void downgrade(Operations op) {
		}

	}

	@Revision(id = "d2", revises = "2b3c4d5e6f70", message = "with JdbcTemplate")
	record JdbcRevision(JdbcTemplate jdbc) implements Migration {

		@Override
		public void upgrade(Operations op) {
		}

		@Override
		public void downgrade(Operations op) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NeedsJpa {

		@Bean
		JpaRevision revision(EntityManagerFactory entities) {
			return new JpaRevision(entities);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NeedsJdbc {

		@Bean
		JdbcRevision revision(JdbcTemplate jdbc) {
			return new JdbcRevision(jdbc);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HookNeedsJpa {

		@Bean
		MigrationHook hook(EntityManagerFactory entities) {
			return new MigrationHook() {
			};
		}

	}

}
