package dev.migration.boot.env;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows a database URL without its password. It does not trust the URL to be well-formed:
 * a part is shown only where it cannot be the password or a piece of it.
 */
final class DatabaseUrlMask {

	private static final String HIDDEN = "***";

	private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9]*(\\+[A-Za-z0-9_]+)?://");

	private static final Pattern USER = Pattern.compile("[\\w.~%+-]+");

	private static final Pattern HOST_AND_DATABASE = Pattern
		.compile("([\\w.-]+|\\[[0-9A-Fa-f:.]+])(:\\d+)?(,([\\w.-]+|\\[[0-9A-Fa-f:.]+])(:\\d+)?)*/[\\w.%-]*");

	private static final Pattern SETTINGS = Pattern.compile("[?;]");

	private DatabaseUrlMask() {
	}

	static String mask(String url) {
		Matcher scheme = SCHEME.matcher(url);
		if (!scheme.lookingAt() || url.chars().anyMatch(Character::isISOControl)) {
			return HIDDEN;
		}
		String rest = url.substring(scheme.end());
		int at = rest.lastIndexOf('@');
		return scheme.group() + ((at < 0) ? maskWithoutLogin(scheme.group(), rest)
				: maskLogin(rest.substring(0, at)) + "@" + maskTarget(rest.substring(0, at), rest.substring(at + 1)));
	}

	private static String maskWithoutLogin(String scheme, String rest) {
		boolean file = (scheme.startsWith("sqlite") || scheme.startsWith("h2")) && rest.startsWith("/");
		// In "user:password" that lost its host everything after the colon is suspect.
		int colon = (!file) ? rest.indexOf(':') : -1;
		if (colon >= 0) {
			return rest.substring(0, colon).replaceFirst("\\?.*", "?") + ":" + HIDDEN;
		}
		return maskQuery(rest);
	}

	private static String maskLogin(String login) {
		int colon = login.indexOf(':');
		boolean userIsPlain = colon > 0 && USER.matcher(login.substring(0, colon)).matches();
		return (userIsPlain) ? login.substring(0, colon) + ":" + HIDDEN : HIDDEN;
	}

	private static String maskTarget(String login, String target) {
		// The last @ may belong to a password in the query.
		if (login.contains("?")) {
			return HIDDEN;
		}
		int query = target.indexOf('?');
		String hostAndDatabase = (query < 0) ? target : target.substring(0, query);
		return HOST_AND_DATABASE.matcher(hostAndDatabase).matches() ? maskQuery(target) : HIDDEN;
	}

	private static String maskQuery(String text) {
		// H2 has its settings behind a semicolon.
		Matcher settings = SETTINGS.matcher(text);
		return settings.find() ? text.substring(0, settings.end()) + HIDDEN : text;
	}

}
