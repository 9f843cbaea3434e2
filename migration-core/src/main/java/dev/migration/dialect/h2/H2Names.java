package dev.migration.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.QualifiedName;

/**
 * What a database does with names and other words of a definition.
 *
 * @param quote writes a name
 * @param defaultSchema the schema of a name without one, as it is stored
 * @param settings the settings by their name
 * @param textType what it calls the type text
 */
record H2Names(UnaryOperator<String> quote, String defaultSchema, Map<String, String> settings, String textType) {

	private static final String DEFAULTS = "SELECT CURRENT_SCHEMA, CAST(NULL AS TEXT)";

	private static final String SETTINGS = "SELECT setting_name, setting_value FROM information_schema.settings";

	static H2Names read(Connection connection, UnaryOperator<String> quote) throws SQLException {
		Map<String, String> settings = new LinkedHashMap<>();
		try (Statement statement = connection.createStatement()) {
			try (ResultSet row = statement.executeQuery(SETTINGS)) {
				while (row.next()) {
					settings.put(row.getString(1), row.getString(2));
				}
			}
			try (ResultSet row = statement.executeQuery(DEFAULTS)) {
				row.next();
				return new H2Names(quote, row.getString(1), settings, row.getMetaData().getColumnTypeName(2));
			}
		}
	}

	/**
	 * Return a name as it is stored: without quotes it is in upper case, unless the
	 * database is set otherwise.
	 */
	String stored(String name) {
		return (isUpperCase() && isPlain(name)) ? name.toUpperCase(Locale.ROOT) : name;
	}

	/**
	 * Return a name as one writes it in a definition.
	 */
	String meant(String stored) {
		String lower = stored.toLowerCase(Locale.ROOT);
		return (isUpperCase() && isPlain(lower) && lower.toUpperCase(Locale.ROOT).equals(stored)) ? lower : stored;
	}

	/**
	 * Return a name as it is written once it was stored.
	 */
	String normal(String name) {
		return meant(stored(name));
	}

	QualifiedName normal(QualifiedName name) {
		return name((name.schema() != null) ? stored(name.schema()) : null, stored(name.name()));
	}

	/**
	 * Return the name of something that is stored, without the schema if that is the
	 * default one.
	 */
	QualifiedName name(@Nullable String schema, String name) {
		String named = (schema == null || schema.equals(this.defaultSchema)) ? null : meant(schema);
		return new QualifiedName(named, meant(name));
	}

	/**
	 * Return the schemas to read, as they are stored.
	 */
	Set<String> schemas(Collection<String> others) {
		Set<String> schemas = new LinkedHashSet<>();
		schemas.add(this.defaultSchema);
		others.forEach((schema) -> schemas.add(stored(schema)));
		schemas.remove("INFORMATION_SCHEMA");
		return schemas;
	}

	private boolean isPlain(String name) {
		return this.quote.apply(name).equals(name);
	}

	private boolean isUpperCase() {
		return Boolean.parseBoolean(this.settings.getOrDefault("DATABASE_TO_UPPER", "true"));
	}

}
