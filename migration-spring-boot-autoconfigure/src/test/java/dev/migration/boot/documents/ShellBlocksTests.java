package dev.migration.boot.documents;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.migration.cli.MigrateCli;
import dev.migration.test.CommandLines;
import dev.migration.test.Document;
import dev.migration.test.DocumentBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every line of shell in the documents is understood: a command with its options and
 * targets, or one of a few other programs, in the form that a test runs elsewhere.
 */
class ShellBlocksTests {

	private static final List<Pattern> OTHER_PROGRAMS = List.of(
			// A DocumentStory asks the application.
			Pattern.compile("curl (-u \\S+ )?(-H '[^']+' )*(-d '\\{[^']*\\}' )?http://localhost:8080/actuator/\\S+"),
			// A DocumentStory starts the application.
			Pattern.compile("(\\w+=\\S+ )*java -jar [\\w./-]+\\.jar( --[\\w.-]+=\\S+)*"),
			Pattern.compile("mvn spring-boot:run"),
			// What CI runs.
			Pattern.compile("mvn -q -DskipTests package && java -jar sample-app/target/sample-app-\\S+\\.jar"),
			Pattern.compile("mvn verify"),
			// The client of ScriptClient, with the options that the document asks for.
			Pattern.compile("psql --no-psqlrc --file=\\S+\\.sql \\w+"));

	private static final Pattern MENTIONED = Pattern.compile("`(?:\\./)?migrate ([a-z][a-z-]+)[^`]*`");

	@Test
	void everyLineIsUnderstood() {
		List<String> refused = new ArrayList<>();
		List<DocumentBlock> blocks = Document.blocksIn("shell");
		for (DocumentBlock block : blocks) {
			for (String line : CommandLines.of(block)) {
				String problem = problem(line);
				if (!problem.isEmpty()) {
					refused.add(block + ": " + line + ": " + problem);
				}
			}
		}
		assertThat(blocks).hasSizeGreaterThan(20);
		assertThat(refused).isEmpty();
	}

	/**
	 * Also those within a sentence or a table, of which only the command has to be whole.
	 */
	@Test
	void everyCommandThatIsMentionedIsThere() {
		List<String> unknown = new ArrayList<>();
		for (Document document : Document.all()) {
			MENTIONED.matcher(document.text()).results().map((mention) -> mention.group(1)).forEach((command) -> {
				if (!problem(command, "--help").isEmpty()) {
					unknown.add(document.name() + ": migrate " + command);
				}
			});
		}
		assertThat(unknown).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "./migrate upgrde head", "./migrate upgrade --sqll head", "npm install", "mvn install",
			"curl http://localhost:8080/somewhere", "java -jar app.jar migrate history -x" })
	void aLineThatIsWrongIsFound(String line) {
		assertThat(problem(line)).isNotEmpty();
	}

	private static String problem(String line) {
		Optional<List<String>> command = CommandLines.migrate(line);
		if (command.isPresent()) {
			return problem(command.get().toArray(String[]::new));
		}
		boolean isKnown = OTHER_PROGRAMS.stream().anyMatch((program) -> program.matcher(line).matches());
		return isKnown ? "" : "no test knows how to check this line";
	}

	/**
	 * Only what is wrong, or needs no database, is answered without one.
	 */
	static String problem(String... arguments) {
		StringWriter err = new StringWriter();
		MigrateCli cli = new MigrateCli(() -> {
			throw new IllegalStateException("No database is needed here");
		}, new PrintWriter(new StringWriter()), new PrintWriter(err));
		return (cli.isSelfContained(arguments) && cli.run(arguments) != 0) ? err.toString() : "";
	}

}
