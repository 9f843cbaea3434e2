package dev.migration.boot.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The arguments of the application, when they are a command: everything behind the word
 * {@code migrate}, which is the first that is not an option. Properties such as
 * {@code --spring.profiles.active=production} are Spring Boot's wherever they stand.
 *
 * @param arguments the arguments of the command
 */
record CommandArguments(List<String> arguments) {

	private static final String COMMAND = "migrate";

	private static final Predicate<String> PROPERTY = Pattern
		.compile("--[\\w-]+(\\.[\\w\\[\\]-]+)+(=.*)?", Pattern.DOTALL)
		.asMatchPredicate();

	static Optional<CommandArguments> of(String... arguments) {
		int index = 0;
		while (index < arguments.length && arguments[index].startsWith("--")) {
			index++;
		}
		if (index == arguments.length || !arguments[index].equals(COMMAND)) {
			return Optional.empty();
		}
		List<String> own = Arrays.stream(arguments, index + 1, arguments.length).filter(PROPERTY.negate()).toList();
		return Optional.of(new CommandArguments(own));
	}

	/**
	 * Return whether the command compares the database with the entities.
	 * @return whether it needs JPA
	 */
	boolean readsEntities() {
		return this.arguments.contains("check")
				|| this.arguments.stream().anyMatch((argument) -> argument.startsWith("--autogenerate"));
	}

	String[] toArray() {
		return this.arguments.toArray(String[]::new);
	}

}
