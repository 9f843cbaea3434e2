package dev.migration.boot.env;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * {@code sqlite://} URLs as SQLAlchemy reads them: the path begins after the third slash.
 */
final class SqliteUrl {

	private static final String JDBC_PREFIX = "jdbc:sqlite:";

	private static final String URI_PREFIX = "file:";

	private static final String MEMORY = ":memory:";

	private SqliteUrl() {
	}

	static DatabaseUrl parse(String rest) throws MalformedUrlException {
		int question = rest.indexOf('?');
		String location = (question < 0) ? rest : rest.substring(0, question);
		Map<String, String> parameters = DatabaseUrlParser
			.parameters((question < 0) ? "" : rest.substring(question + 1));
		if (!location.isEmpty() && !location.equals(MEMORY) && !location.startsWith("/")) {
			throw new MalformedUrlException(
					"SQLite has no host, the path of the file follows three slashes as in 'sqlite:///name.db'");
		}
		String path = (location.startsWith("/")) ? location.substring(1) : location;
		boolean withoutParameters = parameters.isEmpty();
		String database = database(path, parameters);
		enforceForeignKeys(parameters);
		return new DatabaseUrl(JDBC_PREFIX + ((withoutParameters) ? database : uri(database)) + query(parameters), null,
				null, "memdb".equals(parameters.get("vfs")));
	}

	private static String database(String path, Map<String, String> parameters) throws MalformedUrlException {
		String name = (path.startsWith(URI_PREFIX)) ? path.substring(URI_PREFIX.length()) : path;
		boolean unnamed = name.isEmpty() || name.equals(MEMORY);
		if (unnamed || "memory".equals(parameters.get("mode"))) {
			return inMemory((unnamed) ? "migration-" + UUID.randomUUID() : name, parameters);
		}
		if (path.startsWith(URI_PREFIX)) {
			return path;
		}
		String decoded = PercentEncoding.decode(path, "the path");
		return (decoded.indexOf('?') < 0) ? decoded : uri(decoded);
	}

	/**
	 * Several connections see the same database in memory through a shared cache or
	 * through the memdb VFS with a name that begins with a slash. With a shared cache a
	 * second writer fails at once (SQLITE_LOCKED, which no busy timeout cures); memdb
	 * locks as a file does.
	 */
	private static String inMemory(String name, Map<String, String> parameters) {
		parameters.remove("mode");
		parameters.remove("cache");
		parameters.put("vfs", "memdb");
		return URI_PREFIX + ((name.startsWith("/")) ? name : "/" + name);
	}

	/**
	 * sqlite-jdbc takes the parameters that it does not know for a part of the file name,
	 * unless the name is a URI.
	 */
	private static String uri(String database) {
		if (database.startsWith(URI_PREFIX)) {
			return database;
		}
		String path = database.replace('\\', '/');
		boolean drive = path.matches("[A-Za-z]:/.*");
		return URI_PREFIX + ((drive) ? "/" : "") + path.replace("%", "%25").replace("?", "%3F").replace("#", "%23");
	}

	/**
	 * SQLite leaves foreign keys unchecked unless a connection asks for it. The same
	 * application runs on a database server in production, where they are checked, so
	 * that a violation must not pass in development.
	 */
	private static void enforceForeignKeys(Map<String, String> parameters) {
		if (parameters.keySet().stream().noneMatch("foreign_keys"::equalsIgnoreCase)) {
			parameters.put("foreign_keys", "on");
		}
	}

	private static String query(Map<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.map((parameter) -> parameter.getKey() + "=" + parameter.getValue())
			.collect(Collectors.joining("&", "?", ""));
	}

}
