package dev.migration.boot.autoconfigure;

import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/**
 * Matches when there is a database to migrate.
 */
class OnDatabaseCondition extends AnyNestedCondition {

	OnDatabaseCondition() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnBean(DataSource.class)
	static class HasDataSource {

	}

	@ConditionalOnBean(MigrationConnectionDetails.class)
	static class HasConnectionDetails {

	}

	@ConditionalOnProperty("migration.url")
	static class HasUrl {

	}

}
