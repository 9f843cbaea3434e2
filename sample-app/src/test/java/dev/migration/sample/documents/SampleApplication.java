package dev.migration.sample.documents;

import java.net.URISyntaxException;
import java.nio.file.Path;

import dev.migration.sample.HackathonApplication;
import dev.migration.test.OwnFilesClassLoader;

/**
 * This application, as a document runs it: with its own log.
 */
final class SampleApplication {

	private SampleApplication() {
	}

	/**
	 * Make the application.
	 * @param folder where its SQLite file is
	 * @return the application
	 */
	static InProcessApplication in(Path folder) throws URISyntaxException {
		Path classes = Path.of(HackathonApplication.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		return new InProcessApplication(HackathonApplication.class.getName(),
				new OwnFilesClassLoader(classes, "dev/migration/sample/", "db/", "application", "logback"), folder,
				"sqlite:///" + folder.resolve("hackathon.db"));
	}

}
