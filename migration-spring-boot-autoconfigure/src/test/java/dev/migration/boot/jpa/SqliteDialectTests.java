package dev.migration.boot.jpa;

import java.util.Map;

import javax.sql.DataSource;

import com.example.shop.audit.LogEntry;
import dev.migration.test.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who gets the dialect of this project, however the database was configured.
 */
class SqliteDialectTests {

	private static final String STRATEGY = "hibernate.hbm2ddl.jdbc_metadata_extraction_strategy";

	private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);

	private final ApplicationContextRunner application = EntitiesOf.application(this.database)
		.withUserConfiguration(Entities.class)
		.withPropertyValues("spring.jpa.hibernate.ddl-auto=none");

	@Test
	void theDatabaseOfAUrlHasIt() {
		this.application.run((context) -> {
			EntityManagerFactory factory = context.getBean(EntityManagerFactory.class);
			assertThat(dialect(factory)).isExactlyInstanceOf(MigrationSqliteDialect.class);
			assertThat(factory.getProperties()).containsEntry(STRATEGY, "individually");
		});
	}

	@Test
	void aDataSourceBeanOfTheApplicationHasIt() {
		this.application.withBean(DataSource.class, () -> new LazyConnectionDataSourceProxy(this.database.dataSource()))
			.run((context) -> {
				EntityManagerFactory factory = context.getBean(EntityManagerFactory.class);
				assertThat(dialect(factory)).isExactlyInstanceOf(MigrationSqliteDialect.class);
				assertThat(factory.getProperties()).containsEntry(STRATEGY, "individually");
			});
	}

	@Test
	void eachFactoryOfTheApplicationHasThatOfItsOwnDatabase() {
		new ApplicationContextRunner()
			.withConfiguration(org.springframework.boot.autoconfigure.AutoConfigurations
				.of(MigrationHibernateAutoConfiguration.class))
			.withBean("sqlite", DataSource.class, this.database::dataSource)
			.withBean("h2", DataSource.class, () -> TestDatabase.create(TestDatabase.Kind.H2).dataSource())
			.withUserConfiguration(TwoFactories.class)
			.run((context) -> {
				EntityManagerFactory sqlite = context.getBean("sqliteFactory", EntityManagerFactory.class);
				assertThat(dialect(sqlite)).isExactlyInstanceOf(MigrationSqliteDialect.class);
				assertThat(sqlite.getProperties()).containsEntry(STRATEGY, "individually");
				EntityManagerFactory h2 = context.getBean("h2Factory", EntityManagerFactory.class);
				assertThat(dialect(h2)).isExactlyInstanceOf(H2Dialect.class);
				assertThat(h2.getProperties()).doesNotContainKey(STRATEGY);
			});
	}

	@Test
	void itIsThereWhereHibernateMayNotAskTheDatabase() {
		this.application.withPropertyValues("spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false")
			.run((context) -> assertThat(dialect(context.getBean(EntityManagerFactory.class)))
				.isExactlyInstanceOf(MigrationSqliteDialect.class));
	}

	@Test
	void theDialectOfTheApplicationGoesFirst() {
		this.application.withPropertyValues("spring.jpa.properties.hibernate.dialect=" + SQLiteDialect.class.getName())
			.run((context) -> assertThat(dialect(context.getBean(EntityManagerFactory.class)))
				.isExactlyInstanceOf(SQLiteDialect.class));
	}

	@Test
	void itIsNotThereIfTheMigratorIsSwitchedOff() {
		this.application.withPropertyValues("migration.enabled=false")
			.run((context) -> assertThat(dialect(context.getBean(EntityManagerFactory.class)))
				.isExactlyInstanceOf(SQLiteDialect.class));
	}

	private static Dialect dialect(EntityManagerFactory factory) {
		return factory.unwrap(SessionFactoryImplementor.class)
			.getServiceRegistry()
			.requireService(JdbcServices.class)
			.getDialect();
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = LogEntry.class)
	static class Entities {

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoFactories {

		@Bean
		LocalContainerEntityManagerFactoryBean sqliteFactory(@Qualifier("sqlite") DataSource dataSource) {
			return factory(dataSource);
		}

		@Bean
		LocalContainerEntityManagerFactoryBean h2Factory(@Qualifier("h2") DataSource dataSource) {
			return factory(dataSource);
		}

		private static LocalContainerEntityManagerFactoryBean factory(DataSource dataSource) {
			LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
			factory.setDataSource(dataSource);
			factory.setPackagesToScan(LogEntry.class.getPackageName());
			factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
			factory.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", "none"));
			return factory;
		}

	}

}
