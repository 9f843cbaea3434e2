package dev.migration.boot.env;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DatabaseUrlEnvironmentPostProcessor}, each in an application of its
 * own.
 */
class DatabaseUrlEnvironmentPostProcessorTests {

	private static final String POSTGRES = "postgresql://user:pass@host/db";

	private static final String POSTGRES_JDBC = "jdbc:postgresql://host/db";

	@TempDir
	Path directory;

	private final Map<String, Object> variables = new HashMap<>();

	private final Map<String, Object> systemProperties = new HashMap<>();

	private final Map<String, Object> testProperties = new HashMap<>();

	private final List<String> arguments = new ArrayList<>();

	@Test
	void environmentVariableDescribesTheDataSource() {
		this.variables.put("DATABASE_URL", POSTGRES);
		assertDataSource(POSTGRES_JDBC, "user", "pass");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  " })
	void blankVariableDoesNothing(String blank) throws IOException {
		this.variables.put("DATABASE_URL", blank);
		file("application.properties", "spring.datasource.url=jdbc:h2:mem:file");
		assertDataSource("jdbc:h2:mem:file", "sa", "");
	}

	@Test
	void missingVariableDoesNothing() throws IOException {
		file("application.properties", "spring.datasource.url=jdbc:h2:mem:file\nspring.datasource.username=file");
		assertDataSource("jdbc:h2:mem:file", "file", "");
	}

	@Test
	void winsOverApplicationProperties() throws IOException {
		this.variables.put("DATABASE_URL", POSTGRES);
		file("application.properties", "spring.datasource.url=jdbc:h2:mem:file\nspring.datasource.username=file\n"
				+ "spring.datasource.password=file");
		assertDataSource(POSTGRES_JDBC, "user", "pass");
	}

	@Test
	void winsOverProfileSpecificProperties() throws IOException {
		this.variables.put("DATABASE_URL", POSTGRES);
		file("application-x.properties", "spring.datasource.url=jdbc:h2:mem:file\nspring.datasource.username=file");
		this.arguments.add("--spring.profiles.active=x");
		assertDataSource(POSTGRES_JDBC, "user", "pass");
	}

	@Test
	void winsOverApplicationPropertiesWhenGivenAsSystemProperty() throws IOException {
		this.systemProperties.put("DATABASE_URL", POSTGRES);
		file("application.properties", "spring.datasource.url=jdbc:h2:mem:file");
		assertDataSource(POSTGRES_JDBC, "user", "pass");
	}

	@Test
	void winsOverProfileSpecificPropertiesWhenGivenAsArgument() throws IOException {
		file("application-x.properties", "spring.datasource.url=jdbc:h2:mem:file");
		this.arguments.addAll(List.of("--spring.profiles.active=x", "--DATABASE_URL=" + POSTGRES));
		assertDataSource(POSTGRES_JDBC, "user", "pass");
	}

	@Test
	void winsOverTheFileThatImportsItFromDotEnv() throws IOException {
		file(".env", "DATABASE_URL=" + POSTGRES);
		file("application.properties", "spring.datasource.url=jdbc:h2:mem:file\n" + "spring.config.import=file:"
				+ this.directory + "/.env[.properties]");
		assertDataSource(POSTGRES_JDBC, "user", "pass");
	}

	@Test
	void springDatasourceUrlVariableWinsAndTakesNoLogin() {
		this.variables.put("DATABASE_URL", POSTGRES);
		this.variables.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://other/db");
		assertDataSource("jdbc:postgresql://other/db", null, null);
	}

	@Test
	void springDatasourceUrlVariableWinsOverDatabaseUrlAsArgument() {
		this.arguments.add("--DATABASE_URL=" + POSTGRES);
		this.variables.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://other/db");
		assertDataSource("jdbc:postgresql://other/db", null, null);
	}

	@Test
	void springDatasourceUrlVariableLeavesTheLoginOfApplicationProperties() throws IOException {
		this.variables.put("DATABASE_URL", POSTGRES);
		this.variables.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://other/db");
		file("application.properties", "spring.datasource.username=file\nspring.datasource.password=word");
		assertDataSource("jdbc:postgresql://other/db", "file", "word");
	}

	@Test
	void commandLineWins() {
		this.variables.put("DATABASE_URL", POSTGRES);
		this.arguments.add("--spring.datasource.url=jdbc:postgresql://other/db");
		assertDataSource("jdbc:postgresql://other/db", null, null);
	}

	@Test
	void systemPropertyWins() {
		this.variables.put("DATABASE_URL", POSTGRES);
		this.systemProperties.put("spring.datasource.url", "jdbc:postgresql://other/db");
		assertDataSource("jdbc:postgresql://other/db", null, null);
	}

	@Test
	void testPropertyWins() {
		this.variables.put("DATABASE_URL", POSTGRES);
		this.testProperties.put("spring.datasource.url", "jdbc:postgresql://other/db");
		assertDataSource("jdbc:postgresql://other/db", null, null);
	}

	@Test
	void testPropertyThatIsAddedLateWinsAndTakesNoLogin() {
		this.variables.put("DATABASE_URL", POSTGRES);
		SpringApplication application = application();
		application.addInitializers((context) -> context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("late", Map.of("spring.datasource.url", "jdbc:postgresql://other/db"))));
		assertDataSource(application, "jdbc:postgresql://other/db", null, null);
	}

