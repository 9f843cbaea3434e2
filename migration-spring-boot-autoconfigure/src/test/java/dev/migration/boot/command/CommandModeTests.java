package dev.migration.boot.command;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migration.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Command mode ends the process, so it is tried in one of its own.
 */
class CommandModeTests {

	@TempDir
	private Path folder;

	private String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

	private Path directory = Path.of("");

	private @Nullable String url;

	private String out = "";

	private String err = "";

	@Test
	void aCommandUsesTheDataSourceOfTheApplicationAndStartsNothingOfIt() throws Exception {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		assertThat(run(database, "migrate", "upgrade", "head")).as(this.err).isZero();
		assertThat(this.out).contains("upgrade <base> -> 1a2b3c4d5e6f, create team").contains("is at 2b3c4d5e6f70");
		assertThat(this.out + this.err).doesNotContain("the runner ran", "the context was refreshed", "was made",
				"Tomcat", "HHH");
		assertThat(database.query("SELECT version_num FROM migration_version")).containsExactly("2b3c4d5e6f70");
	}

	@Test
	void needsNeitherHibernateNorActuatorNorAWebServer() throws Exception {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		this.classPath = Arrays.stream(this.classPath.split(File.pathSeparator))
			.filter((entry) -> !entry
				.matches(".*/[^/]*(hibernate|jpa|actuator|health|web|tomcat|servlet|jooq)[^/]*\\.jar"))
			.collect(Collectors.joining(File.pathSeparator));
		assertThat(run(database, "migrate", "upgrade", "head")).as(this.err).isZero();
		assertThat(database.query("SELECT version_num FROM migration_version")).containsExactly("2b3c4d5e6f70");
	}

