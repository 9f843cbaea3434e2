package dev.migration.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Fills the tokens of one template of a {@link NamingConvention}.
 */
final class NameTemplate {

	private static final Pattern TOKEN = Pattern.compile("%\\((\\w+)\\)s");

	private static final Pattern KNOWN = Pattern.compile("table_name|constraint_name|condition_hash|referred_table_name"
			+ "|(referred_)?column_(names|0N_name|0_N_name|\\d+_name)");

	private static final String GIVEN = "%(constraint_name)s";

	private NameTemplate() {
	}

	static void require(String kind, String template) {
		if (template.isBlank()) {
			throw new IllegalArgumentException("The template '" + kind + "' of the naming convention is empty");
		}
		if (TOKEN.matcher(template).replaceAll("").contains("%")) {
			throw new IllegalArgumentException("The template '" + kind + "' of the naming convention has a '%' in '"
					+ template + "' that begins no token; a token has the form %(table_name)s");
		}
		Matcher tokens = TOKEN.matcher(template);
		while (tokens.find()) {
			if (!KNOWN.matcher(tokens.group(1)).matches()) {
				throw new IllegalArgumentException("The template '" + kind + "' of the naming convention has the "
						+ "unknown token '" + tokens.group(1) + "' in '" + template + "'; there are table_name, "
						+ "column_names, column_0_name, column_0N_name, column_0_N_name, referred_table_name, "
						+ "referred_column_0_name, constraint_name and condition_hash");
			}
		}
	}

	static String apply(String template, @Nullable String given, Map<String, String> values) {
		if (given != null) {
			return applyToName(template, given, values);
		}
		Map<String, String> all = new HashMap<>(values);
		// What SQLAlchemy refuses for want of a name gets one by its columns or
		// condition.
		all.putIfAbsent("constraint_name", values.getOrDefault("column_names",
				values.getOrDefault("condition_hash", values.getOrDefault("table_name", ""))));
		return NamingConvention.cut(fill(template, all));
	}

	static String applyToName(String template, String given, Map<String, String> values) {
		int position = template.indexOf(GIVEN);
		if (position < 0) {
			return given;
		}
		String before = fill(template.substring(0, position), values);
		String after = fill(template.substring(position + GIVEN.length()), values);
		boolean isFinal = given.startsWith(before) && given.endsWith(after)
				&& given.length() > before.length() + after.length();
		return isFinal ? given : NamingConvention.cut(before + given + after);
	}

	private static String fill(String template, Map<String, String> values) {
		return TOKEN.matcher(template)
			.replaceAll((token) -> Matcher.quoteReplacement(values.getOrDefault(token.group(1), "")));
	}

	static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 4);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
