package dev.migration.project;

import java.nio.file.Path;

/**
 * What a revision is written in.
 */
public enum RevisionFormat {

	/** A class. */
	JAVA("java", "src/main/java"),

	/** A file of SQL statements. */
	SQL("sql", "src/main/resources");

	private final String extension;

	private final String sources;

	RevisionFormat(String extension, String sources) {
		this.extension = extension;
		this.sources = sources;
	}

	/**
	 * Return how its files end, which is also what people call it.
	 * @return {@code java} or {@code sql}
	 */
	public String extension() {
		return this.extension;
	}

	@Override
	public String toString() {
		return this.extension;
	}

	/**
	 * Return where what is on the class path has its source.
	 * @param baseDirectory the folder of the project
	 * @return the folder
	 */
	Path sources(Path baseDirectory) {
		return baseDirectory.resolve(this.sources);
	}

	/**
	 * Return how the files of its templates end.
	 * @return for example {@code .java.mustache}
	 */
	String templateSuffix() {
		return "." + this.extension + ".mustache";
	}

}
