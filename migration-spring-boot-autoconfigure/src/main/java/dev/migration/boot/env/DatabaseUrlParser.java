package dev.migration.boot.env;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a database URL to its form. {@link SqliteUrl}, {@link H2Url} and
 * {@link ServerUrl} know the families; JDBC URLs pass.
 */
final class DatabaseUrlParser {

	private static final Pattern FORM = Pattern
		.compile("(?<scheme>[A-Za-z][A-Za-z0-9]*)(?:\\+[A-Za-z0-9_]+)?://(?<rest>.*)");

	private DatabaseUrlParser() {
	}

	static DatabaseUrl parse(String url) throws MalformedUrlException {
		if (url.regionMatches(true, 0, "jdbc:", 0, 5)) {
			return new DatabaseUrl(url, null, null, false);
		}
		if (url.chars().anyMatch(Character::isISOControl)) {
			throw new MalformedUrlException("it holds a line break or another control character");
		}
		if (url.startsWith("\"") || url.startsWith("'")) {
			throw new MalformedUrlException("it begins with a quotation mark, which is part of the value here");
		}
		if (url.regionMatches(true, 0, "h2:", 0, 3)) {
			return H2Url.parse(url.substring(3));
		}
		Matcher form = FORM.matcher(url);
		if (!form.matches()) {
			throw new MalformedUrlException("it does not begin with a scheme such as 'postgresql://'");
		}
		String scheme = form.group("scheme");
		String rest = form.group("rest");
		return switch (scheme.toLowerCase(Locale.ROOT)) {
			case "sqlite", "sqlite3" -> SqliteUrl.parse(rest);
			case "postgresql", "postgres" -> ServerUrl.parse(DatabaseServer.POSTGRESQL, rest);
			case "mysql", "mysql2" -> ServerUrl.parse(DatabaseServer.MYSQL, rest);
			case "mariadb" -> ServerUrl.parse(DatabaseServer.MARIADB, rest);
			default -> throw new MalformedUrlException("the scheme '" + scheme + "' is not known");
		};
	}

	/**
	 * Split a query into its parameters, still percent-encoded.
	 * @param query the text after the question mark
	 * @return the parameters in their order
	 * @throws MalformedUrlException if it does not read as a query
	 */
	static Map<String, String> parameters(String query) throws MalformedUrlException {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String parameter : query.split("&")) {
			if (parameter.isEmpty()) {
				continue;
			}
			int equals = parameter.indexOf('=');
			String name = (equals < 0) ? parameter : parameter.substring(0, equals);
			if (name.indexOf('@') >= 0 || name.indexOf('/') >= 0) {
				throw new MalformedUrlException(
						"the '?' is followed by something else than parameters (in a password it is %3F)");
			}
			parameters.put(name, (equals < 0) ? "" : parameter.substring(equals + 1));
		}
		return parameters;
	}

}
