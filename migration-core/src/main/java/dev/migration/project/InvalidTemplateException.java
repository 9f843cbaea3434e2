package dev.migration.project;

import org.jspecify.annotations.Nullable;

/**
 * A template is not there, cannot be used, or makes what cannot be used.
 */
public final class InvalidTemplateException extends ProjectException {

	InvalidTemplateException(String message, String action, @Nullable Throwable cause) {
		super(message, action, cause);
	}

}
