package dev.migration.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migration.boot.event.MigrationEventsAutoConfiguration;
import dev.migration.test.TestDatabase;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * A real application that does not start, and what its console shows then.
 */
class FailingStart {

	private final Path revisions;

	private final CapturedOutput output;

	private final Map<String, String> properties = new LinkedHashMap<>();

	private final Set<Class<?>> configuration = new LinkedHashSet<>(List.of(Application.class));

	private ClassLoader classLoader = FailingStart.class.getClassLoader();

	FailingStart(Path revisions, CapturedOutput output) {
		this.revisions = revisions;
		this.output = output;
		with("migration.locations=filesystem:" + revisions);
	}

	FailingStart with(String... properties) {
		for (String property : properties) {
			int equals = property.indexOf('=');
			this.properties.put(property.substring(0, equals), property.substring(equals + 1));
		}
		return this;
	}

	FailingStart on(TestDatabase database) {
		return with("spring.datasource.url=" + database.jdbcUrl(), "spring.datasource.username=" + database.user(),
				"spring.datasource.password=" + database.password());
	}

	FailingStart with(Class<?>... beans) {
		this.configuration.addAll(List.of(beans));
		return this;
	}

	FailingStart with(ClassLoader classLoader) {
		this.classLoader = classLoader;
		return this;
	}

	/**
	 * Write a revision that is an SQL file.
	 * @param id the id of the revision, which is also the name of the file
	 * @param revises the id of its parent, or an empty text
	 * @param upgrade its upgrade
	 * @return this start
	 */
	FailingStart revision(String id, String revises, String upgrade) {
		return file(id + ".sql", """
				-- revision: %s
				-- revises: %s
				-- message: make %s

				-- upgrade
				%s

				-- downgrade
				SELECT 1;
				""".formatted(id, revises, id, upgrade));
	}

	FailingStart file(String name, String text) {
		try {
			Files.writeString(this.revisions.resolve(name), text);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return this;
	}

	/**
	 * Start the application, which must succeed.
	 */
	void succeeds() {
		application().run(arguments()).close();
	}

	/**
	 * Start the application, which must fail.
	 * @return what its console shows, without the path of the folder of the revisions
	 */
	Report fails() {
		int before = this.output.getAll().length();
		assertThatException().isThrownBy(() -> application().run(arguments()));
		String shown = this.output.getAll().substring(before);
		assertThat(shown).contains("APPLICATION FAILED TO START").doesNotContain("\tat ");
		String description = shown.substring(shown.indexOf("\nDescription:\n\n") + 15,
				shown.indexOf("\n\nAction:\n\n"));
		String action = shown.substring(shown.indexOf("\n\nAction:\n\n") + 11);
		return new Report(readable(description), readable(action), shown);
	}

	private String[] arguments() {
		return this.properties.entrySet()
			.stream()
			.map((property) -> "--" + property.getKey() + "=" + property.getValue())
			.toArray(String[]::new);
	}

	private String readable(String text) {
		return text.strip().replace(this.revisions.toString(), "<folder>");
	}

	private SpringApplication application() {
		SpringApplication application = new SpringApplication(this.configuration.toArray(Class<?>[]::new));
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setResourceLoader(new DefaultResourceLoader(this.classLoader));
		return application;
	}

	/**
	 * What the console shows.
	 *
	 * @param description what happened
	 * @param action what to do
	 * @param output all of the output
	 */
	record Report(String description, String action, String output) {
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
			JdbcClientAutoConfiguration.class, MigrationAutoConfiguration.class, MigratorsAutoConfiguration.class,
			MigrationEventsAutoConfiguration.class })
	static class Application {

	}

}
