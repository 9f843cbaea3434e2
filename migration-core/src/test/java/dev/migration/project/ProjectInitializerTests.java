package dev.migration.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProjectInitializerTests {

	@TempDir
	private Path folder;

	private final ProjectSettings.Builder settings = ProjectSettings.builder();

	@Test
	void createsWhatIsMissing() throws IOException {
		project();
		assertThat(init("com.example.App")).allMatch(InitializedFile::created)
			.extracting(InitializedFile::path)
			.containsExactly(file("src/main/java/db/revisions/package-info.java"),
					file("migration/revision.java.mustache"), file("migration/revision.sql.mustache"),
					file("migration/README.md"), file("migrate"), file("migrate.cmd"));
		assertThat(file("migrate")).isExecutable().content().startsWith("#!/bin/sh\n").contains("'com.example.App'");
		assertThat(file("migrate.cmd")).content().contains("set \"main_class=com.example.App\"\r\n");
		assertThat(Files.readString(file("migrate.cmd")).replace("\r\n", "")).doesNotContain("\n");
	}

	@Test
	void overwritesNothing() throws IOException {
		project();
		init("com.example.App");
		for (Path file : new TestProject(this.folder).files("")) {
			Files.writeString(file, "mine");
		}
		assertThat(init("com.example.Other")).noneMatch(InitializedFile::created);
		assertThat(new TestProject(this.folder).files("")).allSatisfy((file) -> assertThat(file).hasContent("mine"));
	}

	@Test
	void createsAFolderForEachLocation() throws IOException {
		project();
		this.settings.locations(
				List.of("classpath:db/orders", "classpath:db/my-audit", "filesystem:sql", "classpath*:db/**/more"));
		init(null);
		assertThat(file("src/main/java/db/orders/package-info.java")).isRegularFile();
		assertThat(file("src/main/resources/db/my-audit")).isDirectory();
		assertThat(file("sql")).isDirectory();
	}

	@Test
	void aProjectThatPrefersSqlGetsAFolderForIt() throws IOException {
		project();
		this.settings.defaultFormat(RevisionFormat.SQL);
		init(null);
		assertThat(file("src/main/resources/db/revisions")).isDirectory();
		assertThat(file("src/main/java")).doesNotExist();
	}

	@Test
	void aFolderThatIsThereIsLeftAsItIs() throws IOException {
		project();
		Files.createDirectories(file("src/main/resources/db/revisions"));
		assertThat(init(null).get(0).created()).isFalse();
		assertThat(file("src/main/java")).doesNotExist();
	}

	@Test
	void theTemplatesAreTheBuiltInOnes() throws IOException {
		project();
		ProjectSettings project = this.settings.baseDirectory(this.folder).build();
		assertThat(new RevisionTemplates(project).templates()).allMatch(RevisionTemplate::isBuiltIn);
		init(null);
		assertThat(new RevisionTemplates(project).templates()).noneMatch(RevisionTemplate::isBuiltIn)
			.extracting(RevisionTemplate::description)
			.containsExactly("A class with an empty upgrade and downgrade",
					"A file with an empty upgrade and downgrade");
	}

	@Test
	void anotherFolderIsRefused() {
		assertThatExceptionOfType(ProjectFileException.class).isThrownBy(() -> init(null))
			.withMessageContaining(this.folder + " is not that of a project");
		assertThat(new TestProject(this.folder).files("")).isEmpty();
	}

	@Test
	void whatIsInTheWayIsSaid() throws IOException {
		project();
		Files.createDirectory(file("migrate"));
		assertThatExceptionOfType(ProjectFileException.class).isThrownBy(() -> init(null))
			.withMessageStartingWith("migrate cannot be created");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x'; rm -rf /; '", "", "a b", "a\nb" })
	void onlyTheNameOfAClassGetsIntoAScript(String name) throws IOException {
		project();
		init(name);
		assertThat(file("migrate")).content().contains("MIGRATE_MAIN_CLASS:-''");
	}

	private void project() throws IOException {
		Files.writeString(file("pom.xml"), "<project/>");
	}

	private List<InitializedFile> init(String mainClass) {
		return new ProjectInitializer(this.settings.baseDirectory(this.folder).build(), mainClass).run();
	}

	private Path file(String name) {
		return this.folder.resolve(name);
	}

}
