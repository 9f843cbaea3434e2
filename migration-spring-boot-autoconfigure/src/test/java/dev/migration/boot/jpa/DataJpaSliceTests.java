package dev.migration.boot.jpa;

import com.example.shop.orders.Purchase;
import dev.migration.Migrator;
import dev.migration.test.TestDatabase;
import jakarta.persistence.EntityManager;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A slice of an application on SQLite.
 */
@DataJpaTest(properties = { "migration.on-startup=none", "migration.locations=classpath:db/none",
		"spring.jpa.hibernate.ddl-auto=validate", "spring.test.database.replace=none" })
class DataJpaSliceTests {

	@Autowired
	private EntityManager entities;

	@Autowired
	private Migrator migrator;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		database.execute("CREATE TABLE purchase (id integer PRIMARY KEY AUTOINCREMENT, note varchar(80) NOT NULL, "
				+ "order_number varchar(255), seal varchar(255))");
		registry.add("spring.datasource.url", database::jdbcUrl);
	}

	@Test
	void itHasTheDialect() {
		assertThat(this.entities.getEntityManagerFactory()
			.unwrap(SessionFactoryImplementor.class)
			.getJdbcServices()
			.getDialect()).isExactlyInstanceOf(MigrationSqliteDialect.class);
	}

	@Test
	void itComparesItsEntities() {
		assertThat(this.migrator.drift()).isEmpty();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@EntityScan(basePackageClasses = Purchase.class)
	static class Application {

	}

}
