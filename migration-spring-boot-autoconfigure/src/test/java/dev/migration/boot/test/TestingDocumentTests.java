package dev.migration.boot.test;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of the document on tests compile.
 */
class TestingDocumentTests {

	private static final Pattern EXAMPLE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

	private static final Pattern CLASS = Pattern.compile("^class (\\w+)", Pattern.MULTILINE);

	@TempDir
	private Path classes;

	@Test
	void everyExampleCompiles() throws IOException {
		List<JavaFileObject> examples = examples();
		assertThat(examples).hasSizeGreaterThan(4);
		StringWriter messages = new StringWriter();
		boolean compiled = ToolProvider.getSystemJavaCompiler()
			.getTask(messages, null, null,
					List.of("-d", this.classes.toString(), "-proc:none", "-classpath",
							System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))),
					null, examples)
			.call();
		assertThat(compiled).as(messages.toString()).isTrue();
	}

	private static List<JavaFileObject> examples() throws IOException {
		List<JavaFileObject> examples = new ArrayList<>();
		Matcher example = EXAMPLE.matcher(Files.readString(Path.of("../docs/testing.md")));
		while (example.find()) {
			Matcher name = CLASS.matcher(example.group(1));
			assertThat(name.find()).as(example.group(1)).isTrue();
			examples.add(new Source(name.group(1), example.group(1)));
		}
		return examples;
	}

	private static final class Source extends SimpleJavaFileObject {

		private final String text;

		Source(String className, String text) {
			super(URI.create("string:///com/example/" + className + ".java"), Kind.SOURCE);
			this.text = text;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.text;
		}

	}

}
