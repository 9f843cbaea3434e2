package dev.migration.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.jdbc.DatabaseDriver;

/**
 * The connection that revisions run on. A bean of this type goes before the properties,
 * so that the URL of production does not reach a test that brings a database of its own.
 * What is {@code null} is as for the {@code DataSource} of the application.
 */
public interface MigrationConnectionDetails extends ConnectionDetails {

	/**
	 * Return the URL of the database.
	 * @return the JDBC URL, or {@code null} for the database of the application
	 */
	@Nullable String getJdbcUrl();

	/**
	 * Return the user that revisions run as.
	 * @return the user or {@code null}
	 */
	@Nullable String getUsername();

	/**
	 * Return the password of the user.
	 * @return the password or {@code null}
	 */
	@Nullable String getPassword();

	/**
	 * Return the driver.
	 * @return the name of its class, by default that of the URL
	 */
	default @Nullable String getDriverClassName() {
		String url = getJdbcUrl();
		return (url != null) ? DatabaseDriver.fromJdbcUrl(url).getDriverClassName() : null;
	}

}