	@Test
	void anApplicationWithoutMigratorSaysWhy() throws Exception {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		assertThat(run(database, "--migration.enabled=false", "migrate", "current")).isEqualTo(1);
		assertThat(this.out).isEmpty();
		assertThat(this.err).contains("APPLICATION FAILED TO START", "no migrator").doesNotContain("\tat ");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					--migration.databases.audit.driver-class-name=com.nope.D | The JDBC driver 'com.nope.D'    | driver-class-name
					--migration.lock-timeout=soon                            | Failed to bind properties         | 'soon'
					""")
	void aConfigurationThatMakesNoSenseIsSaidWithoutAStackTrace(String property, String what, String value)
			throws Exception {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		String url = "--migration.databases.audit.url=sqlite:///" + this.folder.resolve("audit.db");
		assertThat(run(database, url, property, "migrate", "current")).as(this.err).isEqualTo(1);
		assertThat(this.out).isEmpty();
		assertThat(this.err).contains("APPLICATION FAILED TO START", "Description:", what, value, "Action:")
			.doesNotContain("\tat ", "Exception encountered");
		assertThat(run(database, url, property, "migrate", "current", "--stacktrace")).isEqualTo(1);
		assertThat(this.err).contains("\tat ", "APPLICATION FAILED TO START");
	}

	@Test
	void argumentsHooksAndListenersAreThoseOfTheApplication() throws Exception {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		assertThat(run(database, "--migration.arguments.tenant=acme", "--migration.arguments.region=eu", "migrate",
				"upgrade", "head", "-x", "region=us", "--tag", "nightly"))
			.as(this.err)
			.isZero();
		assertThat(this.err).contains("the hook saw {region=us, tenant=acme} tagged nightly", "upgrade 2b3c4d5e6f70");
		assertThat(run(database, "migrate", "upgrade", "head")).isZero();
		assertThat(this.err).doesNotContain("the hook");
	}

	@Test
	void sqlForANamedDialectNeedsNoDatabaseWhateverIsConfigured() throws Exception {
		assertThat(run("no database at all", "--migration.databases.orders.url=nonsense:",
				"--migration.databases.orders.locations=classpath:db/revisions", "--DATABASE_URL=nonsense", "migrate",
				"upgrade", "--sql", "--dialect", "postgresql", "head", "--database", "orders"))
			.as(this.err)
			.isZero();
		assertThat(this.out).startsWith("-- Upgrades a database from <base> to 2b3c4d5e6f70.\n").endsWith("COMMIT;\n");
		assertThat(run("no database at all", "migrate", "downgrade", "--sql", "--dialect", "sqlite", "head:base"))
			.as(this.err)
			.isZero();
		assertThat(this.out).startsWith("-- Downgrades a database from 2b3c4d5e6f70 to <base>.\n");
	}

	@Test
	void onlyTheDatabaseOfTheCommandIsOpened() throws Exception {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		Path audit = this.folder.resolve("audit.db");
		assertThat(run(database, "--migration.databases.orders.data-source=dataSource",
				"--migration.databases.orders.locations=classpath:db/orders",
				"--migration.databases.orders.on-startup=upgrade", "--migration.databases.audit.on-startup=upgrade",
				"--migration.databases.audit.url=sqlite:///" + audit, "migrate", "current"))
			.as(this.err)
			.isZero();
		assertThat(this.out).isEqualTo("<base>\n");
		assertThat(audit).doesNotExist();
	}

	@Test
	void aCommandDoesNotGuessTheDatabase() throws Exception {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		String[] databases = { "--migration.databases.orders.url=sqlite:///" + this.folder.resolve("orders.db"),
				"--migration.databases.orders.locations=classpath:db/orders",
				"--migration.databases.audit.url=sqlite:///" + this.folder.resolve("audit.db") };
		assertThat(run(database, with(databases, "migrate", "current"))).isEqualTo(2);
		assertThat(this.err).contains("There are several databases and none is primary: ", "--database NAME")
			.doesNotContain("\tat ");
		assertThat(run(database, with(databases, "migrate", "upgrade", "head", "--database", "orders"))).as(this.err)
			.isZero();
		assertThat(this.out).contains("orders.db is at 0a1");
	}

	@Test
	void aProjectCanBePreparedBeforeItHasADatabase() throws Exception {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		Path project = Files.createDirectories(this.folder.resolve("my project/src/main")).getParent().getParent();
		this.directory = project;
		assertThat(run(database, "--migration.enabled=false", "migrate", "init")).as(this.err).isZero();
		assertThat(this.out).contains("created src/main/java/db/revisions/package-info.java\n", "created migrate\n");
		assertThat(project.resolve("migrate")).content().contains("'" + CommandApplication.class.getName() + "'");
		assertThat(run(database, "--migration.enabled=false", "migrate", "list-templates")).isZero();
		assertThat(this.out).contains("migration/revision.sql.mustache");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "revision -m x", "merge 1a2b 2b3c --splice", "edit base", "list-templates", "history", "init" })
	void aDatabaseThatIsNotThereDoesNotHinder(String command) throws Exception {
		Files.createDirectories(this.folder.resolve("src/main"));
		this.directory = this.folder;
		List<String> arguments = new ArrayList<>(List.of("migrate"));
		arguments.addAll(List.of(command.split(" ")));
		this.url = "jdbc:postgresql://127.0.0.1:1/nowhere";
		int code = run(TestDatabase.create(TestDatabase.Kind.SQLITE), arguments.toArray(String[]::new));
		assertThat(code).as(this.err).isEqualTo(command.startsWith("edit") ? 3 : 0);
	}

	private static String[] with(String[] first, String... then) {
		return Stream.concat(Arrays.stream(first), Arrays.stream(then)).toArray(String[]::new);
	}

	private int run(TestDatabase database, String... arguments) throws Exception {
		return run(database.jdbcUrl(), arguments);
	}

	private int run(String jdbcUrl, String... arguments) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-cp", this.classPath,
						"-Dtest.url=" + ((this.url != null) ? this.url : jdbcUrl), CommandApplication.class.getName()));
		command.addAll(List.of(arguments));
		Path outFile = this.folder.resolve("out.txt");
		Path errFile = this.folder.resolve("err.txt");
		int code = new ProcessBuilder(command).directory(this.directory.toAbsolutePath().toFile())
			.redirectOutput(outFile.toFile())
			.redirectError(errFile.toFile())
			.start()
			.waitFor();
		this.out = Files.readString(outFile, StandardCharsets.UTF_8);
		this.err = Files.readString(errFile, StandardCharsets.UTF_8);
		return code;
	}

}
