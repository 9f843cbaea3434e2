package dev.migration.boot.autoconfigure;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is set for all databases, and for one of them.
 */
class MigratorSettingsTests {

	private static final String FILE = """
			-- revision: %s
			-- placeholders: table
			-- upgrade
			CREATE TABLE ${table} (name varchar(40) DEFAULT '%s');
			""";

	@TempDir
	private Path folder;

	private final TestDatabase orders = TestDatabase.create(TestDatabase.Kind.SQLITE);

	private final TestDatabase audit = TestDatabase.create(TestDatabase.Kind.SQLITE);

	private final ApplicationContextRunner single = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class,
				MigratorsAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + this.orders.jdbcUrl(), "migration.arguments.table=team");

	private ApplicationContextRunner both = this.single;

	@BeforeEach
	void writeRevisions() throws IOException {
		write("orders", "a", StandardCharsets.UTF_8);
		write("audit", "b", StandardCharsets.UTF_8);
		this.both = this.single.withPropertyValues("migration.databases.orders.data-source=dataSource",
				"migration.databases.orders.locations=" + location("orders"),
				"migration.databases.audit.url=" + this.audit.jdbcUrl(),
				"migration.databases.audit.locations=" + location("audit"));
	}

	private void write(String database, String id, Charset encoding) throws IOException {
		Files.createDirectories(this.folder.resolve(database));
		Files.writeString(this.folder.resolve(database + "/" + id + ".sql"), FILE.formatted(id, "gr\u00fcn"), encoding);
	}

	private String location(String database) {
		return "filesystem:" + this.folder.resolve(database);
	}

	private static String defaultOf(TestDatabase database, String table) {
		database.execute("INSERT INTO " + table + " DEFAULT VALUES");
		return database.query("SELECT name FROM " + table).get(0);
	}

	@Test
	void theEncodingIsThatOfTheFiles() throws IOException {
		write("orders", "a", StandardCharsets.ISO_8859_1);
		this.single.withPropertyValues("migration.locations=" + location("orders"), "migration.encoding=ISO-8859-1")
			.run((context) -> assertThat(defaultOf(this.orders, "team")).isEqualTo("gr\u00fcn"));
	}

	@Test
	void theHistorySaysWhoExecutes() {
		this.both
			.withPropertyValues("migration.executed-by=deployment", "migration.databases.audit.executed-by=auditor")
			.run((context) -> {
				assertThat(this.orders.query("SELECT executed_by FROM migration_history"))
					.containsExactly("deployment");
				assertThat(this.audit.query("SELECT executed_by FROM migration_history")).containsExactly("auditor");
			});
	}

	@Test
	void aDatabaseWithTablesIsStampedWhereThatIsAskedFor() {
		this.orders.execute("CREATE TABLE team (id integer)");
		this.both
			.withPropertyValues("migration.databases.orders.baseline-on-upgrade=true",
					"migration.databases.orders.baseline-revision=a")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(this.orders.query("SELECT direction FROM migration_history")).containsExactly("stamp");
				assertThat(this.audit.query("SELECT direction FROM migration_history")).containsExactly("upgrade");
			});
	}

	@Test
	void aValidationStampsNothingAndFails() {
		this.orders.execute("CREATE TABLE team (id integer)");
		this.single
			.withPropertyValues("migration.locations=" + location("orders"), "migration.on-startup=validate",
					"migration.baseline-on-upgrade=true", "migration.baseline-revision=a")
			.run((context) -> {
				assertThat(context).getFailure()
					.hasStackTraceContaining("The database is at base and is to be stamped with a");
				assertThat(this.orders.tables()).containsExactly("team");
			});
	}

	@Test
	void aBaselineNeedsItsRevision() {
		this.single
			.withPropertyValues("migration.locations=" + location("orders"), "migration.baseline-on-upgrade=true")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo("migration.baseline-revision")));
	}

	@Test
	void eachDatabaseCanHaveItsSchema() {
		TestDatabase shared = TestDatabase.create(TestDatabase.Kind.H2);
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(MigrationAutoConfiguration.class, MigratorsAutoConfiguration.class))
			.withPropertyValues("migration.arguments.table=team", "migration.default-schema=shop",
					"migration.databases.orders.url=" + shared.jdbcUrl(),
					"migration.databases.orders.user=" + shared.user(),
					"migration.databases.orders.password=" + shared.password(),
					"migration.databases.orders.locations=" + location("orders"),
					"migration.databases.audit.url=" + shared.jdbcUrl(),
					"migration.databases.audit.user=" + shared.user(),
					"migration.databases.audit.password=" + shared.password(),
					"migration.databases.audit.locations=" + location("audit"),
					"migration.databases.audit.default-schema=audit")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(shared.query("SELECT version_num FROM shop.migration_version")).containsExactly("a");
				assertThat(shared.query("SELECT version_num FROM audit.migration_version")).containsExactly("b");
				assertThat(shared.query("SELECT count(*) FROM shop.team")).containsExactly("0");
			});
	}

	@Test
	void oneDatabaseCanHaveAnotherEncodingAndOtherValues() throws IOException {
		write("audit", "b", StandardCharsets.ISO_8859_1);
		this.both
			.withPropertyValues("migration.databases.audit.encoding=ISO-8859-1",
					"migration.databases.audit.arguments.table=event")
			.run((context) -> {
				assertThat(defaultOf(this.orders, "team")).isEqualTo("gr\u00fcn");
				assertThat(defaultOf(this.audit, "event")).isEqualTo("gr\u00fcn");
			});
	}

}
