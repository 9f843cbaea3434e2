package dev.migration.dialect;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Quotes identifiers where they need it: words that the database reserves, and names that
 * it would read differently than they are meant.
 */
public final class Identifiers {

	private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

	private final Set<String> reserved;

	private final char quote;

	/**
	 * Create a new instance that quotes with double quotes, as the standard has it.
	 * @param reserved the words that cannot be a name, in lower case, separated by spaces
	 */
	public Identifiers(String reserved) {
		this(reserved, '"');
	}

	/**
	 * Create a new instance.
	 * @param reserved the words that cannot be a name, in lower case, separated by spaces
	 * @param quote the character that quotes, doubled inside of a name
	 */
	public Identifiers(String reserved, char quote) {
		this.reserved = Set.of(reserved.strip().split("\\s+"));
		this.quote = quote;
	}

	/**
	 * Return an identifier as it stands in SQL.
	 * @param identifier the identifier as it is meant
	 * @return the identifier for SQL
	 */
	public String quote(String identifier) {
		if (PLAIN.matcher(identifier).matches() && !this.reserved.contains(identifier.toLowerCase(Locale.ROOT))) {
			return identifier;
		}
		String mark = String.valueOf(this.quote);
		return mark + identifier.replace(mark, mark + mark) + mark;
	}

}
