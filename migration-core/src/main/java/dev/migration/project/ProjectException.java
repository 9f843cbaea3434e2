package dev.migration.project;

import org.jspecify.annotations.Nullable;

import dev.migration.MigrationException;

/**
 * A project cannot have what is asked for: a file, a template, a location, or a program
 * that it uses.
 */
public abstract sealed class ProjectException extends MigrationException
		permits InvalidLocationException, InvalidTemplateException, ProgramException, ProjectFileException {

	ProjectException(String message, String action, @Nullable Throwable cause) {
		super(message, action, cause);
	}

}
