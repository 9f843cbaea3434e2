package dev.migration.sample.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migration.test.CommandLines;
import dev.migration.test.CurlLine;
import dev.migration.test.DocumentBlock;
import dev.migration.test.DocumentStory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs what a document runs: the application, its commands, and questions to its
 * endpoint. The application runs from the line that starts it to the next command.
 */
abstract class ApplicationReader implements DocumentStory.Reader, AutoCloseable {

	private static final Pattern START = Pattern.compile("(?:spring-boot:run|java -jar \\S+\\.jar)((?: --\\S+)*)$");

	private static final Pattern LOG_OF_RUNS = Pattern.compile("^.*\\] (d(?:ev)?\\.m(?:igration)?\\.\\S+ +: .*)$");

	private final CapturedOutput log;

	private @Nullable ConfigurableApplicationContext running;

	ApplicationReader(CapturedOutput log) {
		this.log = log;
	}

	/**
	 * Return the application as it is now.
	 */
	abstract InProcessApplication application() throws Exception;

	@Override
	public final String run(DocumentBlock block, String line) throws Exception {
		if (line.startsWith("curl ")) {
			assertThat(this.running).as("the application that is asked in " + block).isNotNull();
			return new CurlLine(line).run(((WebServerApplicationContext) this.running).getWebServer().getPort()).body();
		}
		Optional<List<String>> command = CommandLines.migrate(line);
		if (command.isPresent()) {
			close();
			return migrate(command.get());
		}
		Matcher start = START.matcher(line);
		if (!start.find()) {
			return "";
		}
		close();
		return start(Arrays.stream(start.group(1).split(" ")).filter((argument) -> !argument.isEmpty()).toList());
	}

	String migrate(List<String> arguments) throws Exception {
		return application().migrate(arguments);
	}

	final String start(List<String> arguments) throws Exception {
		int before = this.log.getOut().length();
		this.running = application().start(arguments.toArray(String[]::new));
		return this.log.getOut()
			.substring(before)
			.lines()
			.map(LOG_OF_RUNS::matcher)
			.filter(Matcher::matches)
			.map((line) -> line.group(1) + "\n")
			.collect(Collectors.joining());
	}

	@Override
	public final void close() {
		if (this.running != null) {
			this.running.close();
			this.running = null;
		}
	}

}
