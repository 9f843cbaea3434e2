package dev.migration.boot.jpa;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.migration.boot.autoconfigure.MigrationAutoConfiguration;
import dev.migration.test.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Hibernate does to a SQLite database of an application with revisions.
 */
class SqliteApplicationTests {

	private static final String VEHICLE = "CREATE TABLE vehicle (id bigint NOT NULL PRIMARY KEY, wheels integer NOT NULL)";

	private static final String TRUCK = "CREATE TABLE truck (id bigint NOT NULL PRIMARY KEY REFERENCES vehicle, load_capacity integer NOT NULL)";

	private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);

	@Test
	void aBulkStatementLeavesNoTableBehind() {
		this.database.execute(VEHICLE, TRUCK);
		List<String> tables = this.database.tables();
		runner().run((context) -> {
			EntityManagerFactory factory = context.getBean(EntityManagerFactory.class);
			factory.runInTransaction(SqliteApplicationTests::persistTwoTrucks);
			for (int i = 1; i < 3; i++) {
				int wheels = 4 + i;
				factory.runInTransaction((entities) -> assertThat(entities
					.createQuery("update Truck t set t.wheels = :wheels, t.loadCapacity = t.loadCapacity + 1 "
							+ "where t.id = 2")
					.setParameter("wheels", wheels)
					.executeUpdate()).isEqualTo(1));
			}
			factory.runInTransaction((entities) -> {
				Truck truck = entities.find(Truck.class, 2L);
				assertThat(List.of(truck.wheels, truck.loadCapacity)).containsExactly(6, 22);
				assertThat(entities.createQuery("delete from Truck").executeUpdate()).isEqualTo(2);
			});
			assertThat(this.database.tables()).containsExactlyInAnyOrderElementsOf(tables);
		});
	}

	@Test
	void manyTablesPassValidation() {
		this.database.execute(VEHICLE, TRUCK);
		for (int i = 0; i < 60; i++) {
			String columns = IntStream.range(0, 10)
				.mapToObj((n) -> "c" + n + " text")
				.collect(Collectors.joining(", "));
			this.database.execute("CREATE TABLE other_" + i + " (" + columns + ")");
		}
		runner().run((context) -> assertThat(context).hasNotFailed());
	}

	private static void persistTwoTrucks(EntityManager entities) {
		entities.persist(new Truck(1, 10));
		entities.persist(new Truck(2, 20));
	}

	private ApplicationContextRunner runner() {
		return new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class,
							MigrationHibernateAutoConfiguration.class, HibernateJpaAutoConfiguration.class))
			.withUserConfiguration(Entities.class)
			.withPropertyValues("spring.datasource.url=" + this.database.jdbcUrl(), "migration.on-startup=none",
					"spring.jpa.hibernate.ddl-auto=validate");
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = SqliteApplicationTests.class)
	static class Entities {

	}

	@Entity(name = "Vehicle")
	@Inheritance(strategy = InheritanceType.JOINED)
	static class Vehicle {

		@Id
		Long id;

		@Column(nullable = false)
		int wheels = 4;

	}

	@Entity(name = "Truck")
	static class Truck extends Vehicle {

		@Column(nullable = false)
		int loadCapacity;

		Truck() {
		}

		Truck(long id, int loadCapacity) {
			this.id = id;
			this.loadCapacity = loadCapacity;
		}

	}

}
