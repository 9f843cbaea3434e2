package dev.migration.boot.jpa;

import java.util.Map;

import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.tool.schema.JdbcMetadataAccessStrategy;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration that lets {@code ddl-auto=validate} pass on SQLite.
 */
@AutoConfiguration
@ConditionalOnClass({ HibernatePropertiesCustomizer.class, SQLiteDialect.class })
@ConditionalOnBooleanProperty(name = "migration.enabled", matchIfMissing = true)
public final class MigrationHibernateAutoConfiguration {

	@Bean
	HibernatePropertiesCustomizer migrationSqliteDialectCustomizer(
			ObjectProvider<JdbcConnectionDetails> connectionDetails) {
		return (properties) -> connectionDetails.ifUnique((details) -> useDialect(properties, details.getJdbcUrl()));
	}

	private static void useDialect(Map<String, Object> properties, String jdbcUrl) {
		if (jdbcUrl.startsWith("jdbc:sqlite:")) {
			properties.putIfAbsent(JdbcSettings.DIALECT, MigrationSqliteDialect.class.getName());
			// Hibernate asks for all columns at once, and the driver then joins the
			// tables in
			// one SELECT, of which SQLite takes no more than 500.
			properties.putIfAbsent(SchemaToolingSettings.HBM2DDL_JDBC_METADATA_EXTRACTOR_STRATEGY,
					JdbcMetadataAccessStrategy.INDIVIDUALLY.toString());
		}
	}

}
