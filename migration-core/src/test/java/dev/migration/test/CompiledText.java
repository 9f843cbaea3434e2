package dev.migration.test;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Java that a test has as text.
 */
public final class CompiledText extends SimpleJavaFileObject {

	private final String place;

	private final String text;

	/**
	 * Create a new source.
	 * @param place where the text is from, for the problems
	 * @param name the name of its first class, with slashes behind the packages
	 * @param text the text
	 */
	public CompiledText(String place, String name, String text) {
		super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
		this.place = place;
		this.text = text;
	}

	@Override
	public CharSequence getCharContent(boolean ignoreEncodingErrors) {
		return this.text;
	}

	/**
	 * Compile sources on the class path of the tests.
	 * @param sources the sources
	 * @param classes where the classes go
	 * @return what is wrong, each with its place; none if they compile
	 */
	public static List<String> compile(List<CompiledText> sources, Path classes) {
		DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
		ToolProvider.getSystemJavaCompiler()
			.getTask(null, null, problems,
					List.of("-proc:none", "-Xlint:none", "-d", classes.toString(), "-classpath",
							System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))),
					null, sources)
			.call();
		return problems.getDiagnostics()
			.stream()
			.filter((problem) -> problem.getKind() == Diagnostic.Kind.ERROR)
			.map((problem) -> ((problem.getSource() instanceof CompiledText source) ? source.place + ": " : "")
					+ problem.getMessage(Locale.ROOT))
			.toList();
	}

}
