package dev.migration.boot.jpa;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.example.shop.articles.Article;
import com.example.shop.audit.LogEntry;
import com.example.shop.orders.Purchase;
import com.example.shop.prices.Price;
import com.example.shop.prices.Weight;
import com.example.shop.prices.WeightType;
import dev.migration.NothingToCompareException;
import dev.migration.boot.autoconfigure.TargetSchemaSources;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Types;
import dev.migration.test.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyComponentPathImpl;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.boot.spi.MetadataBuilderContributor;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.jpa.boot.spi.JpaSettings;
import org.hibernate.jpa.boot.spi.TypeContributorList;
import org.hibernate.service.spi.Stoppable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jpa.EntityManagerFactoryBuilder;
import org.springframework.boot.jpa.autoconfigure.EntityManagerFactoryBuilderCustomizer;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The ways in which an application can configure JPA, all of which say what the entities
 * are.
 */
class JpaConfigurationTests {

	private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.H2);

	private final ApplicationContextRunner command = EntitiesOf.command(this.database);

	@Test
	void whatEnversKeepsIsAPartOfTheSchema() {
		this.command.withUserConfiguration(Articles.class).run((context) -> {
			TargetSchema target = EntitiesOf.read(context);
			assertThat(target.schema().tables()).extracting((table) -> table.name().name())
				.containsExactlyInAnyOrder("article", "article_aud", "article_tags", "article_tags_aud", "revinfo");
			assertThat(target.schema().table(QualifiedName.of("article_aud")).orElseThrow().foreignKeys())
				.singleElement()
				.satisfies((key) -> assertThat(key.referencedTable()).isEqualTo(QualifiedName.of("revinfo")));
			assertThat(EntitiesOf.column(target, "article_aud", "title").nullable()).isTrue();
			assertThat(target.schema().sequences()).extracting((sequence) -> sequence.name().name())
				.containsExactly("revinfo_seq");
			assertThat(target.entities()).containsEntry(QualifiedName.of("article"), "Article")
				.containsEntry(QualifiedName.of("article_aud"), "Article_AUD");
		});
	}

	@Test
	void thePropertiesOfEnversHold() {
		this.command.withUserConfiguration(Articles.class)
			.withPropertyValues("spring.jpa.properties.org.hibernate.envers.audit_table_suffix=_history")
			.run((context) -> assertThat(EntitiesOf.read(context).entities())
				.containsKey(QualifiedName.of("article_history")));
	}

	@Test
	void aConverterThatAppliesByItselfDoes() {
		this.command.withUserConfiguration(Prices.class)
			.run((context) -> assertThat(EntitiesOf.column(EntitiesOf.read(context), "price", "amount").type())
				.isEqualTo(Types.bigint()));
	}

	@Test
	void aContributedTypeHolds() {
		this.command.withUserConfiguration(Prices.class).withBean(HibernatePropertiesCustomizer.class, () -> {
			TypeContributor contributor = (contributions, services) -> contributions.contributeType(new WeightType(),
					Weight.class.getName());
			return (properties) -> properties.put(JpaSettings.TYPE_CONTRIBUTORS,
					(TypeContributorList) () -> List.of(contributor));
		})
			.run((context) -> assertThat(EntitiesOf.column(EntitiesOf.read(context), "price", "weight").type())
				.isEqualTo(Types.smallint()));
	}

	@Test
	void aContributorToTheMetadataHolds() {
		MetadataBuilderContributor contributor = (builder) -> builder.applyBasicType(new WeightType(),
				Weight.class.getName());
		this.command.withUserConfiguration(Prices.class)
			.withBean(HibernatePropertiesCustomizer.class,
					() -> (properties) -> properties.put("hibernate.metadata_builder_contributor", contributor))
			.run((context) -> assertThat(EntitiesOf.column(EntitiesOf.read(context), "price", "weight").type())
				.isEqualTo(Types.smallint()));
	}

	@Test
	void anIntegratorIsNotAskedForThereIsNothingToIntegrateWith() {
		AtomicInteger calls = new AtomicInteger();
		IntegratorProvider integrators = () -> List.of(new Integrator() {

			@Override
			public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
				calls.incrementAndGet();
				throw new IllegalStateException("There is a session factory");
			}

		});
		this.command.withUserConfiguration(Orders.class)
			.withBean(HibernatePropertiesCustomizer.class,
					() -> (properties) -> properties.put(JpaSettings.INTEGRATOR_PROVIDER, integrators))
			.run((context) -> {
				assertThat(EntitiesOf.read(context).entities()).containsKey(QualifiedName.of("purchase"));
				assertThat(calls).hasValue(0);
			});
	}

	@Test
	void theConnectionsOfTheApplicationAreNeitherAskedForNorStopped() {
		Connections connections = new Connections();
		this.command.withUserConfiguration(Orders.class)
			.withBean(HibernatePropertiesCustomizer.class,
					() -> (properties) -> properties.put("hibernate.connection.provider_class", connections))
			.run((context) -> {
				assertThat(EntitiesOf.read(context).entities()).containsKey(QualifiedName.of("purchase"));
				assertThat(connections.calls).hasValue(0);
			});
	}

	@Test
	void theImplicitNamingStrategyBeanHolds() {
		this.command.withUserConfiguration(Orders.class)
			.withBean(ImplicitNamingStrategyComponentPathImpl.class,
					() -> new ImplicitNamingStrategyComponentPathImpl() {

						@Override
						protected String transformEntityName(org.hibernate.boot.model.naming.EntityNaming naming) {
							return "The" + super.transformEntityName(naming);
						}

					})
			.run((context) -> assertThat(EntitiesOf.read(context).entities())
				.containsOnlyKeys(QualifiedName.of("the_purchase")));
	}

	@Test
	void hibernateMayBeForbiddenToAskTheDatabase() {
		this.command.withUserConfiguration(Orders.class)
			.withPropertyValues("spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false",
					"spring.jpa.properties.hibernate.dialect=org.hibernate.dialect.PostgreSQLDialect")
			.run((context) -> assertThat(EntitiesOf.read(context).entities())
				.containsKey(QualifiedName.of("purchase")));
	}

	@Test
	void whatHibernateWouldCreateIsNotCreated(@TempDir Path folder) {
		this.database.execute("CREATE TABLE purchase (id integer)", "INSERT INTO purchase VALUES (7)");
		Path script = folder.resolve("create.sql");
		this.command.withUserConfiguration(Orders.class)
			.withPropertyValues("spring.jpa.hibernate.ddl-auto=create",
					"spring.jpa.properties.jakarta.persistence.schema-generation.database.action=drop-and-create",
					"spring.jpa.properties.jakarta.persistence.schema-generation.scripts.action=create",
					"spring.jpa.properties.jakarta.persistence.schema-generation.scripts.create-target=" + script)
			.run((context) -> {
				assertThat(EntitiesOf.read(context).entities()).containsKey(QualifiedName.of("purchase"));
				assertThat(this.database.query("SELECT id FROM purchase")).containsExactly("7");
				assertThat(Files.exists(script)).isFalse();
			});
	}

	@Test
	void aUnitOfPersistenceXmlIsReadWithItsFilesAndProperties() {
		this.command.withUserConfiguration(OrdersOfPersistenceXml.class)
			.run((context) -> assertThat(EntitiesOf.read(context).entities())
				.containsExactly(Map.entry(new QualifiedName("shop", "acquisition"), "Purchase")));
	}

	@Test
	void managedTypesThatTheApplicationListsAreTheEntities() {
		this.command.withUserConfiguration(Orders.class, Listed.class)
			.run((context) -> assertThat(EntitiesOf.read(context).entities())
				.containsOnlyKeys(QualifiedName.of("log_entry")));
	}

	@Test
	void eachOfSeveralDataSourcesHasTheEntitiesOfItsFactory() {
		this.command.withUserConfiguration(TwoDataSources.class).run((context) -> {
			TargetSchemaSources sources = context.getBean(TargetSchemaSources.class);
			assertThat(sources.of(EntitiesOf.dataSource(context, "pricesDataSource"))
				.read(EntitiesOf.POSTGRESQL)
				.entities()).containsOnlyKeys(QualifiedName.of("price"));
			assertThat(sources.of(EntitiesOf.dataSource(context, "auditDataSource"))
				.read(EntitiesOf.POSTGRESQL)
				.entities()).containsOnlyKeys(QualifiedName.of("log_entry"));
		});
	}

	@Test
	void aFactoryThatWasOpenedInTheBackgroundIsRead() {
		EntitiesOf.application(this.database)
			.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class,
					DataJpaRepositoriesAutoConfiguration.class))
			.withUserConfiguration(Orders.class, InBackground.class)
			.withPropertyValues("spring.data.jpa.repositories.bootstrap-mode=deferred",
					"spring.jpa.hibernate.ddl-auto=none")
			.run((context) -> {
				assertThat(context.getBean(InBackground.class).isUsed).isTrue();
				assertThat(EntitiesOf.read(context).entities()).containsKey(QualifiedName.of("purchase"));
				assertThat(context.getBean(EntityManagerFactory.class).isOpen()).isTrue();
			});
	}

	@Test
	void aFactoryThatWouldBeOpenedInTheBackgroundIsReadWithoutIt() {
		this.command.withUserConfiguration(Orders.class, InBackground.class).run((context) -> {
			assertThat(EntitiesOf.read(context).entities()).containsKey(QualifiedName.of("purchase"));
			assertThat(context.getBean(InBackground.class).isUsed).isFalse();
		});
	}

	@Test
	void twoUnitsOfOneDataSourceAreToldApartByTheirBeansThoughTheyHaveOneName() {
		this.command.withUserConfiguration(TwoUnits.class)
			.run((context) -> assertThatExceptionOfType(NothingToCompareException.class)
				.isThrownBy(() -> EntitiesOf.read(context))
				.withMessageContaining("'default' of the bean 'auditFactory'")
				.withMessageContaining("'default' of the bean 'ordersFactory'"));
	}

	@Test
	void anErrorOfTheConfigurationIsToldByWhatItSays() {
		this.command.withUserConfiguration(Orders.class)
			.withBean(HibernatePropertiesCustomizer.class, () -> (properties) -> properties
				.put("hibernate.metadata_builder_contributor", (MetadataBuilderContributor) (builder) -> {
					throw new LinkageError("no such method");
				}))
			.run((context) -> assertThatExceptionOfType(NothingToCompareException.class)
				.isThrownBy(() -> EntitiesOf.read(context))
				.withMessageMatching("(?s)Hibernate \\S+ does not tell what the entities are: no such method.*"));
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Purchase.class)
	static class Orders {

	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Article.class)
	static class Articles {

	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Price.class)
	static class Prices {

	}

	@Configuration(proxyBeanMethods = false)
	static class Listed {

		@Bean
		PersistenceManagedTypes managedTypes() {
			return PersistenceManagedTypes.of(LogEntry.class.getName());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Purchase.class)
	static class InBackground {

		private volatile boolean isUsed;

		@Bean
		AsyncTaskExecutor applicationTaskExecutor() {
			SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor();
			executor.setTaskDecorator((task) -> {
				this.isUsed = true;
				return task;
			});
			return executor;
		}

		@Bean
		EntityManagerFactoryBuilderCustomizer opensInBackground(AsyncTaskExecutor executor) {
			return (builder) -> builder.setBootstrapExecutor(executor);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OrdersOfPersistenceXml {

		@Bean
		LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
			LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
			factory.setPersistenceXmlLocation("classpath:META-INF/shop-persistence.xml");
			factory.setPersistenceUnitName("orders");
			factory.setDataSource(dataSource);
			factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
			factory.getJpaPropertyMap()
				.put("hibernate.resource.beans.container",
						new org.springframework.orm.jpa.hibernate.SpringBeanContainer(
								new org.springframework.beans.factory.support.DefaultListableBeanFactory()));
			return factory;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoDataSources {

		@Bean
		DataSource pricesDataSource() {
			return TestDatabase.create(TestDatabase.Kind.H2).dataSource();
		}

		@Bean
		DataSource auditDataSource() {
			return TestDatabase.create(TestDatabase.Kind.H2).dataSource();
		}

		@Bean
		LocalContainerEntityManagerFactoryBean pricesFactory(@Qualifier("pricesDataSource") DataSource dataSource) {
			return factory(dataSource, Price.class);
		}

		@Bean
		LocalContainerEntityManagerFactoryBean auditFactory(@Qualifier("auditDataSource") DataSource dataSource) {
			return factory(dataSource, LogEntry.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoUnits {

		@Bean
		LocalContainerEntityManagerFactoryBean ordersFactory(EntityManagerFactoryBuilder builder,
				DataSource dataSource) {
			return builder.dataSource(dataSource).packages(Purchase.class).build();
		}

		@Bean
		LocalContainerEntityManagerFactoryBean auditFactory(EntityManagerFactoryBuilder builder,
				DataSource dataSource) {
			return builder.dataSource(dataSource).packages(LogEntry.class).build();
		}

	}

	private static LocalContainerEntityManagerFactoryBean factory(DataSource dataSource, Class<?> entity) {
		LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
		factory.setDataSource(dataSource);
		factory.setPackagesToScan(entity.getPackageName());
		factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
		factory.setJpaPropertyMap(Map.of("hibernate.physical_naming_strategy",
				"org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl"));
		return factory;
	}

	/**
	 * Connections that the application gives to Hibernate.
	 */
	private static final class Connections implements ConnectionProvider, Stoppable {

		private final AtomicInteger calls = new AtomicInteger();

		@Override
		public java.sql.Connection getConnection() {
			this.calls.incrementAndGet();
			throw new IllegalStateException("The database is not there");
		}

		@Override
		public void closeConnection(java.sql.Connection connection) {
			this.calls.incrementAndGet();
		}

		@Override
		public boolean supportsAggressiveRelease() {
			return false;
		}

		@Override
		public boolean isUnwrappableAs(Class<?> type) {
			return false;
		}

		@Override
		public <T> T unwrap(Class<T> type) {
			return type.cast(this);
		}

		@Override
		public void stop() {
			this.calls.incrementAndGet();
		}

	}

}
