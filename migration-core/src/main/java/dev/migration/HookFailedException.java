package dev.migration;

/**
 * A {@link MigrationHook} refused a run, failed a stamp, or cannot be made.
 */
public final class HookFailedException extends MigrationException {

	/**
	 * Create a new error for a hook that threw an exception.
	 * @param hook the class of the hook
	 * @param moment when it was called, such as {@code before the run}
	 * @param outcome what became of the database, in a sentence
	 * @param cause what the hook threw
	 */
	public HookFailedException(Class<?> hook, String moment, String outcome, Throwable cause) {
		super("The hook " + hook.getName() + " failed " + moment + ": " + describe(cause),
				advice(cause, "Do what the hook asks for, or mend the hook, and run it again. ") + outcome, cause);
	}

	/**
	 * Create a new error for a hook that cannot be made.
	 * @param cause why
	 */
	public HookFailedException(Throwable cause) {
		super("The hooks cannot be made: " + describe(cause),
				advice(cause, "Mend the hook, or take it away, and run it again. ") + "Nothing was run.", cause);
	}

	private static String advice(Throwable cause, String otherwise) {
		return (cause instanceof MigrationException exception) ? exception.getAction() + " " : otherwise;
	}

	private static String describe(Throwable cause) {
		String message = cause.getMessage();
		return (message != null) ? message.strip() : cause.getClass().getName();
	}

}
