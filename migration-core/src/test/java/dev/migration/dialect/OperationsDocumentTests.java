package dev.migration.dialect;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.migration.Operations;
import dev.migration.dialect.postgresql.PostgresqlDialect;
import dev.migration.test.CompiledText;
import dev.migration.test.Document;
import dev.migration.test.DocumentBlock;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * The examples of the document on operations compile, and run one after the other.
 */
class OperationsDocumentTests {

	@TempDir
	private Path classes;

	@Test
	void everyExampleRuns() throws Exception {
		List<String> examples = examples();
		assertThat(examples).hasSizeGreaterThan(10);
		compile(examples);
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.POSTGRESQL);
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.classes.toUri().toURL() },
				getClass().getClassLoader()); RecordedRun run = new RecordedRun(new PostgresqlDialect(), database)) {
			for (int i = 0; i < examples.size(); i++) {
				@SuppressWarnings("unchecked")
				Consumer<Operations> example = (Consumer<Operations>) loader.loadClass("Example" + i)
					.getDeclaredConstructor()
					.newInstance();
				assertThatCode(() -> example.accept(run.op())).as(examples.get(i)).doesNotThrowAnyException();
			}
		}
	}

	private static List<String> examples() {
		return Document.of("operations.md")
			.blocks()
			.stream()
			.filter((block) -> block.language().equals("java"))
			.map(DocumentBlock::text)
			.filter((text) -> !text.startsWith("import "))
			.toList();
	}

	private void compile(List<String> examples) {
		List<CompiledText> sources = new ArrayList<>();
		for (int i = 0; i < examples.size(); i++) {
			sources.add(new CompiledText("example " + i, "Example" + i, """
					import java.util.*;
					import dev.migration.*;
					import static dev.migration.schema.Definitions.*;
					import static dev.migration.schema.ReferentialAction.*;
					import static dev.migration.schema.Types.*;
					public class Example%d implements java.util.function.Consumer<Operations> {
					public void accept(Operations op) {
					%s
					}
					}
					""".formatted(i, examples.get(i))));
		}
		assertThat(CompiledText.compile(sources, this.classes)).isEmpty();
	}

}
