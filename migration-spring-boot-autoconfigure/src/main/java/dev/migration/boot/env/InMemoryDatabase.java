package dev.migration.boot.env;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * Keeps a database in memory as long as the application context lives. It would vanish
 * with its last connection, and a pool retires connections by age, by idleness and after
 * errors; one connection outside of the pool makes any pool and any of its settings safe.
 */
public final class InMemoryDatabase {

	private static final String BEAN_NAME_PREFIX = InMemoryDatabase.class.getName() + ".";

	private InMemoryDatabase() {
	}

	static void keep(String jdbcUrl, ConfigurableBootstrapContext bootstrapContext) {
		bootstrapContext.addCloseListener((event) -> keep(jdbcUrl, event.getApplicationContext()));
	}

	private static void keep(String jdbcUrl, ConfigurableApplicationContext applicationContext) {
		keep(jdbcUrl, applicationContext.getBeanFactory());
	}

	/**
	 * Keep a database until the beans are destroyed.
	 * @param jdbcUrl the JDBC URL of the database
	 * @param beanFactory the bean factory
	 */
	public static void keep(String jdbcUrl, BeanFactory beanFactory) {
		if (beanFactory instanceof DefaultSingletonBeanRegistry registry) {
			// A disposable bean, because a context that fails to refresh destroys its
			// beans but publishes no event.
			registry.registerDisposableBean(BEAN_NAME_PREFIX + jdbcUrl, open(jdbcUrl)::close);
		}
	}

	private static Connection open(String jdbcUrl) {
		try {
			return DriverManager.getConnection(jdbcUrl);
		}
		catch (SQLException ex) {
			throw new CannotGetJdbcConnectionException("Failed to open the database in memory", ex);
		}
	}

}
