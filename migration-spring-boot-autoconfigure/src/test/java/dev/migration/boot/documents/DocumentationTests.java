package dev.migration.boot.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migration.test.Document;
import dev.migration.test.DocumentBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No block of a document escapes the tests, and no link leads nowhere.
 */
class DocumentationTests {

	/** Each of them goes through all blocks of its language. */
	private static final Map<String, Class<?>> CHECKS = Map.of("java", JavaBlocksTests.class, "sql",
			RevisionBlocksTests.class, "properties", ConfigurationBlocksTests.class, "yaml",
			ConfigurationBlocksTests.class, "shell", ShellBlocksTests.class, "xml", XmlBlocksTests.class);

	/** A drawing, or words: there is nothing in it that could be run. */
	private static final String PLAIN_TEXT = "text";

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

	private static final Pattern STORY = Pattern.compile("DocumentStory\\.of\\(\"([^\"]+)\"\\)");

	@Test
	void everyBlockIsCheckedBySomeTest() throws IOException {
		List<String> stories = stories();
		assertThat(Document.all()).flatExtracting((document) -> problems(document, stories)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", textBlock = """
			```foo\\nx\\n```                        | no test knows how to check ```foo
			```\\nx\\n```                           | shows an output without a command before it in its section
			```shell\\nx\\n```\\n# B\\n```\\nx\\n```  | shows an output without a command before it in its section
			```shell\\nx\\n```\\n```json\\n{}\\n```   | no test runs the commands of X.md
			```text\\nx\\n```                       | none
			""")
	void aBlockThatNoTestChecksIsFound(String text, String problem) {
		Document document = new Document(Path.of("X.md"), text.replace("\\n", "\n"));
		List<String> problems = problems(document, List.of("Y.md"));
		if (problem == null) {
			assertThat(problems).isEmpty();
		}
		else {
			assertThat(problems).singleElement().asString().endsWith(": " + problem);
		}
	}

	private static List<String> problems(Document document, List<String> stories) {
		List<String> problems = new ArrayList<>();
		DocumentBlock command = null;
		for (DocumentBlock block : document.blocks()) {
			String problem = block.isOutput() ? problemOfOutput(block, command, stories) : problem(block);
			if (!problem.isEmpty()) {
				problems.add(block + ": " + problem);
			}
			command = block.isOutput() ? command : block.language().equals("shell") ? block : null;
		}
		return problems;
	}

	private static String problem(DocumentBlock block) {
		boolean isKnown = CHECKS.containsKey(block.language()) || block.language().equals(PLAIN_TEXT);
		return isKnown ? "" : "no test knows how to check ```" + block.language();
	}

	private static String problemOfOutput(DocumentBlock block, DocumentBlock command, List<String> stories) {
		if (command == null || !command.section().equals(block.section())) {
			return "shows an output without a command before it in its section";
		}
		return stories.contains(block.document()) ? "" : "no test runs the commands of " + block.document();
	}

	/**
	 * A story compares every output of its document.
	 */
	private static List<String> stories() throws IOException {
		List<String> stories = new ArrayList<>();
		for (String module : List.of("migration-spring-boot-autoconfigure", "sample-app")) {
			try (Stream<Path> sources = Files.walk(Path.of("..", module, "src/test/java"))) {
				for (Path source : sources.filter((path) -> path.toString().endsWith("Tests.java")).toList()) {
					STORY.matcher(Files.readString(source)).results().forEach((story) -> stories.add(story.group(1)));
				}
			}
		}
		return stories;
	}

	@Test
	void everyLinkLeadsSomewhere() throws IOException {
		List<String> broken = new ArrayList<>();
		for (Document document : Document.all()) {
			Matcher link = LINK.matcher(document.text());
			while (link.find()) {
				String target = link.group(1);
				if (!target.contains("://") && !leadsSomewhere(document.path(), target)) {
					broken.add(document.name() + ": " + target);
				}
			}
		}
		assertThat(broken).isEmpty();
	}

	private static boolean leadsSomewhere(Path document, String target) throws IOException {
		String[] parts = target.split("#", 2);
		Path file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
		return Files.exists(file) && (parts.length == 1 || Files.readString(file)
			.lines()
			.filter((line) -> line.startsWith("#"))
			.map(DocumentationTests::anchor)
			.anyMatch(parts[1]::equals));
	}

	/**
	 * As GitHub makes it of a heading.
	 */
	private static String anchor(String heading) {
		return heading.replaceFirst("^#+ ", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{L}\\p{N} _-]", "")
			.replace(' ', '-');
	}

	@Test
	void theReadmeListsEveryDocument() {
		String readme = Document.of("README.md").text();
		assertThat(Document.all()).filteredOn((document) -> !document.name().equals("README.md"))
			.allSatisfy((document) -> assertThat(readme)
				.contains("[docs/" + document.name() + "](docs/" + document.name() + ")"));
	}

}
