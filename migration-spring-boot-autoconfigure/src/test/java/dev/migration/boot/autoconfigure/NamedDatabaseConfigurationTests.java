package dev.migration.boot.autoconfigure;

import javax.sql.DataSource;

import dev.migration.MigrationException;
import dev.migration.Migrators;
import dev.migration.UnknownDatabaseException;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which {@code DataSource} a database has, which database is the primary one, and what is
 * refused.
 */
class NamedDatabaseConfigurationTests {

	private final TestDatabase orders = TestDatabase.create(TestDatabase.Kind.SQLITE);

	private final TestDatabase audit = TestDatabase.create(TestDatabase.Kind.SQLITE);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MigrationAutoConfiguration.class, MigratorsAutoConfiguration.class))
		.withPropertyValues("migration.databases.orders.locations=classpath:db/orders",
				"migration.databases.audit.locations=classpath:db/audit");

	@ParameterizedTest
	@ValueSource(strings = { "audit", "auditDataSource" })
	void theBeanOfTheNameIsTheDataSource(String bean) {
		this.contextRunner.withBean("orders", DataSource.class, this.orders::dataSource)
			.withBean(bean, DataSource.class, this.audit::dataSource)
			.run((context) -> {
				assertThat(this.orders.tables()).contains("purchase");
				assertThat(this.audit.tables()).contains("event");
			});
	}

	@Test
	void theBeanWithTheQualifierIsTheDataSource() {
		this.contextRunner.withBean(TestDatabase.class, () -> this.audit)
			.withUserConfiguration(QualifiedDataSource.class)
			.withBean("orders", DataSource.class, this.orders::dataSource)
			.run((context) -> assertThat(this.audit.tables()).contains("event"));
	}

	@Test
	void aBeanGoesBeforeTheUrl() {
		onBeans().withPropertyValues("migration.databases.audit.url=postgresql://127.0.0.1:1/x")
			.run((context) -> assertThat(this.audit.tables()).contains("event"));
	}

	@Test
	void aNameWithADashIsWrittenAsTheOthersWriteIt() {
		this.contextRunner.withBean("orders", DataSource.class, this.orders::dataSource)
			.withBean("audit", DataSource.class, this.orders::dataSource)
			.withBean("auditTrailDataSource", DataSource.class, this.audit::dataSource)
			.withPropertyValues("migration.databases.audit.on-startup=none",
					"migration.databases.audit-trail.locations=classpath:db/audit")
			.run((context) -> {
				assertThat(context).hasBean("auditTrailMigrator");
				assertThat(this.audit.tables()).contains("event");
			});
	}

	@Test
	void withoutADataSourceItSaysHowToGiveOne() {
		this.contextRunner.withBean("orders", DataSource.class, this.orders::dataSource)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(MigrationException.class, (failure) -> {
					assertThat(failure).hasMessage("There is no DataSource for the database 'audit'");
					assertThat(failure.getAction()).contains("'auditDataSource'", "@Qualifier(\"audit\")",
							"'migration.databases.audit.data-source'", "'migration.databases.audit.url'",
							"'AUDIT_DATABASE_URL'");
				}));
	}

	@Test
	void aBeanThatIsNotThereIsAnsweredWithThoseThatAre() {
		onBeans().withPropertyValues("migration.databases.audit.data-source=lost")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(MigrationException.class, (failure) -> {
					assertThat(failure).hasMessage("There is no DataSource bean 'lost' for the database 'audit'");
					assertThat(failure.getAction()).contains("orders, audit");
				}));
	}

	@Test
	void theMarkedDatabaseIsThePrimaryOne() {
		onBeans().withPropertyValues("migration.databases.audit.primary=true").run((context) -> {
			assertThat(context.getBean(Migrators.class).names()).containsExactly("audit", "orders");
			assertThat(context.getBean(Migrators.class).primary()).isSameAs(context.getBean("auditMigrator"));
		});
	}

	@Test
	void theDatabaseOfThePrimaryDataSourceIsThePrimaryOne() {
		this.contextRunner.withBean("orders", DataSource.class, this.orders::dataSource)
			.withBean("audit", DataSource.class, this.audit::dataSource, (definition) -> definition.setPrimary(true))
			.run((context) -> assertThat(context.getBean(Migrators.class).names()).containsExactly("audit", "orders"));
	}

	@Test
	void theOnlyNamedDatabaseIsThePrimaryOne() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(MigrationAutoConfiguration.class, MigratorsAutoConfiguration.class))
			.withPropertyValues("migration.databases.audit.locations=classpath:db/audit")
			.withBean("audit", DataSource.class, this.audit::dataSource)
			.withBean("other", DataSource.class, this.orders::dataSource)
			.run((context) -> assertThat(context.getBean(Migrators.class).primary())
				.isSameAs(context.getBean("auditMigrator")));
	}

	@Test
	void withoutAPrimaryOneMustBeNamed() {
		onBeans().run((context) -> assertThatExceptionOfType(UnknownDatabaseException.class)
			.isThrownBy(() -> context.getBean(Migrators.class).primary())
			.withMessageContaining("orders, audit"));
	}

	@Test
	void twoPrimariesAreRefused() {
		onBeans()
			.withPropertyValues("migration.databases.audit.primary=true", "migration.databases.orders.primary=true")
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("Several databases are marked as primary: orders, audit"));
	}

	@Test
	void aLocationInsideOfThatOfAnotherDatabaseIsRefused() {
		onBeans().withPropertyValues("migration.databases.orders.locations=classpath:/db")
			.run((context) -> assertThat(context).getFailure()
				.hasMessage("The database 'orders' would also run the revisions of 'audit': "
						+ "'classpath:db/audit' is inside of 'classpath:/db'"));
	}

	@Test
	void databasesCanShareTheirRevisions() {
		onBeans().withPropertyValues("migration.databases.orders.locations=classpath:db/audit")
			.run((context) -> assertThat(this.orders.tables()).isEqualTo(this.audit.tables()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Audit", "audit_trail", "1audit", "audit-", "au--dit" })
	void aNameThatCannotBeWrittenEverywhereIsRefused(String name) {
		onBeans().withPropertyValues("migration.databases." + name + ".primary=true")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(MigrationException.class)
				.hasMessage("'" + name + "' under 'migration.databases' cannot be the name of a database"));
	}

	@Test
	void theRevisionsAreInTheFolderOfTheNameByDefault() {
		MockEnvironment environment = new MockEnvironment().withProperty("migration.locations", "classpath:other")
			.withProperty("migration.databases.audit-trail.primary", "true");
		assertThat(NamedDatabase.of(environment)).singleElement()
			.satisfies((database) -> assertThat(database.locations().locations())
				.containsExactly("classpath:db/revisions/audit-trail"));
	}

	@Test
	void aNameAloneMakesADatabase() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(MigrationAutoConfiguration.class, MigratorsAutoConfiguration.class))
			.withPropertyValues("migration.databases.audit=", "migration.on-startup=none")
			.withBean("audit", DataSource.class, this.audit::dataSource)
			.run((context) -> assertThat(context).hasBean("auditMigrator"));
	}

	@Test
	void theBeansCanBeProcessedAheadOfTime() {
		InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			TestPropertyValues.of("migration.databases.audit.url=" + this.audit.databaseUrl()).applyTo(context);
			context.register(MigrationAutoConfiguration.class, MigratorsAutoConfiguration.class);
			DefaultGenerationContext generation = new DefaultGenerationContext(
					new ClassNameGenerator(ClassName.get("dev.migration", "Application")), files);
			new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
			generation.writeGeneratedContent();
		}
		assertThat(files.getGeneratedFiles(Kind.SOURCE).keySet())
			.anyMatch((file) -> file.contains("NamedDatabaseBeans__BeanDefinitions")
					|| file.contains("MigrationRunner__BeanDefinitions"));
		assertThat(this.audit.tables()).isEmpty();
	}

	private ApplicationContextRunner onBeans() {
		return this.contextRunner.withBean("orders", DataSource.class, this.orders::dataSource)
			.withBean("audit", DataSource.class, this.audit::dataSource);
	}

	@Configuration(proxyBeanMethods = false)
	static class QualifiedDataSource {

		@Bean
		@Qualifier("audit")
		DataSource trail(TestDatabase database) {
			return database.dataSource();
		}

	}

}
