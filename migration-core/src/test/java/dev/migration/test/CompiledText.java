package dev.migration.test;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Java that a test has as text.
 */
public final class CompiledText extends SimpleJavaFileObject {

	private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);

	private static final Pattern TYPE = Pattern
		.compile("^(?:public |final |abstract )*(?:class|@?interface|record|enum) (\\w+)", Pattern.MULTILINE);

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
	 * Return the name that a source has by what is in it.
	 * @param text the text
	 * @return the name of its first type, with slashes behind the packages; only those if
	 * it has no type, as {@code package-info}
	 */
	public static String nameOf(String text) {
		Matcher packageName = PACKAGE.matcher(text);
		Matcher type = TYPE.matcher(text);
		return (packageName.find() ? packageName.group(1).replace('.', '/') + "/" : "")
				+ (type.find() ? type.group(1) : "package-info");
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
