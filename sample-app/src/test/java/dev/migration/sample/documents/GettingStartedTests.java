package dev.migration.sample.documents;

import java.nio.file.Path;

import dev.migration.test.DocumentStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * {@code docs/getting-started.md} from its beginning to its end.
 */
@ExtendWith(OutputCaptureExtension.class)
class GettingStartedTests {

	@Test
	void everyStepWorksAndPrintsWhatIsShown(@TempDir Path folder, CapturedOutput log) throws Exception {
		try (ProjectReader reader = new ProjectReader(new Project(folder), log)) {
			DocumentStory.of("getting-started.md").play(reader);
		}
	}

}
