package dev.migration.boot.connection;

import dev.migration.boot.autoconfigure.MigrationAutoConfiguration;
import dev.migration.boot.autoconfigure.MigrationConnectionDetails;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.utility.DockerImageName;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A test that brings a database of its own must never reach the one of the properties.
 */
class ConnectionDetailsFactoryTests {

	@Test
	void revisionsRunInTheContainerAndNotWhereThePropertiesSay() {
		TestDatabase production = TestDatabase.create(TestDatabase.Kind.SQLITE);
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					ServiceConnectionAutoConfiguration.class, MigrationAutoConfiguration.class))
			.withUserConfiguration(Container.class)
			.withPropertyValues("migration.url=" + production.jdbcUrl())
			.run((context) -> {
				assertThat(context.getBean(StartedDatabase.class).database.tables()).contains("team");
				assertThat(production.tables()).isEmpty();
			});
	}

	@Test
	void whatDockerComposeHasStartedIsTakenOver() {
		MigrationConnectionDetails details = (MigrationConnectionDetails) new ConnectionDetailsFactories(null)
			.getConnectionDetails(new ComposeConnectionDetails(), true)
			.get(MigrationConnectionDetails.class);
		assertThat(details.getJdbcUrl()).isEqualTo("jdbc:postgresql://localhost:5432/app");
		assertThat(details.getUsername()).isEqualTo("app");
		assertThat(details.getPassword()).isEqualTo("hunter2");
		assertThat(details.getDriverClassName()).isEqualTo("org.postgresql.Driver");
	}

	private static final class ComposeConnectionDetails implements JdbcConnectionDetails {

		@Override
		public String getUsername() {
			return "app";
		}

		@Override
		public String getPassword() {
			return "hunter2";
		}

		@Override
		public String getJdbcUrl() {
			return "jdbc:postgresql://localhost:5432/app";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Container {

		@Bean
		@ServiceConnection
		StartedDatabase container() {
			return new StartedDatabase();
		}

	}

	/**
	 * A real database that Docker has not started.
	 */
	static class StartedDatabase extends JdbcDatabaseContainer<StartedDatabase> {

		private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.POSTGRESQL);

		StartedDatabase() {
			super(DockerImageName.parse("postgres"));
		}

		@Override
		public void start() {
		}

		@Override
		public void stop() {
		}

		@Override
		public boolean isRunning() {
			return true;
		}

		@Override
		public String getDriverClassName() {
			return "org.postgresql.Driver";
		}

		@Override
		public String getJdbcUrl() {
			return this.database.jdbcUrl();
		}

		@Override
		public String getUsername() {
			return this.database.user();
		}

		@Override
		public String getPassword() {
			return this.database.password();
		}

		@Override
		protected String getTestQueryString() {
			return "SELECT 1";
		}

	}

}
