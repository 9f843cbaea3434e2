package dev.migration.project;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Keeps which entity each table is for, and which attribute each column, in a file of the
 * project: a line for each, in alphabetical order, so that two branches merge. By it the
 * next comparison sees that an attribute has another column, rather than that a column is
 * gone.
 */
public final class AttributeFile {

	private static final String HEAD = "# Which entity a table is for, and which attribute a column. Written by "
			+ "'migrate revision --autogenerate',\n# which finds by it what was renamed. Commit it with the revision.\n";

	private final ProjectSettings settings;

	private final Path path;

	/**
	 * Create the file of a database.
	 * @param settings the project
	 * @param database the name of the database, or {@code null} for the only one
	 */
	public AttributeFile(ProjectSettings settings, @Nullable String database) {
		this.settings = settings;
		this.path = settings.baseDirectory()
			.resolve(settings.templateDirectory())
			.resolve((database != null) ? "attributes-" + database + ".properties" : "attributes.properties");
	}

	/**
	 * Read the file.
	 * @return the entities and attributes; none if there is no file
	 */
	public Map<String, String> read() {
		Map<String, String> attributes = new TreeMap<>();
		if (Files.exists(this.path)) {
			Properties properties = new Properties();
			try (Reader reader = Files.newBufferedReader(this.path, StandardCharsets.UTF_8)) {
				properties.load(reader);
			}
			catch (IOException | IllegalArgumentException ex) {
				throw new ProjectFileException(
						"The file " + this.settings.display(this.path) + " cannot be read: " + ex,
						"Take it back from your version control, or remove it; renames are then asked for.", ex);
			}
			properties.stringPropertyNames().forEach((name) -> attributes.put(name, properties.getProperty(name)));
		}
		return attributes;
	}

	/**
	 * Write the file, unless it says the same already.
	 * @param attributes the entities and attributes
	 */
	public void write(Map<String, String> attributes) {
		if (attributes.equals(read())) {
			return;
		}
		try {
			Files.createDirectories(this.path.getParent());
			Files.writeString(this.path, HEAD + text(attributes));
		}
		catch (IOException ex) {
			throw new ProjectFileException("The file " + this.settings.display(this.path) + " cannot be written: " + ex,
					"Check the folder, and who may write there.", ex);
		}
	}

	/**
	 * One by one, as a file of properties has them in no order.
	 */
	private static String text(Map<String, String> attributes) throws IOException {
		StringBuilder lines = new StringBuilder();
		for (Map.Entry<String, String> attribute : new TreeMap<>(attributes).entrySet()) {
			Properties single = new Properties();
			single.setProperty(attribute.getKey(), attribute.getValue());
			StringWriter text = new StringWriter();
			single.store(text, null);
			text.toString()
				.lines()
				.filter((line) -> !line.startsWith("#"))
				.forEach((line) -> lines.append(line).append('\n'));
		}
		return lines.toString();
	}

}
