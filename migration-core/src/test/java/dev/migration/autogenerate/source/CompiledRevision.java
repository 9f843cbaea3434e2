package dev.migration.autogenerate.source;

import dev.migration.RevisionBody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.migration.CustomOperation;
import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.autogenerate.ProposedChange;
import dev.migration.operation.Operation;
import dev.migration.operation.OperationRecorder;
import dev.migration.operation.Recording;
import dev.migration.test.CompiledText;
import dev.migration.schema.NamingConvention;
import io.spring.javaformat.config.JavaFormatConfig;
import io.spring.javaformat.formatter.eclipse.EclipseCodeFormatter;
import io.spring.javaformat.formatter.eclipse.Options;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;

/**
 * The class around a written text: compiled, run, and formatted.
 */
public final class CompiledRevision {

	private static final String ECLIPSE = "io.spring.javaformat.eclipse.jdt.jdk17";

	/** A compilation unit with its comments, in the words of Eclipse. */
	private static final int COMPILATION_UNIT = 0x08 | 0x1000;

	private final String source;

	private CompiledRevision(RevisionBody text) {
		String imports = text.imports()
			.stream()
			.map((name) -> "import " + name + ";")
			.collect(Collectors.joining("\n"));
		this.source = """
				package revision;

				import dev.migration.Migration;
				import dev.migration.Operations;
				""" + imports + """

				class Written implements Migration {

					@Override
					public void upgrade(Operations op) {
				""" + indented(text.upgrade(), "\t\t") + """
					}

					@Override
					public void downgrade(Operations op) {
				""" + indented(text.downgrade(), "\t\t") + """
					}

				""" + (text.members().isEmpty() ? "" : indented(text.members(), "\t") + "\n") + """
				}
				""";
	}

	public static CompiledRevision of(RevisionBody text) {
		return new CompiledRevision(text);
	}

	static CompiledRevision of(List<Operation> operations) {
		return of(JavaSource.write(changes(operations), List.of()));
	}

	static List<ProposedChange> changes(List<Operation> operations) {
		return operations.stream().map((operation) -> ProposedChange.of(operation, "")).toList();
	}

	private static String indented(String text, String indentation) {
		return text.lines()
			.map((line) -> (line.isBlank() ? "" : indentation) + line + "\n")
			.collect(Collectors.joining());
	}

	String source() {
		return this.source;
	}

	/**
	 * Format the source as the build does, but for lines that are broken: they stay.
	 */
	String formatted() {
		try {
			Map<String, String> options = new HashMap<>(new Options(ECLIPSE).load(JavaFormatConfig.DEFAULT));
			options.put(ECLIPSE + ".core.formatter.join_wrapped_lines", "false");
			Constructor<?> formatter = Class
				.forName("io.spring.javaformat.formatter.jdk17.eclipse.EclipseJdk17CodeFormatter")
				.getDeclaredConstructor(Map.class);
			formatter.setAccessible(true);
			Document document = new Document(this.source);
			((EclipseCodeFormatter) formatter.newInstance(options))
				.format(COMPILATION_UNIT, this.source, 0, this.source.length(), 0, "\n")
				.apply(document);
			return document.get();
		}
		catch (ReflectiveOperationException | BadLocationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public List<Operation> upgraded() {
		return run(Migration::upgrade);
	}

	public List<Operation> downgraded() {
		return run(Migration::downgrade);
	}

	private List<Operation> run(Direction direction) {
		try {
			Path classes = Files.createTempDirectory("written");
			compile(classes);
			try (URLClassLoader loader = new URLClassLoader(new URL[] { classes.toUri().toURL() },
					getClass().getClassLoader())) {
				Constructor<?> constructor = loader.loadClass("revision.Written").getDeclaredConstructor();
				constructor.setAccessible(true);
				Recording recording = new Recording();
				direction.run((Migration) constructor.newInstance(),
						new OperationRecorder(recording, NamingConvention.DEFAULT));
				return recording.operations();
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(this.source, ex);
			}
			finally {
				Files.deleteIfExists(classes.resolve("revision/Written.class"));
				Files.deleteIfExists(classes.resolve("revision"));
				Files.deleteIfExists(classes);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void compile(Path classes) {
		List<String> problems = CompiledText
			.compile(List.of(new CompiledText("revision", "revision/Written", this.source)), classes);
		if (!problems.isEmpty()) {
			throw new IllegalStateException(problems + "\n" + this.source);
		}
	}

	private interface Direction {

		void run(Migration migration, Operations op);

	}

	/**
	 * A custom operation of a test.
	 *
	 * @param table its argument
	 */
	public record Refresh(String table) implements CustomOperation {

		@Override
		public String describe() {
			return "refresh " + this.table;
		}

		@Override
		public void apply(Operations op) {
			op.execute("REFRESH " + this.table);
		}

	}

}
