package dev.migration.sample.documents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migration.test.CommandLines;
import dev.migration.test.CurlLine;
import dev.migration.test.DocumentBlock;
import dev.migration.test.DocumentStory;
import dev.migration.test.ShownOutput;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Does in a project of its own what a document says: writes its files, runs its commands,
 * starts the application, asks it.
 */
class ProjectReader implements DocumentStory.Reader, AutoCloseable {

	private static final Pattern WRITTEN = Pattern.compile("^Wrote (\\S+)$", Pattern.MULTILINE);

	private static final Pattern LOG_OF_RUNS = Pattern.compile("^.*\\] (d(?:ev)?\\.m(?:igration)?\\.\\S+ +: .*)$");

	private final Project project;

	private final CapturedOutput log;

	private @Nullable ConfigurableApplicationContext application;

	private @Nullable Path written;

	ProjectReader(Project project, CapturedOutput log) {
		this.project = project;
		this.log = log;
	}

	@Override
	public String run(DocumentBlock block, String line) throws Exception {
		if (line.startsWith("curl ")) {
			assertThat(this.application).as("the application that is asked in " + block).isNotNull();
			return new CurlLine(line).run(((WebServerApplicationContext) this.application).getWebServer().getPort())
				.body();
		}
		Optional<List<String>> command = CommandLines.migrate(line);
		if (command.isPresent()) {
			return migrate(command.get());
		}
		return line.endsWith("spring-boot:run") ? start() : "";
	}

	private String migrate(List<String> arguments) throws Exception {
		close();
		String printed = this.project.build().migrate(arguments);
		Matcher file = WRITTEN.matcher(printed);
		if (file.find()) {
			this.written = this.project.folder().resolve(file.group(1));
		}
		return printed;
	}

	private String start() throws Exception {
		close();
		int before = this.log.getOut().length();
		this.application = this.project.build().start();
		return this.log.getOut()
			.substring(before)
			.lines()
			.map(LOG_OF_RUNS::matcher)
			.filter(Matcher::matches)
			.map((line) -> line.group(1) + "\n")
			.collect(Collectors.joining());
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

	@Override
	public void close() {
		if (this.application != null) {
			this.application.close();
			this.application = null;
		}
	}

}
