package dev.migration.sample;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What SQLite needs besides its URL.
 */
@Configuration(proxyBeanMethods = false)
class SqliteConfiguration {

	/**
	 * SQLite takes one writer at a time, and fails a transaction that has read and then
	 * wants to write while another one does. With a single connection the requests queue
	 * up in the pool instead.
	 */
	@Bean
	static BeanPostProcessor singleConnectionOnSqlite() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessBeforeInitialization(Object bean, String name) {
				if (bean instanceof HikariDataSource pool && isSqlite(pool.getJdbcUrl())) {
					pool.setMaximumPoolSize(1);
				}
				return bean;
			}

		};
	}

	private static boolean isSqlite(@Nullable String jdbcUrl) {
		return jdbcUrl != null && jdbcUrl.startsWith("jdbc:sqlite:");
	}

}
