package dev.migration.sample.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migration.test.DocumentBlock;
import dev.migration.test.ShownOutput;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.system.CapturedOutput;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Does in a project of its own what a document says, and writes the files that it shows.
 */
class ProjectReader extends ApplicationReader {

	private static final Pattern WRITTEN = Pattern.compile("^Wrote (\\S+)$", Pattern.MULTILINE);

	private final Project project;

	private @Nullable Path written;

	ProjectReader(Project project, CapturedOutput log) {
		super(log);
		this.project = project;
	}

	@Override
	InProcessApplication application() throws IOException {
		return this.project.build();
	}

	@Override
	String migrate(List<String> arguments) throws Exception {
		String printed = super.migrate(arguments);
		Matcher file = WRITTEN.matcher(printed);
		if (file.find()) {
			this.written = this.project.folder().resolve(file.group(1));
		}
		return printed;
	}

	/**
	 * A revision is shown as it was written, and everything else is to be written.
	 */
	@Override
	public void read(DocumentBlock block, String text) throws Exception {
		if (text.contains("@Revision(")) {
			assertThat(this.written).as("the file that " + block + " shows").isNotNull();
			new ShownOutput().assertSame(block, Files.readString(this.written));
		}
		else if (block.language().equals("java")) {
			this.project.writeJava(text);
		}
		else if (block.language().equals("properties")) {
			this.project.write("src/main/resources/application.properties", text);
		}
	}

}
