package dev.migration.project;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The project of an application, as its databases see it: each can have locations of its
 * own.
 */
public interface Projects {

	/**
	 * Return the project as a database sees it.
	 * @param database the name of the database, or {@code null} for the only or primary
	 * one
	 * @return the settings
	 */
	ProjectSettings get(@Nullable String database);

	/**
	 * Return the whole project.
	 * @return the settings, with the locations of all databases
	 */
	ProjectSettings whole();

	/**
	 * Return a project whose databases share everything.
	 * @param settings the settings
	 * @return the project
	 */
	static Projects of(ProjectSettings settings) {
		return new Projects() {

			@Override
			public ProjectSettings get(@Nullable String database) {
				return settings;
			}

			@Override
			public ProjectSettings whole() {
				return settings;
			}

		};
	}

	/**
	 * Return projects that are only looked for when one is needed.
	 * @param source finds them
	 * @return the projects
	 */
	static Projects lazily(Supplier<Projects> source) {
		return new Projects() {

			@Override
			public ProjectSettings get(@Nullable String database) {
				return source.get().get(database);
			}

			@Override
			public ProjectSettings whole() {
				return source.get().whole();
			}

		};
	}

}
