package dev.migration.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migration.project.InitializedFile;
import dev.migration.project.ProjectInitializer;
import dev.migration.project.ProjectSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files that {@code migrate init} made for the sample are those that it makes today.
 */
class ProjectFilesTests {

	@Test
	void areWhatInitCreates(@TempDir Path folder) throws Exception {
		Files.writeString(folder.resolve("pom.xml"), "<project/>");
		List<InitializedFile> files = new ProjectInitializer(ProjectSettings.builder().baseDirectory(folder).build(),
				HackathonApplication.class.getName())
			.run();
		assertThat(files).extracting(InitializedFile::path).contains(folder.resolve("migrate"));
		for (InitializedFile file : files) {
			Path name = folder.relativize(file.path());
			if (!name.endsWith("package-info.java")) {
				assertThat(Path.of("").toAbsolutePath().resolve(name)).hasSameTextualContentAs(file.path());
				assertThat(Files.isExecutable(name)).as(name.toString()).isEqualTo(Files.isExecutable(file.path()));
			}
		}
	}

}
