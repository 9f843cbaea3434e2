package dev.migration.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Keeps a target such as {@code -1} from being taken for an option: from the first one
 * on, the options are moved in front, and the rest is marked as positional.
 */
final class Arguments {

	private static final Pattern STEPS_DOWN = Pattern.compile("-\\d+");

	private Arguments() {
	}

	static String[] protectTargets(String... arguments) {
		List<String> options = new ArrayList<>();
		List<String> positional = new ArrayList<>();
		boolean found = false;
		for (String argument : arguments) {
			found |= STEPS_DOWN.matcher(argument).matches();
		}
		if (!found || List.of(arguments).contains("--")) {
			return arguments;
		}
		for (String argument : arguments) {
			boolean option = argument.startsWith("-") && !STEPS_DOWN.matcher(argument).matches();
			(option ? options : positional).add(argument);
		}
		List<String> all = new ArrayList<>(positional.subList(0, 1));
		all.addAll(options);
		all.add("--");
		all.addAll(positional.subList(1, positional.size()));
		return all.toArray(String[]::new);
	}

}
