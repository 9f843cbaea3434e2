package dev.migration.script;

/**
 * Something is wrong with one revision; it becomes one of the problems that are reported
 * together.
 */
final class InvalidHeaderException extends Exception {

	InvalidHeaderException(String problem) {
		super(problem);
	}

	String problem(String location) {
		return location + ": " + getMessage();
	}

}
