package dev.migration.boot.jpa;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.persistence.spi.PersistenceUnitInfo;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.bytecode.enhance.spi.EnhancementContext;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.ManagedBeanSettings;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.cfg.ValidationSettings;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.jpa.boot.internal.EntityManagerFactoryBuilderImpl;
import org.hibernate.jpa.boot.internal.PersistenceUnitInfoDescriptor;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.orm.jpa.hibernate.SpringBeanContainer;
import org.springframework.orm.jpa.persistenceunit.SmartPersistenceUnitInfo;

import dev.migration.DatabaseProduct;
import dev.migration.boot.jpa.EntityManagerFactories.PersistenceUnit;

/**
 * Makes Hibernate's metadata of a persistence unit, for a database that it is told about.
 * Hibernate asks for no connection, and creates nothing.
 */
final class EntityMetadata implements AutoCloseable {

	private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?");

	/**
	 * MariaDB says so for old clients.
	 */
	private static final String REPLICATION_PREFIX = "5.5.5-";

	/**
	 * What would create, drop or validate.
	 */
	private static final List<String> ACTIONS = List.of(SchemaToolingSettings.HBM2DDL_AUTO,
			SchemaToolingSettings.JAKARTA_HBM2DDL_DATABASE_ACTION, SchemaToolingSettings.JAKARTA_HBM2DDL_SCRIPTS_ACTION,
			"javax.persistence.schema-generation.database.action",
			"javax.persistence.schema-generation.scripts.action");

	private final EntityManagerFactoryBuilderImpl builder;

	private final MetadataImplementor metadata;

	EntityMetadata(PersistenceUnit unit, DatabaseProduct product, ConfigurableListableBeanFactory beanFactory) {
		this.builder = new EntityManagerFactoryBuilderImpl(new Descriptor(unit.info()),
				settings(unit, product, beanFactory));
		try {
			this.metadata = this.builder.metadata();
			ValidationConstraints.apply(this.metadata);
		}
		catch (RuntimeException | LinkageError ex) {
			this.builder.cancel();
			throw ex;
		}
	}

	MetadataImplementor metadata() {
		return this.metadata;
	}

	private static Map<String, Object> settings(PersistenceUnit unit, DatabaseProduct product,
			ConfigurableListableBeanFactory beanFactory) {
		Map<String, Object> settings = new LinkedHashMap<>(unit.properties());
		ACTIONS.forEach(settings::remove);
		// They may be objects of an open factory, and would be stopped with the metadata.
		settings.remove(MultiTenancySettings.MULTI_TENANT_CONNECTION_PROVIDER);
		settings.put(JdbcSettings.CONNECTION_PROVIDER, new NoConnections());
		// An empty action also hides one of the persistence unit itself.
		settings.put(SchemaToolingSettings.HBM2DDL_AUTO, "none");
		settings.put(SchemaToolingSettings.JAKARTA_HBM2DDL_DATABASE_ACTION, "none");
		settings.put(SchemaToolingSettings.JAKARTA_HBM2DDL_SCRIPTS_ACTION, "none");
		settings.put(JdbcSettings.ALLOW_METADATA_ON_BOOT, false);
		settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_NAME, product.name());
		settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_VERSION, product.version());
		Matcher version = VERSION.matcher(product.version().startsWith(REPLICATION_PREFIX)
				? product.version().substring(REPLICATION_PREFIX.length()) : product.version());
		if (version.find()) {
			settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, Integer.parseInt(version.group(1)));
			settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION,
					(version.group(2) != null) ? Integer.parseInt(version.group(2)) : 0);
		}
		if (MigrationSqliteDialect.class.getName().equals(settings.get(JdbcSettings.DIALECT))
				&& !product.name().toLowerCase(Locale.ROOT).equals("sqlite")) {
			settings.remove(JdbcSettings.DIALECT);
		}
		// An open factory must keep its converters when these are thrown away.
		settings.computeIfPresent(ManagedBeanSettings.BEAN_CONTAINER,
				(key, container) -> (container instanceof SpringBeanContainer) ? new SpringBeanContainer(beanFactory)
						: container);
		settings.put(ValidationSettings.JAKARTA_VALIDATION_MODE, ValidationConstraints.mode(unit));
		return settings;
	}

	@Override
	public void close() {
		this.builder.cancel();
		StandardServiceRegistryBuilder.destroy(this.metadata.getMetadataBuildingOptions().getServiceRegistry());
	}

	/**
	 * Refuses what nothing should ask for.
	 */
	private static final class NoConnections implements ConnectionProvider {

		@Override
		public Connection getConnection() {
			throw new IllegalStateException(
					"Something in the configuration of Hibernate asks for a connection while the entities are read");
		}

		@Override
		public void closeConnection(Connection connection) {
		}

		@Override
		public boolean supportsAggressiveRelease() {
			return false;
		}

		@Override
		public boolean isUnwrappableAs(Class<?> type) {
			return type.isInstance(this);
		}

		@Override
		public <T> T unwrap(Class<T> type) {
			return type.cast(this);
		}

	}

	/**
	 * As Spring hands it to Hibernate, but classes are left as they are.
	 */
	private static final class Descriptor extends PersistenceUnitInfoDescriptor {

		private final List<String> classesAndPackages;

		Descriptor(PersistenceUnitInfo info) {
			super(info);
			this.classesAndPackages = new ArrayList<>(info.getManagedClassNames());
			if (info instanceof SmartPersistenceUnitInfo smart) {
				this.classesAndPackages.addAll(smart.getManagedPackages());
			}
		}

		@Override
		public List<String> getManagedClassNames() {
			return this.classesAndPackages;
		}

		@Override
		public void pushClassTransformer(EnhancementContext enhancementContext) {
		}

	}

}
