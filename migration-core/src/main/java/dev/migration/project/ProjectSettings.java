package dev.migration.project;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * How a project wants its revisions written.
 *
 * @param baseDirectory the folder of the project, with {@code src} in it
 * @param locations where the revisions are, as the application is told
 * @param defaultFormat what a revision is written in if nobody says it
 * @param javaFileName the Mustache template of the class name; a {@code /} makes a
 * sub-package
 * @param sqlFileName the Mustache template of the name of an SQL file, without
 * {@code .sql}; a {@code /} makes a folder
 * @param slugLength how long the message may get in a file name
 * @param timeZone the time zone of file names and of {@code created}
 * @param templateDirectory the folder of the project's own templates
 * @param postWriteHooks the commands to run on a new file, as words
 * @param encoding what SQL files are in
 */
public record ProjectSettings(Path baseDirectory, List<String> locations, RevisionFormat defaultFormat,
		String javaFileName, String sqlFileName, int slugLength, ZoneId timeZone, Path templateDirectory,
		List<List<String>> postWriteHooks, Charset encoding) {

	public ProjectSettings {
		baseDirectory = baseDirectory.toAbsolutePath().normalize();
		locations = List.copyOf(locations);
		templateDirectory = baseDirectory.resolve(templateDirectory).normalize();
		postWriteHooks = postWriteHooks.stream().map(List::copyOf).toList();
		if (slugLength < 1) {
			throw new IllegalArgumentException("The length of a slug must be at least 1, not " + slugLength);
		}
		if (postWriteHooks.stream().anyMatch(List::isEmpty)) {
			throw new IllegalArgumentException("A post-write hook needs a command");
		}
	}

	/**
	 * Return a builder with the defaults.
	 * @return the builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return the template for the names of files.
	 * @param format what is written
	 * @return the template
	 */
	String fileName(RevisionFormat format) {
		return (format == RevisionFormat.JAVA) ? this.javaFileName : this.sqlFileName;
	}

	/**
	 * Return a file as people want to read it.
	 * @param file the file
	 * @return the path from the folder of the project, if it is inside
	 */
	public String display(Path file) {
		return (file.startsWith(this.baseDirectory) ? this.baseDirectory.relativize(file) : file).toString();
	}

	/**
	 * Collects settings.
	 */
	public static final class Builder {

		private Path baseDirectory = Path.of("");

		private List<String> locations = List.of("classpath:db/revisions");

		private RevisionFormat defaultFormat = RevisionFormat.JAVA;

		private String javaFileName = "R{{id}}_{{name}}";

		private String sqlFileName = "{{id}}_{{slug}}";

		private int slugLength = 40;

		private ZoneId timeZone = ZoneOffset.UTC;

		private Path templateDirectory = Path.of("migration");

		private final List<List<String>> postWriteHooks = new ArrayList<>();

		private Charset encoding = StandardCharsets.UTF_8;

		private Builder() {
		}

		/**
		 * Set the folder of the project; by default the working directory.
		 * @param folder the folder
		 * @return this builder
		 */
		public Builder baseDirectory(Path folder) {
			this.baseDirectory = folder;
			return this;
		}

		/**
		 * Set where the revisions are; by default {@code classpath:db/revisions}.
		 * @param values the locations, as the application is told
		 * @return this builder
		 */
		public Builder locations(List<String> values) {
			this.locations = values;
			return this;
		}

		/**
		 * Set what a revision is written in if nobody says it; by default Java.
		 * @param format the format
		 * @return this builder
		 */
		public Builder defaultFormat(RevisionFormat format) {
			this.defaultFormat = format;
			return this;
		}

		/**
		 * Set the name of a new class; by default <code>R{{id}}_{{name}}</code>.
		 * @param template a Mustache template; a {@code /} makes a sub-package
		 * @return this builder
		 */
		public Builder javaFileName(String template) {
			this.javaFileName = template;
			return this;
		}

		/**
		 * Set the name of a new SQL file; by default <code>{{id}}_{{slug}}</code>.
		 * @param template a Mustache template, without {@code .sql}; a {@code /} makes a
		 * folder
		 * @return this builder
		 */
		public Builder sqlFileName(String template) {
			this.sqlFileName = template;
			return this;
		}

		/**
		 * Set how long the message may get in a file name; by default 40.
		 * @param length the number of characters
		 * @return this builder
		 */
		public Builder slugLength(int length) {
			this.slugLength = length;
			return this;
		}

		/**
		 * Set the time zone of file names and of {@code created}; by default UTC.
		 * @param zone the time zone
		 * @return this builder
		 */
		public Builder timeZone(ZoneId zone) {
			this.timeZone = zone;
			return this;
		}

		/**
		 * Set the folder of the project's own templates; by default {@code migration}.
		 * @param folder the folder, from that of the project
		 * @return this builder
		 */
		public Builder templateDirectory(Path folder) {
			this.templateDirectory = folder;
			return this;
		}

		/**
		 * Add a command to run on a new file.
		 * @param words the program and its arguments; <code>{{file}}</code> stands for
		 * the file, which is the last argument if it is not named
		 * @return this builder
		 */
		public Builder postWriteHook(List<String> words) {
			this.postWriteHooks.add(words);
			return this;
		}

		/**
		 * Add a command to run on a new file.
		 * @param command the command, in the quotes that a shell would need; no shell
		 * runs it
		 * @return this builder
		 * @throws ProgramException if a quote is not closed
		 */
		public Builder postWriteHook(String command) {
			return postWriteHook(ShellWords.split(command));
		}

		/**
		 * Set what SQL files are in; by default UTF-8.
		 * @param charset the encoding
		 * @return this builder
		 */
		public Builder encoding(Charset charset) {
			this.encoding = charset;
			return this;
		}

		/**
		 * Return the settings.
		 * @return the settings
		 */
		public ProjectSettings build() {
			return new ProjectSettings(this.baseDirectory, this.locations, this.defaultFormat, this.javaFileName,
					this.sqlFileName, this.slugLength, this.timeZone, this.templateDirectory, this.postWriteHooks,
					this.encoding);
		}

	}

}
