package dev.migration.boot.autoconfigure;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import com.example.shop.audit.LogEntry;
import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;
import dev.migration.boot.autoconfigure.FailingStart.Report;
import dev.migration.boot.jpa.MigrationEntitiesAutoConfiguration;
import dev.migration.boot.jpa.MigrationHibernateAutoConfiguration;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the console shows when the configuration, or the way to the database, keeps an
 * application from starting.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartupConfigurationFailureTests {

	private static final String CHECK = "Check that the database is up and that the URL, the user and its rights are right.";

	private final TestDatabase database = TestDatabase.create(Kind.SQLITE);

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					migration.url=postgres//ann:hush@host               | migration.url is '***', which cannot be understood: it does not begin with a scheme such as 'postgresql://'.
					migration.databases.audit.url=nope://ann:hush@host/x | migration.databases.audit.url is 'nope://ann:***@host/x', which cannot be understood: the scheme 'nope' is not known.
					""")
	void aUrlThatIsNone(String property, String description, CapturedOutput output) {
		Report report = start(output).with(property).fails();
		assertThat(report.description()).isEqualTo(description);
		assertThat(report.action())
			.startsWith("Correct " + property.replaceFirst("=.*", "") + ". These forms are accepted:")
			.contains("postgresql://user:password@host:5432/name?sslmode=require", "sqlite:///./name.db");
		assertThat(report.output()).doesNotContain("hush");
	}

	@Test
	void aDatabaseThatCannotBeReached(CapturedOutput output) {
		String refused = "Connection to 127.0.0.1:1 refused. Check that the hostname and port are correct and that the "
				+ "postmaster is accepting TCP/IP connections.";
		for (String url : List.of("migration.url=postgresql://ann:hush@127.0.0.1:1/shop",
				"spring.datasource.url=jdbc:postgresql://127.0.0.1:1/shop?user=ann&password=hush")) {
			Report report = start(output).with(url, "spring.datasource.hikari.connection-timeout=250").fails();
			assertThat(report.description()).isEqualTo("The database cannot be reached: " + refused);
			assertThat(report.action()).isEqualTo(CHECK);
			assertThat(report.output()).doesNotContain("hush");
		}
		Report vendor = start(output)
			.with("migration.url=postgresql://ann:hush@127.0.0.1:1/shop", "migration.locations=classpath:db/{vendor}")
			.fails();
		assertThat(vendor.description())
			.isEqualTo("'{vendor}' in the locations cannot be resolved, as the database cannot be reached: " + refused);
		assertThat(vendor.action()).isEqualTo("Correct the connection, or write the locations without '{vendor}'.");
	}

	@Test
	void aWrongPassword(CapturedOutput output) {
		TestDatabase h2 = TestDatabase.create(Kind.H2);
		h2.execute("CREATE USER ann PASSWORD 'secret' ADMIN");
		Report report = start(output).on(h2).with("migration.user=ann", "migration.password=hush").fails();
		assertThat(report.description())
			.isEqualTo("The database cannot be reached: Wrong user name or password [28000-240]");
		assertThat(report.action()).isEqualTo(CHECK);
		assertThat(report.output()).doesNotContain("hush");
	}

	@Test
	void aUserWithTooFewRights(CapturedOutput output) {
		TestDatabase postgresql = TestDatabase.create(Kind.POSTGRESQL);
		postgresql.execute("CREATE ROLE guest LOGIN PASSWORD 'hush'", "REVOKE CREATE ON SCHEMA public FROM public");
		Report report = start(output).on(postgresql).with("migration.user=guest", "migration.password=hush").fails();
		assertThat(report.description()).startsWith("The database refused what the migration itself needs: ERROR: "
				+ "permission denied for schema public");
		assertThat(report.action()).isEqualTo("Check that the user may create, read and write the version table and "
				+ "the history table, and that 'migration.version-table' and 'migration.history-table' name no table of "
				+ "another kind.");
	}

	@Test
	void aVersionTableThatIsAnotherTable(CapturedOutput output) {
		this.database.execute("CREATE TABLE team (id integer)");
		Report report = start(output).with("migration.version-table=team").fails();
		assertThat(report.description())
			.isEqualTo("The database refused what the migration itself needs: [SQLITE_ERROR] "
					+ "SQL error or missing database (no such column: version_num)");
		assertThat(report.action()).endsWith("name no table of another kind.");
	}

	@Test
	void anUnsupportedDatabase(CapturedOutput output) {
		Report report = start(output)
			.with("spring.datasource.url=jdbc:hsqldb:mem:" + UUID.randomUUID(), "spring.datasource.username=sa")
			.fails();
		assertThat(report.description()).isEqualTo("There is no dialect for the database 'HSQL Database Engine'");
		assertThat(report.action())
			.isEqualTo("Use one of postgresql, sqlite, h2, mariadb, mysql, or register a dialect of " + "your own.");
	}

	@Test
	void aDriverThatIsNotThere(CapturedOutput output) {
		Report missing = start(output).with("migration.url=mysql://ann:hush@host/shop")
			.with(new FilteredClassLoader("com.mysql."))
			.fails();
		assertThat(missing.description()).isEqualTo(
				"migration.url asks for MYSQL, but its JDBC driver com.mysql.cj.jdbc.Driver is not on the class path.");
		assertThat(missing.action()).isEqualTo(
				"Add the dependency 'com.mysql:mysql-connector-j' with scope 'runtime'; Spring Boot manages its version.");
		for (String database : List.of("migration.", "migration.databases.audit.")) {
			Report named = start(output)
				.with(database + "url=sqlite://", database + "driver-class-name=com.acme.Driver")
				.fails();
			assertThat(named.description()).isEqualTo("The JDBC driver 'com.acme.Driver' of '" + database
					+ "driver-class-name' is not on the class path");
			assertThat(named.action()).isEqualTo("Correct '" + database
					+ "driver-class-name', or leave it out: the driver "
					+ "is then that of the URL. If the name is right, add the dependency that has it, with scope 'runtime'.");
		}
	}

	@Test
	void aDriverForAnotherDatabase(CapturedOutput output) {
		Report report = start(output)
			.with("migration.url=sqlite://", "migration.driver-class-name=org.mariadb.jdbc.Driver")
			.fails();
		assertThat(report.description()).isEqualTo("The database cannot be reached: the driver does not take this URL");
		assertThat(report.action())
			.isEqualTo("Correct the URL, or the class of the driver: unless one is set, it is that of the URL.");
	}

	@Test
	void severalDataSources(CapturedOutput output) {
		Report report = start(output).with(TwoDataSources.class).fails();
		assertThat(report.description()).isEqualTo("There are several DataSources and none is primary: one, two");
		assertThat(report.action()).isEqualTo(
				"""
						Say which database is migrated, in one of these ways:

							@Primary at one of the DataSource beans
							@MigrationDataSource at the one that revisions run on, with @Bean(defaultCandidate = false) if the application \
						uses another
							'migration.url'
							'migration.databases.<name>', to migrate several
							'migration.enabled=false', to migrate none""");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					lock-timeout=-5s            | The time to wait for the migration lock cannot be -5000 ms | Set 'migration.lock-timeout' to a time such as '5m', or to '0s' to try once.
					version-table=              | The version table has no name | Set 'migration.version-table', or leave it out: it is 'migration_version' then.
					history-table=              | The history table has no name | Set 'migration.history-table', or leave it out: it is 'migration_history' then.
					history-table=MIGRATION_VERSION | The version table and the history table are both called 'migration_version' | Give one of them another name with 'migration.version-table' or 'migration.history-table'.
					""")
	void aSettingThatMakesNoSense(String property, String description, String action, CapturedOutput output) {
		Report report = start(output).with("migration." + property).fails();
		assertThat(report.description()).isEqualTo(description);
		assertThat(report.action()).isEqualTo(action);
		Report named = start(output)
			.with("migration.databases.audit.url=sqlite://", "migration.databases.audit." + property)
			.fails();
		assertThat(named.description()).isEqualTo("Database 'audit': " + description);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					lock-timeout=soon         | `'soon' is not a valid duration` | Update your application's configuration
					on-startup=sometimes      | `Value: "sometimes"`             | VALIDATE_SCHEMA
					naming-convention.ix=ix_%(nope)s | the unknown token 'nope'    | Review the value of the property
					naming-convention.ix=ix_%(table_name | begins no token; a token has the form %(table_name)s | Review the value of the property
					revision.slug-length=0    | The length must be at least 1    | Update your application's configuration
					revision.time-zone=Mars   | Unknown time-zone ID: Mars       | Update your application's configuration
					""")
	void aPropertyThatCannotBeRead(String property, String description, String action, CapturedOutput output) {
		Report report = start(output).with("migration." + property).fails();
		assertThat(report.description()).contains("migration." + property.replaceFirst("=.*", ""), description);
		assertThat(report.action()).contains(action);
	}

	@Test
	void databasesThatDoNotFitTogether(CapturedOutput output) {
		assertThat(start(output).with("migration.databases.Audit_Log.url=sqlite://").fails()).satisfies((report) -> {
			assertThat(report.description())
				.isEqualTo("'Audit_Log' under 'migration.databases' cannot be the name of a database");
			assertThat(report.action())
				.startsWith("Use lower-case letters and digits, with single dashes between them");
		});
		assertThat(start(output).with("migration.databases.audit.data-source=ledger").fails()).satisfies((report) -> {
			assertThat(report.description()).isEqualTo("There is no DataSource bean 'ledger' for the database 'audit'");
			assertThat(report.action())
				.isEqualTo("Correct 'migration.databases.audit.data-source'. The DataSource beans are: dataSource.");
		});
		assertThat(start(output).with("migration.databases.audit.on-startup=upgrade").fails()).satisfies((report) -> {
			assertThat(report.description()).isEqualTo("There is no DataSource for the database 'audit'");
			assertThat(report.action()).contains("'migration.databases.audit.url'", "'AUDIT_DATABASE_URL'");
		});
		FailingStart both = start(output).with("migration.databases.a.url=sqlite://",
				"migration.databases.b.url=sqlite://", "migration.databases.a.locations=classpath:db",
				"migration.databases.b.locations=classpath:db/x");
		assertThat(both.fails().description()).isEqualTo(
				"The database 'a' would also run the revisions of 'b': 'classpath:db/x' is inside of 'classpath:db'");
		both.with("migration.databases.a.primary=true", "migration.databases.b.primary=true",
				"migration.databases.a.locations=classpath:db/y");
		assertThat(both.fails()).satisfies((report) -> {
			assertThat(report.description()).startsWith("Several databases are marked as primary: ").contains("a", "b");
			assertThat(report.action()).isEqualTo("Leave 'migration.databases.<name>.primary' at one of them.");
		});
	}

	@Test
	void anErrorOfOneOfSeveralDatabasesNamesIt(CapturedOutput output) {
		Report report = start(output)
			.with("migration.databases.audit.url=sqlite://", "migration.databases.audit.locations=classpath:db/failing")
			.fails();
		assertThat(report.description()).startsWith(
				"Database 'audit': The upgrade of revision a2 (fails half way) [db/failing/a2_fails.sql] failed");
		assertThat(report.action())
			.isEqualTo("Mend the revision and run it again. The database is as it was before this revision.");
		Report nowhere = start(output)
			.with("migration.databases.audit.url=sqlite://", "migration.databases.audit.locations=classpath:db/audit")
			.with(Stray.class)
			.fails();
		assertThat(nowhere.description()).isEqualTo("Database 'audit': The revisions do not form a valid graph:\n  - "
				+ Stray.class.getName() + ": it is a bean, and its package is in the locations of no database");
	}

	@Test
	void eachOfSeveralDatabasesMayBeAheadOrNot(CapturedOutput output) {
		FailingStart start = start(output).revision("b1", "a1", "SELECT 1;")
			.with("migration.databases.shop.data-source=dataSource",
					"migration.databases.shop.locations=filesystem:" + this.folder);
		start.succeeds();
		this.folder.resolve("b1.sql").toFile().delete();
		start.with("migration.when-ahead=fail");
		assertThat(start.fails().description())
			.isEqualTo("Database 'shop': The database is ahead of this application: it also has b1");
		start.with("migration.databases.shop.when-ahead=warn").succeeds();
	}

	@Test
	void aSchemaThatIsNotWhatTheEntitiesAskFor(CapturedOutput output) {
		start(output).succeeds();
		Report drift = start(output).with(Entities.class).with("migration.on-startup=validate-schema").fails();
		assertThat(drift.description())
			.isEqualTo("The schema differs from what the application asks for: added table 'log_entry'");
		assertThat(drift.action()).isEqualTo("Write the revision that brings it there with 'migrate revision "
				+ "--autogenerate', or take the change back in the application.");
	}

	@Test
	void aComparisonWithNothingToCompareWith(CapturedOutput output) {
		start(output).succeeds();
		for (ClassLoader classLoader : List.of(getClass().getClassLoader(),
				new FilteredClassLoader("org.hibernate", "jakarta.persistence"))) {
			Report report = start(output).with("migration.on-startup=validate-schema").with(classLoader).fails();
			assertThat(report.description())
				.isEqualTo("Nothing says what the schema should be, so the database cannot be compared with it");
			assertThat(report.action())
				.isEqualTo("Add spring-boot-starter-data-jpa, so that the entities say it, or provide "
						+ "a TargetSchemaSource bean. Without Spring Boot: MigratorBuilder.targetSchema(…).");
		}
	}

	private FailingStart start(CapturedOutput output) {
		return new FailingStart(this.folder, output).on(this.database).revision("a1", "", "SELECT 1;");
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ MigrationEntitiesAutoConfiguration.class, MigrationHibernateAutoConfiguration.class,
			HibernateJpaAutoConfiguration.class })
	@EntityScan(basePackageClasses = LogEntry.class)
	static class Entities {

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoDataSources {

		@Bean
		DataSource one() {
			return DataSourceBuilder.create().url("jdbc:h2:mem:one").build();
		}

		@Bean
		DataSource two() {
			return DataSourceBuilder.create().url("jdbc:h2:mem:two").build();
		}

	}

	@Revision(id = "n1")
	static class Stray implements Migration {

		@Override
		public void upgrade(Operations op) {
		}

	}

}
