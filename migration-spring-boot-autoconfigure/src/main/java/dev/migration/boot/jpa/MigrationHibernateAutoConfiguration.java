package dev.migration.boot.jpa;

import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.jpa.HibernatePersistenceProvider;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * Auto-configuration that lets {@code ddl-auto=validate} pass on SQLite.
 */
@AutoConfiguration
@ConditionalOnClass({ LocalContainerEntityManagerFactoryBean.class, HibernatePersistenceProvider.class,
		SQLiteDialect.class })
@ConditionalOnBooleanProperty(name = "migration.enabled", matchIfMissing = true)
@ImportRuntimeHints(HibernateHints.class)
public final class MigrationHibernateAutoConfiguration {

	@Bean
	static SqliteSettings migrationSqliteSettings(ObjectProvider<JdbcConnectionDetails> connectionDetails) {
		return new SqliteSettings(connectionDetails);
	}

}
