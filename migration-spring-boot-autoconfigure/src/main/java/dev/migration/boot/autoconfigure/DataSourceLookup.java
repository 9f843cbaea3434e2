package dev.migration.boot.autoconfigure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.StringUtils;

/**
 * Finds the {@code DataSource} bean of a database, without making it.
 */
class DataSourceLookup {

	private final ConfigurableListableBeanFactory beanFactory;

	DataSourceLookup(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Return the bean.
	 * @param database the database
	 * @return the name of the bean
	 * @throws DatabaseConfigurationException if there is none
	 */
	String get(NamedDatabase database) {
		String bean = find(database).orElseThrow(() -> DatabaseConfigurationException.noDataSource(database));
		List<String> beans = beans();
		if (!beans.contains(bean)) {
			throw DatabaseConfigurationException.noBean(database, bean, beans);
		}
		return bean;
	}

	/**
	 * Find the bean.
	 * @param database the database
	 * @return the name of the bean, which need not be there yet if it was asked for, or
	 * nothing if no bean is meant for the database
	 * @throws DatabaseConfigurationException if several could be meant
	 */
	Optional<String> find(NamedDatabase database) {
		String asked = database.properties().getDataSource();
		if (StringUtils.hasText(asked)) {
			return Optional.of(asked);
		}
		List<String> beans = beans();
		return Stream
			.of(database.name(), database.camelCase(), database.dataSourceBean(), database.name() + "DataSource")
			.filter(beans::contains)
			.findFirst()
			.or(() -> findQualified(database, beans));
	}

	private List<String> beans() {
		return DefaultCandidate.names(this.beanFactory, DataSource.class);
	}

	private Optional<String> findQualified(NamedDatabase database, List<String> beans) {
		List<String> qualified = beans.stream()
			.filter((bean) -> BeanFactoryAnnotationUtils.isQualifierMatch(database.name()::equals, bean,
					this.beanFactory))
			.toList();
		if (qualified.size() > 1) {
			throw DatabaseConfigurationException.ambiguous(database, qualified);
		}
		return qualified.stream().findFirst();
	}

}
