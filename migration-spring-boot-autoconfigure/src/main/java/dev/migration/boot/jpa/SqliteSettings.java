package dev.migration.boot.jpa;

import java.util.Map;

import javax.sql.DataSource;

import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.tool.schema.JdbcMetadataAccessStrategy;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeansException;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * Tells each entity manager factory what it needs on SQLite, whoever defined it. What the
 * application says itself goes first. It opens no connection.
 */
final class SqliteSettings implements BeanPostProcessor {

	private static final String SQLITE = "jdbc:sqlite:";

	private final ObjectProvider<JdbcConnectionDetails> connectionDetails;

	SqliteSettings(ObjectProvider<JdbcConnectionDetails> connectionDetails) {
		this.connectionDetails = connectionDetails;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof LocalContainerEntityManagerFactoryBean factory) {
			Map<String, Object> properties = factory.getJpaPropertyMap();
			properties.put(SqliteDialectContributor.SETTING, true);
			if (isSqlite(factory.getDataSource())) {
				apply(properties);
			}
		}
		return bean;
	}

	private static void apply(Map<String, Object> properties) {
		// Hibernate asks for all columns at once, and the driver then joins the tables in
		// one SELECT, of which SQLite takes no more than 500.
		properties.putIfAbsent(SchemaToolingSettings.HBM2DDL_JDBC_METADATA_EXTRACTOR_STRATEGY,
				JdbcMetadataAccessStrategy.INDIVIDUALLY.toString());
		if (isFalse(properties.get(JdbcSettings.ALLOW_METADATA_ON_BOOT))) {
			// Then no resolver is asked.
			properties.putIfAbsent(JdbcSettings.DIALECT, MigrationSqliteDialect.class.getName());
		}
	}

	private static boolean isFalse(@Nullable Object setting) {
		return setting != null && setting.toString().equalsIgnoreCase("false");
	}

	private boolean isSqlite(@Nullable DataSource dataSource) {
		String url = url(dataSource);
		if (url == null) {
			JdbcConnectionDetails details = this.connectionDetails.getIfUnique();
			url = (details != null) ? details.getJdbcUrl() : null;
		}
		return url != null && url.startsWith(SQLITE);
	}

	/**
	 * Pools and drivers know their URL by one of two names.
	 */
	private static @Nullable String url(@Nullable DataSource dataSource) {
		if (dataSource instanceof DelegatingDataSource delegating) {
			return url(delegating.getTargetDataSource());
		}
		if (dataSource == null) {
			return null;
		}
		BeanWrapper properties = PropertyAccessorFactory.forBeanPropertyAccess(dataSource);
		String url = property(properties, "jdbcUrl");
		return (url != null) ? url : property(properties, "url");
	}

	private static @Nullable String property(BeanWrapper properties, String name) {
		try {
			return (properties.isReadableProperty(name) && properties.getPropertyValue(name) instanceof String text)
					? text : null;
		}
		catch (BeansException ex) {
			// A pool that has to connect to know it does not say it.
			return null;
		}
	}

}
