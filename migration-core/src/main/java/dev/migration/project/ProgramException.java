package dev.migration.project;

import org.jspecify.annotations.Nullable;

/**
 * A program of the user, such as an editor or a formatter, cannot be run.
 */
public final class ProgramException extends ProjectException {

	ProgramException(String message, String action, @Nullable Throwable cause) {
		super(message, action, cause);
	}

}
