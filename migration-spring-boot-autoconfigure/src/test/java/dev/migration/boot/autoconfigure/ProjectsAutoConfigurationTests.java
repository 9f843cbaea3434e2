package dev.migration.boot.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

import dev.migration.project.ProgramException;
import dev.migration.project.ProjectSettings;
import dev.migration.project.Projects;
import dev.migration.project.RevisionFormat;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProjectsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ProjectsAutoConfiguration.class))
		.withPropertyValues("migration.command-mode=true");

	@Test
	void thereIsNoProjectWhereNoCommandRuns() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ProjectsAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(Projects.class));
	}

	@Test
	void theDefaultsAreThoseOfTheSettings() {
		this.runner.run((context) -> assertThat(context.getBean(Projects.class).get(null))
			.isEqualTo(ProjectSettings.builder().build()));
	}

	@Test
	void everythingCanBeSet() {
		this.runner
			.withPropertyValues("migration.locations=classpath:a,filesystem:b", "migration.revision.default-format=sql",
					"migration.revision.java-file-name=V{{epoch}}", "migration.revision.sql-file-name={{year}}/{{id}}",
					"migration.revision.slug-length=7", "migration.revision.time-zone=Europe/Berlin",
					"migration.revision.template-directory=db/templates",
					"migration.revision.post-write-hooks[0]=fmt 'a b' {{file}}")
			.run((context) -> {
				ProjectSettings settings = context.getBean(Projects.class).whole();
				assertThat(settings.locations()).containsExactly("classpath:a", "filesystem:b");
				assertThat(settings.defaultFormat()).isEqualTo(RevisionFormat.SQL);
				assertThat(settings.javaFileName()).isEqualTo("V{{epoch}}");
				assertThat(settings.sqlFileName()).isEqualTo("{{year}}/{{id}}");
				assertThat(settings.slugLength()).isEqualTo(7);
				assertThat(settings.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
				assertThat(settings.templateDirectory()).isEqualTo(Path.of("db/templates").toAbsolutePath());
				assertThat(settings.postWriteHooks()).containsExactly(List.of("fmt", "a b", "{{file}}"));
			});
	}

	@Test
	void whatCannotBeIsSaid() {
		this.runner.withPropertyValues("migration.revision.slug-length=0")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessage("The length must be at least 1"));
		this.runner.withPropertyValues("migration.revision.post-write-hooks=fmt 'a")
			.run((context) -> assertThatExceptionOfType(ProgramException.class)
				.isThrownBy(() -> context.getBean(Projects.class).whole())
				.withMessageContaining("[fmt 'a]"));
	}

	@Test
	void eachDatabaseHasItsOwnLocations() {
		this.runner
			.withConfiguration(
					AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class))
			.withPropertyValues("migration.on-startup=none", "spring.datasource.url=jdbc:sqlite::memory:",
					"migration.databases.orders.data-source=dataSource",
					"migration.databases.audit.url=jdbc:sqlite::memory:",
					"migration.databases.audit.locations=filesystem:audit", "migration.encoding=ISO-8859-1",
					"migration.databases.audit.encoding=UTF-16", "migration.revision.slug-length=7")
			.run((context) -> {
				Projects projects = context.getBean(Projects.class);
				assertThat(projects.get("audit").locations()).containsExactly("filesystem:audit");
				assertThat(projects.get("audit").slugLength()).isEqualTo(7);
				assertThat(projects.get("audit").encoding()).isEqualTo(StandardCharsets.UTF_16);
				assertThat(projects.get("orders").encoding()).isEqualTo(StandardCharsets.ISO_8859_1);
				assertThat(projects.get(null).locations()).as("the primary one")
					.containsExactly("classpath:db/revisions/orders");
				assertThat(projects.whole().locations()).containsExactlyInAnyOrder("classpath:db/revisions/orders",
						"filesystem:audit");
			});
	}

}
