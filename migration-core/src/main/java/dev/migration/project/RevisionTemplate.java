package dev.migration.project;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * What a new revision can be made from.
 *
 * @param name what it is called
 * @param format what it makes
 * @param file the file, or {@code null} if it is built in
 * @param description what it says of itself in a comment on its first line; may be empty
 */
public record RevisionTemplate(String name, RevisionFormat format, @Nullable Path file, String description) {

	/**
	 * Return whether it comes with Migration for Spring Boot, rather than from a file of
	 * the project.
	 * @return whether it is built in
	 */
	public boolean isBuiltIn() {
		return this.file == null;
	}

}
