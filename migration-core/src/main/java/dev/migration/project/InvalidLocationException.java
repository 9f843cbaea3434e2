package dev.migration.project;

import org.jspecify.annotations.Nullable;

/**
 * A new revision cannot be put where it was asked for.
 */
public final class InvalidLocationException extends ProjectException {

	InvalidLocationException(String message, String action, @Nullable Throwable cause) {
		super(message, action, cause);
	}

}
