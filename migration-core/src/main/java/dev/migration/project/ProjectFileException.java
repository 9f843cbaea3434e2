package dev.migration.project;

import org.jspecify.annotations.Nullable;

/**
 * A file of the project cannot be written or read.
 */
public final class ProjectFileException extends ProjectException {

	ProjectFileException(String message, String action, @Nullable Throwable cause) {
		super(message, action, cause);
	}

}
