package dev.migration.boot.test;

import java.util.function.Supplier;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

import dev.migration.Migrator;
import dev.migration.boot.autoconfigure.MigrationRunner;
import dev.migration.boot.jpa.ClosedEntityManagers;

/**
 * Auto-configuration for {@link MigrationTest}: nothing but a test touches the database.
 */
@AutoConfiguration
public final class MigrationTestAutoConfiguration {

	@Bean
	static ClosedEntityManagers migrationTestClosedEntityManagers() {
		return new ClosedEntityManagers();
	}

	@Bean
	static BeanFactoryPostProcessor migrationTestIdleRunners() {
		return MigrationTestAutoConfiguration::makeRunnersIdle;
	}

	/**
	 * Others wait for the runners by their names, so the names stay. A property would not
	 * stop one that does what a {@code MigrationStrategy} says.
	 */
	private static void makeRunnersIdle(ConfigurableListableBeanFactory beanFactory) {
		Supplier<MigrationRunner> idle = () -> new MigrationRunner(anyMigrator(beanFactory), (migrator) -> {
		});
		for (String name : beanFactory.getBeanNamesForType(MigrationRunner.class, true, false)) {
			RootBeanDefinition definition = new RootBeanDefinition(MigrationRunner.class, idle);
			definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
			definition.setLazyInit(true);
			BeanDefinitionRegistry registry = (BeanDefinitionRegistry) beanFactory;
			registry.removeBeanDefinition(name);
			registry.registerBeanDefinition(name, definition);
		}
	}

	private static Migrator anyMigrator(ConfigurableListableBeanFactory beanFactory) {
		return beanFactory.getBean(beanFactory.getBeanNamesForType(Migrator.class, true, false)[0], Migrator.class);
	}

}
