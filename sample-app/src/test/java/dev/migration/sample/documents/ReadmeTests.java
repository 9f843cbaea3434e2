package dev.migration.sample.documents;

import java.nio.file.Path;

import dev.migration.test.DocumentBlock;
import dev.migration.test.DocumentStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * The tour of {@code README.md}, through this application.
 */
@ExtendWith(OutputCaptureExtension.class)
class ReadmeTests {

	@Test
	void theTourIsAsItIsShown(@TempDir Path folder, CapturedOutput log) throws Exception {
		InProcessApplication sample = SampleApplication.in(folder);
		try (ApplicationReader reader = new ApplicationReader(log) {

			@Override
			InProcessApplication application() {
				return sample;
			}

		}) {
			DocumentStory.of("README.md").play(reader, ReadmeTests::isAboutTheSample);
		}
	}

	private static boolean isAboutTheSample(DocumentBlock block) {
		return block.section().equals("Try it") || block.section().equals("A tour");
	}

}
