package dev.migration.boot.connection;

import dev.migration.boot.autoconfigure.MigrationConnectionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Lets revisions run on the database that Docker Compose has started.
 */
class JdbcAdaptingMigrationConnectionDetailsFactory
		implements ConnectionDetailsFactory<JdbcConnectionDetails, MigrationConnectionDetails> {

	@Override
	public MigrationConnectionDetails getConnectionDetails(JdbcConnectionDetails source) {
		return new MigrationConnectionDetails() {

			@Override
			public String getJdbcUrl() {
				return source.getJdbcUrl();
			}

			@Override
			public @Nullable String getUsername() {
				return source.getUsername();
			}

			@Override
			public @Nullable String getPassword() {
				return source.getPassword();
			}

			@Override
			public String getDriverClassName() {
				return source.getDriverClassName();
			}

		};
	}

}
