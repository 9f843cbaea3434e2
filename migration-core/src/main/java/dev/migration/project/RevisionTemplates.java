package dev.migration.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.samskivert.mustache.Mustache;
import org.jspecify.annotations.Nullable;

/**
 * The Mustache templates of a project. A file of the project wins over the built-in
 * template of the same name.
 */
public final class RevisionTemplates {

	/** The name of the template to use if nobody says it. */
	public static final String DEFAULT = "revision";

	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}._-]*");

	private static final Pattern FIRST_COMMENT = Pattern.compile("\\A\\s*\\{\\{!(.*?)}}", Pattern.DOTALL);

	private final ProjectSettings settings;

	/**
	 * Use the templates of a project.
	 * @param settings the project
	 */
	public RevisionTemplates(ProjectSettings settings) {
		this.settings = settings;
	}

	/**
	 * Return all templates.
	 * @return the templates, by name
	 * @throws ProjectFileException if the folder or one of them cannot be read
	 */
	public List<RevisionTemplate> templates() {
		List<RevisionTemplate> templates = new ArrayList<>();
		for (RevisionFormat format : RevisionFormat.values()) {
			List<String> names = new ArrayList<>(ownNames(format));
			if (!names.contains(DEFAULT)) {
				names.add(DEFAULT);
			}
			for (String name : names) {
				Path file = ownFile(name, format);
				templates.add(new RevisionTemplate(name, format, file, description(text(name, format, file))));
			}
		}
		templates.sort(Comparator.comparing(RevisionTemplate::name).thenComparing(RevisionTemplate::format));
		return templates;
	}

	/**
	 * Fill a template.
	 * @param name its name
	 * @param format what it makes
	 * @param variables the variables by name
	 * @return the text
	 * @throws InvalidTemplateException if it is not there or cannot be filled
	 */
	String render(String name, RevisionFormat format, Map<String, ?> variables) {
		Path file = ownFile(name, format);
		if (file == null && !name.equals(DEFAULT)) {
			throw new InvalidTemplateException(
					"There is no template '" + name + "' for " + format.extension() + ": " + path(name, format)
							+ " does not exist",
					"Choose one of " + String.join(", ", names(format)) + ", or write that file.", null);
		}
		String text = text(name, format, file);
		try {
			Mustache.Escaper escaper = (format == RevisionFormat.JAVA) ? JavaText::escape : SqlText::flatten;
			return Mustache.compiler()
				.withEscaper(escaper)
				.emptyStringIsFalse(true)
				.withLoader((partial) -> Files.newBufferedReader(this.settings.templateDirectory().resolve(partial)))
				.compile(text)
				.execute(variables);
		}
		catch (RuntimeException ex) {
			// Mustache has no exception of its own for all that can go wrong.
			String where = (file != null) ? this.settings.display(file) : "the built-in " + fileName(name, format);
			throw new InvalidTemplateException("The template " + where + " cannot be used: " + ex.getMessage(),
					"Correct it. A variable that may be missing, such as an argument of '-x', needs a section around it. "
							+ "Nothing was written.",
					ex);
		}
	}

	private List<String> names(RevisionFormat format) {
		return templates().stream()
			.filter((template) -> template.format() == format)
			.map(RevisionTemplate::name)
			.toList();
	}

	private List<String> ownNames(RevisionFormat format) {
		if (!Files.isDirectory(this.settings.templateDirectory())) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.settings.templateDirectory())) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(format.templateSuffix()))
				.map((name) -> name.substring(0, name.length() - format.templateSuffix().length()))
				.filter((name) -> NAME.matcher(name).matches())
				.toList();
		}
		catch (IOException ex) {
			throw unreadable(this.settings.display(this.settings.templateDirectory()), ex);
		}
	}

	private @Nullable Path ownFile(String name, RevisionFormat format) {
		if (!NAME.matcher(name).matches()) {
			return null;
		}
		Path file = path(name, format);
		return Files.isRegularFile(file) ? file : null;
	}

	private Path path(String name, RevisionFormat format) {
		return this.settings.templateDirectory().resolve(fileName(name, format));
	}

	private static String fileName(String name, RevisionFormat format) {
		return name + format.templateSuffix();
	}

	private String text(String name, RevisionFormat format, @Nullable Path file) {
		if (file == null) {
			return builtIn(fileName(name, format));
		}
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw unreadable(this.settings.display(file), ex);
		}
	}

	private static ProjectFileException unreadable(String what, IOException cause) {
		return new ProjectFileException(what + " cannot be read: " + cause,
				"Check who may read it, and that it is UTF-8.", cause);
	}

	/**
	 * Read a file that comes with this package.
	 * @param fileName its name
	 * @return the text
	 */
	static String builtIn(String fileName) {
		try (InputStream in = RevisionTemplates.class.getResourceAsStream(fileName)) {
			if (in == null) {
				throw new IllegalStateException("There is no " + fileName + " in the jar");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String description(String text) {
		Matcher comment = FIRST_COMMENT.matcher(text);
		return comment.find() ? comment.group(1).strip().lines().findFirst().orElse("") : "";
	}

}
