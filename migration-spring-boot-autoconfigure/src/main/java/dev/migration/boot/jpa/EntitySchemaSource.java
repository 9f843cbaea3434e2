package dev.migration.boot.jpa;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.persistence.PersistenceException;
import org.hibernate.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import dev.migration.DatabaseProduct;
import dev.migration.NothingToCompareException;
import dev.migration.TargetSchemaSource;
import dev.migration.boot.jpa.EntityManagerFactories.PersistenceUnit;
import dev.migration.jpa.EntitySchema;
import dev.migration.schema.TargetSchema;

/**
 * Reads the schema that the entities of one {@code DataSource} ask for, exactly as the
 * application configures JPA.
 */
final class EntitySchemaSource implements TargetSchemaSource {

	private static final String ACTION = "Give the LocalContainerEntityManagerFactoryBean this DataSource, or provide a "
			+ "TargetSchemaSource bean.";

	private final ConfigurableListableBeanFactory beanFactory;

	private final EntityManagerFactories factories;

	private final @Nullable DataSource dataSource;

	/**
	 * Create a new source.
	 * @param beanFactory the beans of the application
	 * @param dataSource the database, or {@code null} for the only one
	 */
	EntitySchemaSource(ConfigurableListableBeanFactory beanFactory, @Nullable DataSource dataSource) {
		this.beanFactory = beanFactory;
		this.factories = new EntityManagerFactories(beanFactory);
		this.dataSource = dataSource;
	}

	@Override
	public TargetSchema read(DatabaseProduct product) {
		try (EntityMetadata metadata = new EntityMetadata(persistenceUnit(), product, this.beanFactory)) {
			return EntitySchema.read(metadata.metadata());
		}
		catch (BeansException | PersistenceException ex) {
			throw new NothingToCompareException("The entities cannot be read: " + text(ex),
					"Correct the mapping or the configuration of JPA; the application would not start with it either.",
					ex);
		}
		catch (IllegalArgumentException | IllegalStateException | LinkageError ex) {
			throw new NothingToCompareException(
					"Hibernate " + Version.getVersionString() + " does not tell what the entities are: " + text(ex),
					"If this came with another version of Hibernate, go back to the one of Spring Boot, or provide a "
							+ "TargetSchemaSource bean.",
					ex);
		}
	}

	private static String text(Throwable failure) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		return (cause.getMessage() != null) ? cause.getMessage() : cause.toString();
	}

	private PersistenceUnit persistenceUnit() {
		Map<String, PersistenceUnit> units = new LinkedHashMap<>();
		for (String name : this.factories.names()) {
			PersistenceUnit unit = this.factories.persistenceUnit(name);
			if (isMeant(unit)) {
				units.put(BeanFactoryUtils.transformedBeanName(name), unit);
			}
		}
		if (units.isEmpty()) {
			throw new NothingToCompareException("No persistence unit uses the DataSource that is migrated, so nothing "
					+ "says what its schema should be", ACTION, null);
		}
		if (units.size() > 1) {
			String found = units.entrySet()
				.stream()
				.map((unit) -> "'" + unit.getValue().info().getPersistenceUnitName() + "' of the bean '" + unit.getKey()
						+ "'")
				.collect(Collectors.joining(", "));
			throw new NothingToCompareException(
					"Several persistence units use the DataSource that is migrated: " + found,
					"Provide a TargetSchemaSource bean that says which one counts.", null);
		}
		return units.values().iterator().next();
	}

	private boolean isMeant(PersistenceUnit unit) {
		DataSource own = (unit.info().getJtaDataSource() != null) ? unit.info().getJtaDataSource()
				: unit.info().getNonJtaDataSource();
		return this.dataSource == null || own == null || target(own).equals(target(this.dataSource));
	}

	private static DataSource target(DataSource dataSource) {
		DataSource target = (dataSource instanceof DelegatingDataSource delegating) ? delegating.getTargetDataSource()
				: null;
		return (target != null) ? target(target) : dataSource;
	}

}
