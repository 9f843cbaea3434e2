package dev.migration.boot.env;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * URLs of H2: as H2 writes them, only without {@code jdbc:}, or with slashes as those of
 * the other databases. There the path of a file begins after the third slash, and
 * parameters become settings.
 */
final class H2Url {

	private static final String JDBC_PREFIX = "jdbc:h2:";

	// Else a database in memory is gone with the last connection of the pool.
	private static final String STAYS_IN_MEMORY = ";DB_CLOSE_DELAY=-1";

	private H2Url() {
	}

	/**
	 * Parse a URL.
	 * @param rest what follows {@code h2:}
	 * @return the parsed URL
	 * @throws MalformedUrlException if it cannot be understood
	 */
	static DatabaseUrl parse(String rest) throws MalformedUrlException {
		if (!rest.startsWith("//")) {
			return new DatabaseUrl(JDBC_PREFIX + staying(named(rest)), null, null, false);
		}
		int question = rest.indexOf('?');
		String location = rest.substring(2, (question < 0) ? rest.length() : question);
		String settings = settings((question < 0) ? "" : rest.substring(question + 1));
		int slash = location.indexOf('/');
		if (location.isEmpty() || slash == 0) {
			return new DatabaseUrl(JDBC_PREFIX + staying(local(location) + settings), null, null, false);
		}
		return server(location, slash, settings);
	}

	private static String named(String rest) {
		return rest.equals("mem:") || rest.startsWith("mem:;") ? "mem:" + uniqueName() + rest.substring(4) : rest;
	}

	private static String staying(String database) {
		boolean added = database.startsWith("mem:") && !database.toUpperCase(Locale.ROOT).contains(";DB_CLOSE_DELAY=");
		return added ? database + STAYS_IN_MEMORY : database;
	}

	private static String local(String location) throws MalformedUrlException {
		String path = location.isEmpty() ? "" : PercentEncoding.decode(location.substring(1), "the path");
		if (path.isEmpty() || path.equals(":memory:")) {
			return "mem:" + uniqueName();
		}
		// H2 refuses a relative path that does not say so.
		boolean saysWhere = path.startsWith("/") || path.startsWith("./") || path.startsWith("../")
				|| path.startsWith("~/") || path.matches("[A-Za-z]:[/\\\\].*");
		return "file:" + (saysWhere ? path : "./" + path);
	}

	private static String uniqueName() {
		return "migration-" + UUID.randomUUID();
	}

	private static DatabaseUrl server(String location, int slash, String settings) throws MalformedUrlException {
		if (slash < 0 || slash == location.length() - 1) {
			throw new MalformedUrlException("it names no database");
		}
		String authority = location.substring(0, slash);
		int at = authority.lastIndexOf('@');
		String login = (at < 0) ? "" : authority.substring(0, at);
		int colon = login.indexOf(':');
		String user = PercentEncoding.decode((colon < 0) ? login : login.substring(0, colon), "the user");
		String password = PercentEncoding.decode((colon < 0) ? "" : login.substring(colon + 1), "the password");
		String host = authority.substring(at + 1);
		if (!host.matches("[\\w.-]+(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?") || location.indexOf('@', slash) >= 0) {
			throw new MalformedUrlException("the host is not a host name or an address, with a port if need be"
					+ " (in a password '/' is %2F and '@' is %40)");
		}
		String database = PercentEncoding.decode(location.substring(slash + 1), "the database name");
		return new DatabaseUrl(JDBC_PREFIX + "tcp://" + host + "/" + database + settings, orNull(user),
				orNull(password), false);
	}

	private static @Nullable String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

	private static String settings(String query) throws MalformedUrlException {
		Map<String, String> parameters = DatabaseUrlParser.parameters(query);
		return parameters.entrySet()
			.stream()
			.map((parameter) -> ";" + parameter.getKey().toUpperCase(Locale.ROOT) + "=" + parameter.getValue())
			.collect(Collectors.joining());
	}

}