	@Test
	void brokenUrlIsOfNoInterestWhenAnotherUrlWins() {
		this.variables.put("DATABASE_URL", "mongodb://user:secret@host");
		this.variables.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://other/db");
		assertDataSource("jdbc:postgresql://other/db", null, null);
	}

	@Test
	void userOfApplicationPropertiesIsNotCombinedWithAUrlWithoutUser() throws IOException {
		this.variables.put("DATABASE_URL", "postgresql://host/db");
		file("application.properties", "spring.datasource.username=file\nspring.datasource.password=file");
		assertDataSource(POSTGRES_JDBC, null, null);
	}

	@Test
	void passwordOfApplicationPropertiesIsNotCombinedWithAUrlWithoutPassword() throws IOException {
		this.variables.put("DATABASE_URL", "postgresql://user@host/db");
		file("application.properties", "spring.datasource.password=file");
		assertDataSource(POSTGRES_JDBC, "user", null);
	}

	@Test
	void usernameVariableCombinesWithAUrlWithoutUser() {
		this.variables.put("DATABASE_URL", "jdbc:postgresql://host/db");
		this.variables.put("SPRING_DATASOURCE_USERNAME", "user");
		this.variables.put("SPRING_DATASOURCE_PASSWORD", "pass");
		assertDataSource(POSTGRES_JDBC, "user", "pass");
	}

	@Test
	void driverOfApplicationPropertiesIsNotUsedForTheUrl() throws IOException {
		this.variables.put("DATABASE_URL", "sqlite:///name.db");
		file("application.properties", "spring.datasource.driver-class-name=org.h2.Driver");
		try (ConfigurableApplicationContext context = application().run()) {
			assertThat(context.getBean(DataSourceProperties.class).determineDriverClassName())
				.isEqualTo("org.sqlite.JDBC");
		}
	}

	@Test
	void driverOfApplicationPropertiesServesAJdbcUrlThatBootDoesNotKnow() throws IOException {
		this.variables.put("DATABASE_URL", "jdbc:unheard:of");
		file("application.properties", "spring.datasource.driver-class-name=org.h2.Driver");
		try (ConfigurableApplicationContext context = application().run()) {
			assertThat(context.getBean(DataSourceProperties.class).determineDriverClassName())
				.isEqualTo("org.h2.Driver");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "${HOME}", "a${b}c", "a${b", "${", "$%7B", "\\${x:y}", "${x:${y}}", "$", "#{1}", "a\\b" })
	void passwordIsNoPlaceholder(String password) {
		this.variables.put("HOME", "/home");
		this.variables.put("DATABASE_URL", "postgresql://user:" + PercentEncoding.encode(password) + "@host/db");
		try (ConfigurableApplicationContext context = application().run(args())) {
			assertThat(context.getBean(DataSourceProperties.class).getPassword()).isEqualTo(password);
			assertThat(context.getEnvironment().getProperty("spring.datasource.password")).isEqualTo(password);
		}
	}

	@Test
	void placeholderInTheVariableIsResolved() {
		this.variables.put("DATABASE_URL", "postgresql://user:${DB_PASSWORD}@host/db");
		this.variables.put("DB_PASSWORD", "pass");
		assertDataSource(POSTGRES_JDBC, "user", "pass");
	}

	@Test
	void placeholderThatNobodyKnowsIsPartOfThePassword() {
		this.variables.put("DATABASE_URL", "postgresql://user:a${b}c@host/db");
		assertDataSource(POSTGRES_JDBC, "user", "a${b}c");
	}

	private void assertDataSource(String url, String username, String password) {
		assertDataSource(application(), url, username, password);
	}

	private void assertDataSource(SpringApplication application, String url, String username, String password) {
		try (ConfigurableApplicationContext context = application.run(args())) {
			DataSourceProperties properties = context.getBean(DataSourceProperties.class);
			assertThat(properties.determineUrl()).isEqualTo(url);
			assertThat(properties.determineUsername()).isEqualTo(username);
			assertThat(properties.determinePassword()).isEqualTo(password);
			Environment environment = context.getEnvironment();
			assertThat(environment.getProperty("spring.datasource.url")).isEqualTo(url);
		}
	}

	private SpringApplication application() {
		StandardEnvironment environment = new StandardEnvironment();
		replaceSystemSources(environment);
		environment.getPropertySources().addFirst(new MapPropertySource("test", this.testProperties));
		SpringApplication application = new SpringApplication(Properties.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setEnvironment(environment);
		return application;
	}

	private void replaceSystemSources(ConfigurableEnvironment environment) {
		this.systemProperties.put("spring.config.location", "file:" + this.directory + "/");
		environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, this.variables));
		environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, new MapPropertySource(
					StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, this.systemProperties));
	}

	private String[] args() {
		return this.arguments.toArray(String[]::new);
	}

	private void file(String name, String content) throws IOException {
		Files.writeString(this.directory.resolve(name), content);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(DataSourceProperties.class)
	static class Properties {

	}

}
