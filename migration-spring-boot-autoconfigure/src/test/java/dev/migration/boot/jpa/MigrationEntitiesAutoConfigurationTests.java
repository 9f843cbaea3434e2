package dev.migration.boot.jpa;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.example.shop.audit.LogEntry;
import com.example.shop.orders.Purchase;
import dev.migration.DatabaseProduct;
import dev.migration.NothingToCompareException;
import dev.migration.TargetSchemaSource;
import dev.migration.boot.autoconfigure.MigrationAutoConfiguration;
import dev.migration.boot.autoconfigure.TargetSchemaSources;
import dev.migration.schema.Column;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Types;
import dev.migration.test.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jpa.EntityManagerFactoryBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MigrationEntitiesAutoConfigurationTests {

	private static final DatabaseProduct POSTGRESQL = new DatabaseProduct("PostgreSQL", "18.1 (Debian 18.1-1)");

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class,
				MigrationEntitiesAutoConfiguration.class, MigrationHibernateAutoConfiguration.class,
				HibernateJpaAutoConfiguration.class))
		.withPropertyValues("migration.on-startup=none");

	/**
	 * Beans are lazy, as in a command, and the database is not there.
	 */
	private final ApplicationContextRunner command = this.runner.withUserConfiguration(Unreachable.class, Orders.class)
		.withInitializer(
				(context) -> context.addBeanFactoryPostProcessor(MigrationEntitiesAutoConfigurationTests::keepClosed))
		.withPropertyValues("spring.jpa.hibernate.ddl-auto=none");

	@Test
	void theEntitiesAreReadWithoutAConnection() {
		this.command.run((context) -> {
			assertThat(context).hasNotFailed();
			Table purchase = table(context.getBean(TargetSchemaSource.class).read(POSTGRESQL), "purchase");
			assertThat(purchase.columns()).extracting(Column::name)
				.containsExactly("id", "note", "order_number", "seal");
			assertThat(context.getBean(AtomicInteger.class)).hasValue(0);
		});
	}

	@Test
	void theEntityManagerFactoryStaysClosed() {
		this.command.run((context) -> {
			context.getBean(TargetSchemaSource.class).read(POSTGRESQL);
			assertThat(context.getBeanFactory().containsSingleton("entityManagerFactory")).isFalse();
		});
	}

	@Test
	void theDatabaseDecidesOnTheDialect() {
		this.command.run((context) -> {
			TargetSchemaSource source = context.getBean(TargetSchemaSource.class);
			for (DatabaseProduct product : List.of(POSTGRESQL, new DatabaseProduct("SQLite", "3.50.1"),
					new DatabaseProduct("MariaDB", "11.8.2-MariaDB"), new DatabaseProduct("H2", "2.4.240 (2025-09-22)"),
					new DatabaseProduct("MySQL", "8.4.0"))) {
				assertThat(table(source.read(product), "purchase").column("order_number")).isNotNull()
					.extracting(Column::type)
					.isEqualTo(Types.varchar(255));
			}
		});
	}

	@Test
	void theNamingStrategyBeanHolds() {
		this.command.withUserConfiguration(Prefixed.class)
			.run((context) -> assertThat(context.getBean(TargetSchemaSource.class).read(POSTGRESQL).entities())
				.containsEntry(QualifiedName.of("t_purchase"), "Purchase"));
	}

	@Test
	void thePropertiesOfSpringJpaHold() {
		this.command.withPropertyValues("spring.jpa.properties.hibernate.default_schema=shop")
			.run((context) -> assertThat(context.getBean(TargetSchemaSource.class).read(POSTGRESQL).entities())
				.containsKey(new QualifiedName("shop", "purchase")));
	}

	@Test
	void theCustomizerOfTheApplicationHolds() {
		this.command.withUserConfiguration(Customized.class)
			.run((context) -> assertThat(context.getBean(TargetSchemaSource.class).read(POSTGRESQL).entities())
				.containsKey(new QualifiedName("customized", "purchase")));
	}

	@Test
	void ormXmlHolds() {
		this.command.withPropertyValues("spring.jpa.mapping-resources=META-INF/purchase-orm.xml")
			.run((context) -> assertThat(context.getBean(TargetSchemaSource.class).read(POSTGRESQL).entities())
				.containsEntry(QualifiedName.of("acquisition"), "Purchase"));
	}

	@Test
	void onlyScannedEntitiesAreRead() {
		this.command.run((context) -> assertThat(context.getBean(TargetSchemaSource.class).read(POSTGRESQL).entities())
			.containsOnlyKeys(QualifiedName.of("purchase")));
	}

	@Test
	void aRunningApplicationIsReadWithoutDisturbingIt() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.H2);
		this.runner.withUserConfiguration(Orders.class)
			.withPropertyValues("spring.datasource.url=" + database.jdbcUrl(),
					"spring.datasource.username=" + database.user(), "spring.jpa.hibernate.ddl-auto=create")
			.run((context) -> {
				EntityManagerFactory factory = context.getBean(EntityManagerFactory.class);
				factory.runInTransaction(
						(manager) -> manager.createNativeQuery("insert into purchase (note, seal) values ('1', 'wax')")
							.executeUpdate());
				TargetSchema target = context.getBean(TargetSchemaSource.class)
					.read(new DatabaseProduct("H2", "2.4.240"));
				assertThat(target.entities()).containsKey(QualifiedName.of("purchase"));
				factory.runInTransaction(
						(manager) -> assertThat(manager.createQuery("from Purchase", Purchase.class).getResultList())
							.hasSize(1));
			});
	}

	@Test
	void itIsReadWhileTheMigratorRunsBeforeJpa() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.H2);
		this.runner.withUserConfiguration(Orders.class, ReadsAtStartup.class)
			.withPropertyValues("spring.datasource.url=" + database.jdbcUrl(),
					"spring.datasource.username=" + database.user())
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void eachDataSourceHasItsOwnEntities() {
		this.command.withUserConfiguration(TwoFactories.class).run((context) -> {
			TargetSchemaSources sources = context.getBean(TargetSchemaSources.class);
			assertThat(sources.of(context.getBean("ordersDataSource", DataSource.class)).read(POSTGRESQL).entities())
				.containsOnlyKeys(QualifiedName.of("purchase"));
			assertThat(sources.of(context.getBean("auditDataSource", DataSource.class)).read(POSTGRESQL).entities())
				.containsOnlyKeys(QualifiedName.of("log_entry"));
		});
	}

	@Test
	void aDataSourceWithoutEntitiesHasNothingToCompare() {
		this.command.run((context) -> assertThatExceptionOfType(NothingToCompareException.class).isThrownBy(
				() -> context.getBean(TargetSchemaSources.class).of(unreachable(new AtomicInteger())).read(POSTGRESQL))
			.withMessageContaining("No persistence unit uses the DataSource"));
	}

	@Test
	void aWrongMappingSaysWhatIsWrong() {
		this.command.withPropertyValues("spring.jpa.mapping-resources=META-INF/missing-orm.xml")
			.run((context) -> assertThatExceptionOfType(NothingToCompareException.class)
				.isThrownBy(() -> context.getBean(TargetSchemaSource.class).read(POSTGRESQL))
				.withMessageContaining("missing-orm.xml"));
	}

	@Test
	void withoutJpaThereIsNoTarget() {
		this.runner.withClassLoader(new FilteredClassLoader(LocalContainerEntityManagerFactoryBean.class))
			.withPropertyValues("spring.datasource.url=jdbc:h2:mem:nojpa")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(TargetSchemaSource.class));
	}

	@Test
	void theTargetOfTheApplicationGoesFirst() {
		this.command.withBean("own", TargetSchemaSource.class, () -> (product) -> TargetSchema.of(null))
			.run((context) -> assertThat(context).hasSingleBean(TargetSchemaSource.class).hasBean("own"));
	}

	@Test
	void theConstraintsOfBeanValidationHold() {
		this.command.run((context) -> {
			Column note = table(context.getBean(TargetSchemaSource.class).read(POSTGRESQL), "purchase").column("note");
			assertThat(note).isEqualTo(new Column("note", Types.varchar(80)).notNull());
		});
	}

	@Test
	void theConstraintsOfBeanValidationDoNotHoldWhereTheyAreSwitchedOff() {
		this.command.withPropertyValues("spring.jpa.properties.jakarta.persistence.validation.mode=callback")
			.run((context) -> {
				Column note = table(context.getBean(TargetSchemaSource.class).read(POSTGRESQL), "purchase")
					.column("note");
				assertThat(note).isEqualTo(new Column("note", Types.varchar(255)));
			});
	}

	@Test
	void beanValidationIsNotNeeded() {
		this.command.withClassLoader(new FilteredClassLoader("jakarta.validation"))
			.run((context) -> assertThat(context.getBean(TargetSchemaSource.class).read(POSTGRESQL).entities())
				.containsKey(QualifiedName.of("purchase")));
	}

	private static void keepClosed(ConfigurableListableBeanFactory beanFactory) {
		for (String name : beanFactory.getBeanDefinitionNames()) {
			beanFactory.getBeanDefinition(name).setLazyInit(true);
		}
		for (String name : beanFactory.getBeanNamesForType(LocalContainerEntityManagerFactoryBean.class, true, false)) {
			beanFactory.getBeanDefinition(BeanFactoryUtils.transformedBeanName(name)).setScope("prototype");
		}
	}

	private static Table table(TargetSchema target, String name) {
		return target.schema().table(QualifiedName.of(name)).orElseThrow();
	}

	static DataSource unreachable(AtomicInteger connections) {
		return (DataSource) Proxy.newProxyInstance(DataSource.class.getClassLoader(),
				new Class<?>[] { DataSource.class }, (proxy, method, arguments) -> switch (method.getName()) {
					case "equals" -> proxy == arguments[0];
					case "hashCode" -> System.identityHashCode(proxy);
					case "toString" -> "nowhere";
					case "isWrapperFor" -> false;
					default -> {
						connections.incrementAndGet();
						throw new SQLException("The database is not there");
					}
				});
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Purchase.class)
	static class Orders {

	}

	@Configuration(proxyBeanMethods = false)
	static class Unreachable {

		@Bean
		AtomicInteger connections() {
			return new AtomicInteger();
		}

		@Bean
		@Primary
		DataSource ordersDataSource(AtomicInteger connections) {
			return unreachable(connections);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Prefixed {

		@Bean
		PhysicalNamingStrategySnakeCaseImpl namingStrategy() {
			return new PhysicalNamingStrategySnakeCaseImpl() {

				@Override
				public Identifier toPhysicalTableName(Identifier logicalName, JdbcEnvironment jdbcEnvironment) {
					return Identifier
						.toIdentifier("t_" + super.toPhysicalTableName(logicalName, jdbcEnvironment).getText());
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Customized {

		@Bean
		HibernatePropertiesCustomizer customizer() {
			return (properties) -> properties.put("hibernate.default_schema", "customized");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReadsAtStartup {

		@Bean
		dev.migration.boot.autoconfigure.MigrationRunner migrationRunner(dev.migration.Migrator migrator,
				TargetSchemaSource source) {
			assertThat(source.read(new DatabaseProduct("H2", "2.4.240")).entities())
				.containsKey(QualifiedName.of("purchase"));
			return new dev.migration.boot.autoconfigure.MigrationRunner(migrator, (all) -> {
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoFactories {

		@Bean
		DataSource auditDataSource(AtomicInteger connections) {
			return unreachable(connections);
		}

		@Bean
		@Primary
		LocalContainerEntityManagerFactoryBean ordersFactory(EntityManagerFactoryBuilder builder,
				DataSource ordersDataSource) {
			return builder.dataSource(ordersDataSource).packages(Purchase.class).persistenceUnit("orders").build();
		}

		@Bean
		LocalContainerEntityManagerFactoryBean auditFactory(EntityManagerFactoryBuilder builder,
				@org.springframework.beans.factory.annotation.Qualifier("auditDataSource") DataSource dataSource) {
			return builder.dataSource(dataSource).packages(LogEntry.class).persistenceUnit("audit").build();
		}

	}

}
