package dev.migration.boot.actuate;

import java.util.regex.Pattern;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

import dev.migration.boot.env.DatabaseUrl;

/**
 * Keeps the passwords of databases out of the endpoints {@code env} and
 * {@code configprops}, also where the operator lets them show values.
 */
class DatabaseUrlSanitizingFunction implements SanitizingFunction {

	private static final Pattern URL = Pattern.compile("(.+\\.)?database\\.url|migration\\.(databases\\..+\\.)?url");

	private static final Pattern PASSWORD = Pattern.compile("migration\\.(databases\\..+\\.)?password");

	@Override
	public SanitizableData apply(SanitizableData data) {
		String key = data.getLowerCaseKey().replace('_', '.');
		if (PASSWORD.matcher(key).matches() || (key.endsWith(".password") && isOfDatabaseUrl(data))) {
			return data.withSanitizedValue();
		}
		Object value = data.getValue();
		return (value != null && URL.matcher(key).matches()) ? data.withValue(DatabaseUrl.mask(value.toString()))
				: data;
	}

	private static boolean isOfDatabaseUrl(SanitizableData data) {
		return data.getPropertySource() != null && DatabaseUrl.isSource(data.getPropertySource());
	}

}
