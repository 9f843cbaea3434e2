package dev.migration.boot.autoconfigure;

import java.util.Optional;

import dev.migration.boot.env.DatabaseUrl;
import dev.migration.boot.env.InMemoryDatabase;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * The connection as the properties have it. A URL is only understood when it is asked
 * for, which a command that opens no database does not do.
 */
class PropertiesMigrationConnectionDetails implements MigrationConnectionDetails {

	private final MigrationProperties properties;

	private final ConfigurableBeanFactory beanFactory;

	private final SingletonSupplier<Optional<DatabaseUrl>> url;

	PropertiesMigrationConnectionDetails(MigrationProperties properties, ConfigurableBeanFactory beanFactory) {
		this.properties = properties;
		this.beanFactory = beanFactory;
		this.url = SingletonSupplier.of(this::readUrl);
	}

	private Optional<DatabaseUrl> readUrl() {
		String given = this.properties.getUrl();
		if (!StringUtils.hasText(given)) {
			return Optional.empty();
		}
		DatabaseUrl read = DatabaseUrl.ofProperty(given, "migration.url", this.beanFactory.getBeanClassLoader())
			.withLogin(this.properties.getUser(), this.properties.getPassword());
		if (read.inMemory()) {
			InMemoryDatabase.keep(read.jdbcUrl(), this.beanFactory);
		}
		return Optional.of(read);
	}

	@Override
	public @Nullable String getJdbcUrl() {
		return this.url.obtain().map(DatabaseUrl::jdbcUrl).orElse(null);
	}

	@Override
	public @Nullable String getUsername() {
		return this.url.obtain().isPresent() ? this.url.obtain().get().username() : this.properties.getUser();
	}

	@Override
	public @Nullable String getPassword() {
		return this.url.obtain().isPresent() ? this.url.obtain().get().password() : this.properties.getPassword();
	}

	@Override
	public @Nullable String getDriverClassName() {
		String own = RevisionDataSource.requireDriver(this.properties.getDriverClassName(),
				"migration.driver-class-name", this.beanFactory.getBeanClassLoader());
		return (own != null) ? own : MigrationConnectionDetails.super.getDriverClassName();
	}

}
