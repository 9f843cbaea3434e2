package dev.migration.boot.autoconfigure;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.ClassUtils;

import dev.migration.MigrationException;

/**
 * What the application adds to the migration cannot be made, or fails.
 */
final class ParticipantFailedException extends MigrationException {

	private static final String STACK_TRACE = " Start with '--debug' to see where it comes from.";

	private ParticipantFailedException(String message, String action, Throwable cause) {
		super(message, action + STACK_TRACE, cause);
	}

	/**
	 * Return the error for a bean that cannot be made.
	 * @param participant what it is, to begin a sentence with
	 * @param cause what Spring says
	 * @return the error
	 */
	static ParticipantFailedException notMade(String participant, BeansException cause) {
		return new ParticipantFailedException(participant + " cannot be made: " + reason(cause),
				"Mend what makes it, or define the bean that it asks for.", cause);
	}

	/**
	 * Return the error for what is there, and throws when it is called.
	 * @param participant what it is
	 * @param cause what it threw
	 * @return the error
	 */
	static ParticipantFailedException failed(Object participant, RuntimeException cause) {
		// A lambda has the class that it is written in before its own name.
		Class<?> type = ClassUtils.getUserClass(participant);
		return new ParticipantFailedException(
				kind(type) + " of " + type.getName().replaceFirst("\\$\\$Lambda.*", "") + " failed: " + message(cause),
				"Do what it asks for, or mend it.", cause);
	}

	private static String kind(Class<?> type) {
		return MigrationStrategy.class.isAssignableFrom(type) ? "The MigrationStrategy"
				: "The MigratorBuilderCustomizer";
	}

	/**
	 * Say why a bean cannot be made, without the beans on the way to the one that failed.
	 */
	private static String reason(BeansException failure) {
		String bean = null;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof BeanCreationException creation && creation.getBeanName() != null) {
				bean = creation.getBeanName();
			}
		}
		String message = message(NestedExceptionUtils.getMostSpecificCause(failure));
		return (bean != null) ? "the bean '" + bean + "' fails with: " + message : message;
	}

	private static String message(Throwable cause) {
		String message = cause.getMessage();
		return (message != null) ? message.replace("Dependency annotations: {}", "").strip()
				: cause.getClass().getName();
	}

}
