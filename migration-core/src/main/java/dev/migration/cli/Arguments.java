package dev.migration.cli;

import java.util.Arrays;
import java.util.regex.Pattern;

import picocli.CommandLine;

/**
 * Keeps a target such as {@code -1}, or a range such as {@code -3:head}, from being taken
 * for an option: no option begins with a digit. It is marked before the arguments are
 * read, and the mark is gone from every value.
 */
final class Arguments {

	private static final Pattern STEPS_DOWN = Pattern.compile("-\\d.*");

	/** Cannot be part of an argument of a process. */
	private static final char MARK = '\0';

	private Arguments() {
	}

	static String[] mark(String... arguments) {
		return Arrays.stream(arguments)
			.map((argument) -> STEPS_DOWN.matcher(argument).matches() ? MARK + argument : argument)
			.toArray(String[]::new);
	}

	static void unmarkValues(CommandLine commandLine) {
		commandLine.registerConverter(String.class,
				(value) -> (!value.isEmpty() && value.charAt(0) == MARK) ? value.substring(1) : value);
	}

}
