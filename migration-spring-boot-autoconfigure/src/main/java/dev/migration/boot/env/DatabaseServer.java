package dev.migration.boot.env;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The dialects of JDBC URLs: what a driver calls a parameter and how it decodes its URL.
 * A parameter that is not translated here passes, because the drivers ignore what they do
 * not know.
 */
enum DatabaseServer {

	POSTGRESQL("postgresql", PercentEncoding::encode) {

		@Override
		void translate(String name, String value, Map<String, String> target) {
			switch (name) {
				case "application_name" -> target.put("ApplicationName", value);
				case "connect_timeout" -> target.put("connectTimeout", value);
				case "channel_binding" -> target.put("channelBinding", value);
				case "gssencmode" -> target.put("gssEncMode", value);
				case "keepalives" -> target.put("tcpKeepAlive", Boolean.toString(!value.equals("0")));
				case "krbsrvname" -> target.put("kerberosServerName", value);
				case "load_balance_hosts" -> target.put("loadBalanceHosts", Boolean.toString(value.equals("random")));
				case "require_auth" -> target.put("requireAuth", value);
				case "sslnegotiation" -> target.put("sslNegotiation", value);
				case "target_session_attrs" -> target.put("targetServerType", targetServerType(value));
				default -> target.put(name, value);
			}
		}

		private static String targetServerType(String sessionAttributes) {
			return switch (sessionAttributes) {
				case "read-write" -> "primary";
				case "read-only", "standby" -> "secondary";
				case "prefer-standby" -> "preferSecondary";
				default -> sessionAttributes;
			};
		}

	},

	MYSQL("mysql", PercentEncoding::encode) {

		@Override
		void translate(String name, String value, Map<String, String> target) {
			switch (name) {
				case "charset" -> translateCharset(value, target);
				case "connect_timeout" -> target.put("connectTimeout", milliseconds(value));
				case "ssl-mode", "ssl_mode" -> target.put("sslMode", value.toUpperCase(Locale.ROOT));
				default -> target.put(name, value);
			}
		}

		private static void translateCharset(String charset, Map<String, String> target) {
			// Connector/J takes names of Java charsets and speaks utf8mb4 if left alone.
			if (!charset.toLowerCase(Locale.ROOT).startsWith("utf8")) {
				target.put("characterEncoding", charset);
			}
		}

	},

	// MariaDB's driver does not decode its URL at all.
	MARIADB("mariadb", UnaryOperator.identity()) {

		@Override
		void translate(String name, String value, Map<String, String> target) {
			switch (name) {
				case "connect_timeout" -> target.put("connectTimeout", milliseconds(value));
				case "ssl-mode", "ssl_mode" -> target.put("sslMode", sslMode(value.toUpperCase(Locale.ROOT)));
				default -> target.put(name, value);
			}
		}

		private static String sslMode(String mode) {
			return switch (mode) {
				case "DISABLED", "PREFERRED" -> "disable";
				case "REQUIRED" -> "trust";
				case "VERIFY_CA" -> "verify-ca";
				case "VERIFY_IDENTITY" -> "verify-full";
				default -> mode;
			};
		}

	};

	private final String subprotocol;

	private final UnaryOperator<String> encoder;

	DatabaseServer(String subprotocol, UnaryOperator<String> encoder) {
		this.subprotocol = subprotocol;
		this.encoder = encoder;
	}

	abstract void translate(String name, String value, Map<String, String> target);

	String jdbcUrl(String hosts, String database, Map<String, String> parameters) {
		Map<String, String> translated = new LinkedHashMap<>();
		parameters.forEach((name, value) -> translate(name, value, translated));
		StringBuilder url = new StringBuilder("jdbc:").append(this.subprotocol).append("://");
		url.append(hosts).append('/').append(this.encoder.apply(database));
		char separator = '?';
		for (Map.Entry<String, String> parameter : translated.entrySet()) {
			url.append(separator).append(this.encoder.apply(parameter.getKey()));
			url.append('=').append(this.encoder.apply(parameter.getValue()));
			separator = '&';
		}
		return url.toString();
	}

	private static String milliseconds(String seconds) {
		return seconds.matches("\\d+") ? seconds + "000" : seconds;
	}

}
