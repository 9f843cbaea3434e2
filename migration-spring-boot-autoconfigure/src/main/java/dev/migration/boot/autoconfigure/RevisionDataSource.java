package dev.migration.boot.autoconfigure;

import java.util.Optional;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * The {@code DataSource} that revisions run on, beside that of the application. It is
 * looked for as Spring Boot's own modules do: the one that is marked for it, a URL, a
 * user for the database of the application, its {@code DataSource} itself.
 *
 * @param revisions what revisions run on
 * @param application what the application uses; the same where nothing else is
 */
record RevisionDataSource(DataSource revisions, DataSource application) {

	static Optional<RevisionDataSource> find(ObjectProvider<DataSource> marked, ObjectProvider<DataSource> all,
			MigrationConnectionDetails details) {
		DataSource application = all.getIfUnique();
		DataSource own = marked.getIfAvailable();
		if (own == null && details.getJdbcUrl() != null) {
			own = withoutPool(DataSourceBuilder.create().url(details.getJdbcUrl()), details.getUsername(),
					details.getPassword(), details.getDriverClassName());
		}
		if (own == null && application != null) {
			own = forUser(application, details.getUsername(), details.getPassword(), details.getDriverClassName());
		}
		return Optional.ofNullable(own)
			.map((revisions) -> new RevisionDataSource(revisions, (application != null) ? application : revisions));
	}

	static DataSource forUser(DataSource application, @Nullable String user, @Nullable String password,
			@Nullable String driver) {
		return StringUtils.hasText(user)
				? withoutPool(DataSourceBuilder.derivedFrom(application), user, password, driver) : application;
	}

	/**
	 * Revisions take one connection, and seldom.
	 */
	private static DataSource withoutPool(DataSourceBuilder<?> builder, @Nullable String user,
			@Nullable String password, @Nullable String driver) {
		if (StringUtils.hasText(driver)) {
			builder.driverClassName(driver);
		}
		return builder.type(SimpleDriverDataSource.class).username(user).password(password).build();
	}

	/**
	 * Return a driver that can be used.
	 * @param driver the name of its class, or nothing for that of the URL
	 * @param property the property that names it
	 * @param classLoader the class loader of the application
	 * @return the name, or {@code null} if there is none
	 * @throws DatabaseConfigurationException if it is not on the class path
	 */
	static @Nullable String requireDriver(@Nullable String driver, String property, @Nullable ClassLoader classLoader) {
		if (!StringUtils.hasText(driver)) {
			return null;
		}
		if (!ClassUtils.isPresent(driver, classLoader)) {
			throw DatabaseConfigurationException.noDriver(property, driver);
		}
		return driver;
	}

	static RevisionDataSource of(DataSource dataSource) {
		return new RevisionDataSource(dataSource, dataSource);
	}

}
