package dev.migration.boot.env;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for SQLite {@code DATABASE_URL}s with the pool that Boot configures.
 */
class DatabaseUrlSqliteTests {

	@TempDir
	Path directory;

	@Test
	void inMemoryDatabaseIsOneForAllConnectionsOfThePool() throws SQLException {
		try (ConfigurableApplicationContext context = run("sqlite://")) {
			HikariDataSource dataSource = context.getBean(HikariDataSource.class);
			try (Connection first = dataSource.getConnection(); Connection second = dataSource.getConnection()) {
				first.createStatement().execute("create table team (id integer)");
				second.createStatement().execute("insert into team values (1)");
			}
			assertThat(count(dataSource)).isOne();
		}
	}

	@Test
	void inMemoryDatabaseSurvivesThatEveryConnectionIsRetired() {
		try (ConfigurableApplicationContext context = run("sqlite:///:memory:")) {
			HikariDataSource dataSource = context.getBean(HikariDataSource.class);
			JdbcClient.create(dataSource).sql("create table team (id integer)").update();
			dataSource.getHikariPoolMXBean().softEvictConnections();
			assertThat(count(dataSource)).isZero();
		}
	}

	@Test
	void writersOfAnInMemoryDatabaseWaitForEachOther() throws Exception {
		try (ConfigurableApplicationContext context = run("sqlite://")) {
			HikariDataSource dataSource = context.getBean(HikariDataSource.class);
			JdbcClient.create(dataSource).sql("create table team (id integer)").update();
			CountDownLatch start = new CountDownLatch(1);
			ExecutorService executor = Executors.newFixedThreadPool(4);
			try {
				List<Future<?>> writers = new ArrayList<>();
				for (int i = 0; i < 4; i++) {
					writers.add(executor.submit(() -> {
						start.await();
						for (int j = 0; j < 50; j++) {
							JdbcClient.create(dataSource).sql("insert into team values (1)").update();
						}
						return null;
					}));
				}
				start.countDown();
				for (Future<?> writer : writers) {
					writer.get();
				}
			}
			finally {
				executor.shutdownNow();
			}
			assertThat(count(dataSource)).isEqualTo(200);
		}
	}

	@Test
	void everyApplicationHasItsOwnInMemoryDatabase() {
		try (ConfigurableApplicationContext first = run("sqlite://");
				ConfigurableApplicationContext second = run("sqlite://")) {
			JdbcClient.create(first.getBean(HikariDataSource.class)).sql("create table team (id integer)").update();
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> count(second.getBean(HikariDataSource.class)))
				.withMessageContaining("no such table");
		}
	}

	@Test
	void inMemoryDatabaseEndsWithTheApplication() throws SQLException {
		String url;
		try (ConfigurableApplicationContext context = run("sqlite://")) {
			HikariDataSource dataSource = context.getBean(HikariDataSource.class);
			JdbcClient.create(dataSource).sql("create table team (id integer)").update();
			url = dataSource.getJdbcUrl();
			assertThat(tables(url)).isOne();
		}
		assertThat(tables(url)).isZero();
	}

	@Test
	void inMemoryDatabaseEndsWithAnApplicationThatFailsToStart() throws SQLException {
		List<String> urls = new ArrayList<>();
		assertThatExceptionOfType(BeanCreationException.class)
			.isThrownBy(() -> new SpringApplication(Pool.class, Failing.class) {
				{
					setWebApplicationType(WebApplicationType.NONE);
					addInitializers((context) -> urls
						.add(context.getEnvironment().getRequiredProperty("spring.datasource.url")));
				}
			}.run("--DATABASE_URL=sqlite://"));
		assertThat(urls).hasSize(1);
		assertThat(tables(urls.get(0))).isZero();
	}

	@Test
	void fileIsCreatedWhereThePathSays() {
		Path file = this.directory.resolve("hack a#thon%.db");
		String path = PercentEncoding.encode(file.toString()).replace("%2F", "/");
		try (ConfigurableApplicationContext context = run("sqlite:///" + path + "?mode=rwc&journal_mode=wal")) {
			HikariDataSource dataSource = context.getBean(HikariDataSource.class);
			assertThat(pragma(dataSource, "journal_mode")).isEqualTo("wal");
			assertThat(pragma(dataSource, "foreign_keys")).isEqualTo("1");
		}
		assertThat(file).exists();
		assertThat(this.directory).isDirectoryContaining((entry) -> entry.equals(file));
	}

	@Test
	void foreignKeysAreEnforced() {
		try (ConfigurableApplicationContext context = run("sqlite:///" + this.directory + "/x.db")) {
			JdbcClient client = JdbcClient.create(context.getBean(HikariDataSource.class));
			client.sql("create table team (id integer primary key)").update();
			client.sql("create table member (team_id integer references team (id))").update();
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> client.sql("insert into member values (7)").update())
				.withMessageContaining("FOREIGN KEY");
		}
	}

	@Test
	void foreignKeysAreNotEnforcedWhenTheUrlSaysSo() {
		try (ConfigurableApplicationContext context = run("sqlite://?foreign_keys=off")) {
			assertThat(pragma(context.getBean(HikariDataSource.class), "foreign_keys")).isEqualTo("0");
		}
	}

	private static ConfigurableApplicationContext run(String url) {
		SpringApplication application = new SpringApplication(Pool.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		return application.run("--DATABASE_URL=" + url);
	}

	private static int count(HikariDataSource dataSource) {
		return JdbcClient.create(dataSource).sql("select count(*) from team").query(Integer.class).single();
	}

	private static String pragma(HikariDataSource dataSource, String name) {
		return JdbcClient.create(dataSource).sql("pragma " + name).query(String.class).single();
	}

	private static int tables(String url) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url)) {
			return connection.createStatement().executeQuery("select count(*) from sqlite_master").getInt(1);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
	static class Pool {

	}

	@Configuration(proxyBeanMethods = false)
	static class Failing {

		@Bean
		String failing(HikariDataSource dataSource) {
			JdbcClient.create(dataSource).sql("create table team (id integer)").update();
			throw new IllegalStateException("on purpose");
		}

	}

}
