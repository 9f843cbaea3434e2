package dev.migration.boot.env;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * URLs of database servers: {@code [user[:password]@][host[:port],...]/database[?query]}.
 * Wherever an unencoded character could shift the borders between the password and the
 * rest it refuses the URL, so that no piece of a password is taken for a host.
 */
final class ServerUrl {

	private static final Pattern HOST_NAME = Pattern.compile("[\\p{L}\\p{N}._-]+");

	private static final Pattern IPV6_ADDRESS = Pattern.compile("\\[[0-9A-Fa-f:.]+(%[\\w.-]+)?]");

	private final DatabaseServer server;

	private final String authority;

	private final @Nullable String path;

	private final Map<String, String> parameters;

	private ServerUrl(DatabaseServer server, String rest) throws MalformedUrlException {
		int question = rest.indexOf('?');
		String location = (question < 0) ? rest : rest.substring(0, question);
		int slash = location.indexOf('/');
		this.server = server;
		this.authority = (slash < 0) ? location : location.substring(0, slash);
		this.path = (slash < 0) ? null : location.substring(slash + 1);
		this.parameters = decodedParameters((question < 0) ? "" : rest.substring(question + 1));
	}

	static DatabaseUrl parse(DatabaseServer server, String rest) throws MalformedUrlException {
		return new ServerUrl(server, rest).toDatabaseUrl();
	}

	private DatabaseUrl toDatabaseUrl() throws MalformedUrlException {
		int at = this.authority.lastIndexOf('@');
		String login = (at < 0) ? "" : this.authority.substring(0, at);
		int colon = login.indexOf(':');
		String user = (colon < 0) ? login : login.substring(0, colon);
		String password = (colon < 0) ? "" : login.substring(colon + 1);
		String username = orParameter("user", PercentEncoding.decode(user, "the user"));
		String secret = orParameter("password", PercentEncoding.decode(password, "the password"));
		String hosts = hosts(this.authority.substring(at + 1));
		return new DatabaseUrl(this.server.jdbcUrl(hosts, database(), this.parameters), username, secret, false);
	}

	private @Nullable String orParameter(String name, String value) {
		String parameter = this.parameters.remove(name);
		String result = (parameter != null) ? parameter : value;
		return (!result.isEmpty()) ? result : null;
	}

	private String database() throws MalformedUrlException {
		if (this.path == null || this.path.isEmpty()) {
			throw new MalformedUrlException("it names no database");
		}
		if (this.path.indexOf('/') >= 0 || this.path.indexOf('@') >= 0) {
			throw new MalformedUrlException("the database name holds a '/' or a '@'"
					+ " (if that belongs to the password: '/' is %2F and '@' is %40 there)");
		}
		return PercentEncoding.decode(this.path, "the database name");
	}

	private String hosts(String text) throws MalformedUrlException {
		StringJoiner hosts = new StringJoiner(",");
		for (String host : text.split(",", -1)) {
			hosts.add(host(host));
		}
		return hosts.toString();
	}

	private String host(String text) throws MalformedUrlException {
		int colon = text.lastIndexOf(':');
		boolean hasPort = colon > text.lastIndexOf(']');
		String host = (hasPort) ? text.substring(0, colon) : text;
		String port = (hasPort) ? text.substring(colon + 1) : "";
		return checkedHost(host) + ((!port.isEmpty()) ? ":" + checkedPort(port) : "");
	}

	private static String checkedHost(String text) throws MalformedUrlException {
		if (text.isEmpty()) {
			return "localhost";
		}
		if (IPV6_ADDRESS.matcher(text).matches()) {
			return text;
		}
		String host = PercentEncoding.decode(text, "the host");
		if (host.startsWith("/")) {
			throw new MalformedUrlException("the host is a Unix socket, which the JDBC driver cannot connect to");
		}
		if (!HOST_NAME.matcher(host).matches()) {
			throw new MalformedUrlException("the host is not a host name, an IPv4 address or an IPv6 address in []");
		}
		return host;
	}

	private static String checkedPort(String text) throws MalformedUrlException {
		boolean digits = text.length() <= 5 && text.chars().allMatch((ch) -> ch >= '0' && ch <= '9');
		int port = (digits) ? Integer.parseInt(text) : 0;
		if (port < 1 || port > 65535) {
			throw new MalformedUrlException("the port is not a number between 1 and 65535"
					+ " (if the ':' begins a password: '/' is %2F and '?' is %3F there)");
		}
		return Integer.toString(port);
	}

	private static Map<String, String> decodedParameters(String query) throws MalformedUrlException {
		Map<String, String> decoded = new LinkedHashMap<>();
		for (Map.Entry<String, String> parameter : DatabaseUrlParser.parameters(query).entrySet()) {
			decoded.put(PercentEncoding.decode(parameter.getKey(), "a parameter"),
					PercentEncoding.decode(parameter.getValue(), "a parameter"));
		}
		return decoded;
	}

}
