package dev.migration.boot.autoconfigure;

import dev.migration.boot.env.DatabaseUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The connection as the properties have it. A user or a password in the URL belongs to
 * it, and the properties do not mix with it.
 */
class PropertiesMigrationConnectionDetails implements MigrationConnectionDetails {

	private final MigrationProperties properties;

	private final @Nullable DatabaseUrl url;

	PropertiesMigrationConnectionDetails(MigrationProperties properties, @Nullable ClassLoader classLoader) {
		this.properties = properties;
		String given = properties.getUrl();
		this.url = StringUtils.hasText(given) ? DatabaseUrl.ofProperty(given, "migration.url", classLoader) : null;
	}

	@Override
	public @Nullable String getJdbcUrl() {
		return (this.url != null) ? this.url.jdbcUrl() : null;
	}

	@Override
	public @Nullable String getUsername() {
		return (this.url != null && hasLogin(this.url)) ? this.url.username() : this.properties.getUser();
	}

	@Override
	public @Nullable String getPassword() {
		return (this.url != null && hasLogin(this.url)) ? this.url.password() : this.properties.getPassword();
	}

	private static boolean hasLogin(DatabaseUrl url) {
		return url.username() != null || url.password() != null;
	}

	@Override
	public @Nullable String getDriverClassName() {
		String own = this.properties.getDriverClassName();
		return StringUtils.hasText(own) ? own : MigrationConnectionDetails.super.getDriverClassName();
	}

}
