package dev.migration.boot.env;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.core.env.PropertySource;
import org.springframework.util.ClassUtils;

/**
 * What a database URL means to JDBC.
 *
 * @param jdbcUrl the JDBC URL, without user and password unless it was given as a JDBC
 * URL
 * @param username the user or {@code null}
 * @param password the password or {@code null}
 * @param inMemory whether the database lasts only as long as a connection to it is open
 */
public record DatabaseUrl(String jdbcUrl, @Nullable String username, @Nullable String password, boolean inMemory) {

	/**
	 * Parse the URL that is the value of a property.
	 * @param url the URL, as a JDBC URL or in the form of {@code DATABASE_URL}
	 * @param property the name of the property
	 * @param classLoader the class loader that must have the driver
	 * @return the parsed URL
	 * @throws dev.migration.MigrationException if the URL cannot be understood or its
	 * driver is missing
	 */
	public static DatabaseUrl ofProperty(String url, String property, @Nullable ClassLoader classLoader) {
		DatabaseUrlPlace place = DatabaseUrlPlace.property(property);
		DatabaseUrl parsed = parse(url, place);
		parsed.checkDriver(place, classLoader);
		return parsed;
	}

	/**
	 * Parse a database URL.
	 * @param url the URL
	 * @param place where it stands
	 * @return the parsed URL
	 * @throws InvalidDatabaseUrlException if the URL cannot be understood
	 */
	static DatabaseUrl parse(String url, DatabaseUrlPlace place) {
		String trimmed = url.trim();
		try {
			return DatabaseUrlParser.parse(trimmed);
		}
		catch (MalformedUrlException ex) {
			throw new InvalidDatabaseUrlException(place, trimmed, ex.getReason());
		}
	}

	/**
	 * Return this URL with a login that stands beside it. A user or a password must never
	 * meet the URL of another database, so one in the URL leaves no room for it.
	 * @param user the user or {@code null}
	 * @param userPassword the password or {@code null}
	 * @return the URL with its own login, or else with the other
	 */
	public DatabaseUrl withLogin(@Nullable String user, @Nullable String userPassword) {
		boolean hasLogin = this.username != null || this.password != null;
		return hasLogin ? this : new DatabaseUrl(this.jdbcUrl, user, userPassword, this.inMemory);
	}

	/**
	 * Return a database URL without its password.
	 * @param url the URL, which need not be well-formed
	 * @return what can be shown of it
	 */
	public static String mask(String url) {
		return DatabaseUrlMask.mask(url);
	}

	/**
	 * Return whether properties were made from a database URL in the environment.
	 * @param propertySource the properties
	 * @return whether they were
	 */
	public static boolean isSource(PropertySource<?> propertySource) {
		return propertySource instanceof DatabaseUrlPropertySource;
	}

	void checkDriver(DatabaseUrlPlace place, @Nullable ClassLoader classLoader) {
		DatabaseDriver driver = DatabaseDriver.fromJdbcUrl(this.jdbcUrl);
		String driverClassName = driver.getDriverClassName();
		if (driverClassName != null && !ClassUtils.isPresent(driverClassName, classLoader)) {
			throw new DatabaseDriverMissingException(place, driver);
		}
	}

	@Override
	public String toString() {
		return "DatabaseUrl[inMemory=" + this.inMemory + "]";
	}

}
