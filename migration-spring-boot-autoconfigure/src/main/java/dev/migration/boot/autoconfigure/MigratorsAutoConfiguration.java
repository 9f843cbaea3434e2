package dev.migration.boot.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import dev.migration.Migrator;
import dev.migration.Migrators;

/**
 * Auto-configuration for the lookup of all {@link Migrator} beans by the name of their
 * database, be they auto-configured or the application's own.
 */
@AutoConfiguration(after = MigrationAutoConfiguration.class)
@ConditionalOnClass(Migrators.class)
public final class MigratorsAutoConfiguration {

	@Bean
	@ConditionalOnBean(value = Migrator.class, search = SearchStrategy.CURRENT)
	@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
	Migrators migrators(ConfigurableListableBeanFactory beanFactory, Environment environment) {
		Map<String, String> names = new LinkedHashMap<>();
		for (NamedDatabase database : NamedDatabase.of(environment)) {
			names.put(database.migratorBean(), database.name());
		}
		Map<String, Supplier<Migrator>> databases = new LinkedHashMap<>();
		names.forEach((bean, name) -> {
			if (beanFactory.containsLocalBean(bean)) {
				databases.put(name, () -> beanFactory.getBean(bean, Migrator.class));
			}
		});
		for (String bean : beanFactory.getBeanNamesForType(Migrator.class, true, false)) {
			databases.putIfAbsent(names.getOrDefault(bean, bean), () -> beanFactory.getBean(bean, Migrator.class));
		}
		return Migrators.of(databases,
				DefaultCandidate.find(beanFactory, Migrator.class)
					.map((bean) -> names.getOrDefault(bean, bean))
					.filter(databases::containsKey)
					.orElse(null));
	}

}
