package dev.migration.boot.test;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.data.jdbc.test.autoconfigure.DataJdbcTest;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.jooq.test.autoconfigure.JooqTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The slices of Spring Boot in an application with revisions: they find the tables.
 */
class SliceTests {

	@ParameterizedTest
	@ValueSource(classes = { JpaOnH2.class, JdbcOnH2.class, DataJdbcOnH2.class })
	void aSliceOnTheEmbeddedDatabaseHasTheTables(Class<?> slice) throws Exception {
		assertAtHead(slice, "H2");
	}

	@ParameterizedTest
	@ValueSource(classes = { JpaOnSqlite.class, JdbcOnSqlite.class, DataJdbcOnSqlite.class })
	void aSliceOnSqliteHasTheTablesIfItIsNotReplaced(Class<?> slice) throws Exception {
		assertAtHead(slice, "SQLite");
	}

	/**
	 * The jOOQ that Spring Boot uses needs a newer Java than we do.
	 */
	@ParameterizedTest
	@EnabledForJreRange(min = JRE.JAVA_21)
	@ValueSource(classes = { JooqOnH2.class, JooqOnSqlite.class })
	void aSliceOfJooqHasTheTables(Class<?> slice) throws Exception {
		assertAtHead(slice, (slice == JooqOnH2.class) ? "H2" : "SQLite");
	}

	private static void assertAtHead(Class<?> slice, String product) throws Exception {
		ApplicationContext context = new TestContextManager(slice).getTestContext().getApplicationContext();
		DataSource dataSource = context.getBean(DataSource.class);
		assertThat(product(dataSource)).isEqualTo(product);
		JdbcClient jdbc = JdbcClient.create(dataSource);
		assertThat(jdbc.sql("SELECT version_num FROM migration_version").query(String.class).list())
			.containsExactly("d1");
		assertThat(jdbc.sql("SELECT slug FROM team").query(String.class).list()).isEmpty();
	}

	private static String product(DataSource dataSource) throws SQLException {
		try (Connection connection = dataSource.getConnection()) {
			return connection.getMetaData().getDatabaseProductName();
		}
	}

	/**
	 * Flyway and Liquibase are on the class path for other tests.
	 */
	@TestPropertySource(properties = { "migration.locations=classpath:db/usertests/good",
			"spring.data.jdbc.repositories.enabled=true" })
	abstract static class OnH2 {

	}

	@TestPropertySource(properties = "spring.test.database.replace=none")
	abstract static class OnSqlite extends OnH2 {

		@DynamicPropertySource
		static void database(DynamicPropertyRegistry registry) {
			TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
			registry.add("spring.datasource.url", database::jdbcUrl);
		}

	}

	@DataJpaTest(properties = "spring.jpa.hibernate.ddl-auto=validate")
	static class JpaOnH2 extends OnH2 {

	}

	@JdbcTest
	static class JdbcOnH2 extends OnH2 {

	}

	@DataJdbcTest
	static class DataJdbcOnH2 extends OnH2 {

	}

	@JooqTest
	static class JooqOnH2 extends OnH2 {

	}

	@DataJpaTest(properties = "spring.jpa.hibernate.ddl-auto=validate")
	static class JpaOnSqlite extends OnSqlite {

	}

	@JdbcTest
	static class JdbcOnSqlite extends OnSqlite {

	}

	/**
	 * Spring Data JDBC has no dialect for SQLite; that of PostgreSQL is near enough.
	 */
	@DataJdbcTest(properties = "spring.data.jdbc.dialect=postgresql")
	static class DataJdbcOnSqlite extends OnSqlite {

	}

	@JooqTest
	static class JooqOnSqlite extends OnSqlite {

	}

}
