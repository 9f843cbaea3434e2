package dev.migration.cli;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class RevisionJsonTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "command-line.md");

	@Test
	void theDocumentListsEveryFieldAndNoOther() throws IOException {
		assumeThat(DOCUMENT).exists();
		String table = Files.readString(DOCUMENT).split("\\| Field \\| \\|\n\\|---\\|---\\|\n")[1].split("\n\n")[0];
		List<String> documented = table.lines()
			.map((line) -> line.split("\\|")[1])
			.flatMap((cell) -> Pattern.compile("`(\\w+)`").matcher(cell).results())
			.map((result) -> result.group(1))
			.toList();
		assertThat(documented).containsExactlyInAnyOrderElementsOf(
				Arrays.stream(RevisionJson.class.getRecordComponents()).map(RecordComponent::getName).toList());
	}

}
