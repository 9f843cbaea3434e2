package dev.migration.script;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migration.MissingArgumentException;
import dev.migration.SqlScript;

/**
 * What an SQL revision says it wants values for. A file that declares nothing is SQL as
 * it stands, so that <code>${</code> in a text never surprises.
 *
 * @param required the declared names, with where they are declared
 */
record Placeholders(List<RequiredArgument> required) {

	static final Placeholders NONE = new Placeholders(List.of());

	private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.-]*");

	/**
	 * White space inside is no name, but it is no coincidence either.
	 */
	private static final Pattern USE = Pattern.compile("\\$\\{(\\s*" + NAME + "\\s*)}");

	Placeholders {
		required = List.copyOf(required);
	}

	/**
	 * Read the line of a header.
	 * @param names what stands behind the key
	 * @param location where the file is
	 * @param line the line in it
	 * @return the placeholders
	 * @throws InvalidHeaderException if something there is no name
	 */
	static Placeholders declared(List<String> names, String location, int line) throws InvalidHeaderException {
		for (String name : names) {
			if (!NAME.matcher(name).matches()) {
				throw new InvalidHeaderException("line " + line + " declares the placeholder '" + name
						+ "'; a name has letters, digits, '_', '.' and '-', and begins with a letter or '_'");
			}
		}
		String place = location + ", line " + line;
		return new Placeholders(names.stream().distinct().map((name) -> new RequiredArgument(name, place)).toList());
	}

	private boolean isNone() {
		return this.required.isEmpty();
	}

	/**
	 * Refuse a section that uses what the header does not declare.
	 * @param section the section
	 * @throws InvalidHeaderException if it does, with the line
	 */
	void requireDeclared(SqlScript section) throws InvalidHeaderException {
		if (isNone()) {
			return;
		}
		Set<String> names = Set.copyOf(this.required.stream().map(RequiredArgument::name).toList());
		Matcher use = USE.matcher(section.sql());
		while (use.find()) {
			if (!names.contains(use.group(1))) {
				long line = section.line()
						+ section.sql().substring(0, use.start()).chars().filter((c) -> c == '\n').count();
				throw new InvalidHeaderException("line " + line + " uses " + use.group()
						+ ", which the header does not declare; the line '-- placeholders: ' declares "
						+ String.join(", ", this.required.stream().map(RequiredArgument::name).toList()));
			}
		}
	}

	/**
	 * Put the values into a section, as the text that they are. They are only asked for
	 * if the section wants some: what asks for values depends on who runs it.
	 * @param section the section
	 * @param arguments gives the values by name
	 * @return the section with them
	 * @throws MissingArgumentException if one is missing
	 */
	SqlScript replaceIn(SqlScript section, Supplier<Map<String, String>> arguments) {
		if (isNone()) {
			return section;
		}
		Map<String, String> values = arguments.get();
		RequiredArgument.requireAll(this.required, values);
		String sql = USE.matcher(section.sql())
			.replaceAll((MatchResult use) -> Matcher.quoteReplacement(values.getOrDefault(use.group(1), "")));
		return new SqlScript(sql, section.location(), section.line());
	}

}
