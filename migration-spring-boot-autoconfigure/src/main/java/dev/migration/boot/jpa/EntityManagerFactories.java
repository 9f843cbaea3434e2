package dev.migration.boot.jpa;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceUnitInfo;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * Finds how the application configures JPA, without opening an entity manager factory. A
 * factory that is open already says it. Else its definition is made into a second bean,
 * in a bean factory of its own: with all that the application does to it, but stopped
 * where Hibernate would begin. Unlike the first it waits for no run of the migrator,
 * which may be the one that asks.
 */
final class EntityManagerFactories {

	private final ConfigurableListableBeanFactory beanFactory;

	EntityManagerFactories(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Return the names of the beans, without making any.
	 * @return the names
	 */
	String[] names() {
		return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory,
				LocalContainerEntityManagerFactoryBean.class, true, false);
	}

	PersistenceUnit persistenceUnit(String factoryBean) {
		String name = BeanFactoryUtils.transformedBeanName(factoryBean);
		ConfigurableListableBeanFactory owner = owner(this.beanFactory, name);
		return owner.containsSingleton(name) ? open(owner, name) : stopped(owner, name);
	}

	private static ConfigurableListableBeanFactory owner(ConfigurableListableBeanFactory beanFactory, String name) {
		BeanFactory parent = beanFactory.getParentBeanFactory();
		return (!beanFactory.containsLocalBean(name) && parent instanceof ConfigurableListableBeanFactory configurable)
				? owner(configurable, name) : beanFactory;
	}

	private static PersistenceUnit open(ConfigurableListableBeanFactory owner, String name) {
		LocalContainerEntityManagerFactoryBean bean = owner.getBean(BeanFactory.FACTORY_BEAN_PREFIX + name,
				LocalContainerEntityManagerFactoryBean.class);
		return new PersistenceUnit(Objects.requireNonNull(bean.getPersistenceUnitInfo()), bean.getJpaPropertyMap());
	}

	private static PersistenceUnit stopped(ConfigurableListableBeanFactory owner, String name) {
		RootBeanDefinition definition = new RootBeanDefinition(
				(RootBeanDefinition) owner.getMergedBeanDefinition(name));
		definition.setDependsOn((String[]) null);
		// Else it would be looked for in the configuration class, which is not in there.
		definition.setAttribute(FactoryBean.OBJECT_TYPE_ATTRIBUTE, EntityManagerFactory.class);
		DefaultListableBeanFactory own = new DefaultListableBeanFactory(owner);
		own.copyConfigurationFrom(owner);
		StoppingProvider provider = new StoppingProvider();
		own.addBeanPostProcessor(new ProviderReplacement(provider));
		own.registerBeanDefinition(name, definition);
		try {
			own.getBean(BeanFactory.FACTORY_BEAN_PREFIX + name);
		}
		catch (BeansException ex) {
			if (provider.persistenceUnit == null) {
				throw ex;
			}
		}
		return Objects.requireNonNull(provider.persistenceUnit);
	}

	/**
	 * What a persistence unit consists of, and how it is configured.
	 *
	 * @param info the classes and files
	 * @param properties the properties of JPA and Hibernate
	 */
	record PersistenceUnit(PersistenceUnitInfo info, Map<String, Object> properties) {
	}

	/**
	 * Takes the place of Hibernate, and does it in the calling thread.
	 */
	private static final class ProviderReplacement implements BeanPostProcessor {

		private final StoppingProvider provider;

		ProviderReplacement(StoppingProvider provider) {
			this.provider = provider;
		}

		@Override
		public Object postProcessBeforeInitialization(Object bean, String beanName) {
			if (bean instanceof LocalContainerEntityManagerFactoryBean factory) {
				factory.setPersistenceProvider(this.provider);
				factory.setBootstrapExecutor(null);
			}
			return bean;
		}

	}

	/**
	 * Takes what Hibernate is given. It ends with an exception, so that nothing of the
	 * application gets a factory that is none.
	 */
	private static final class StoppingProvider extends HibernatePersistenceProvider {

		private @Nullable PersistenceUnit persistenceUnit;

		@Override
		@SuppressWarnings({ "rawtypes", "unchecked" })
		public EntityManagerFactory createContainerEntityManagerFactory(PersistenceUnitInfo info, Map properties) {
			this.persistenceUnit = new PersistenceUnit(info, new LinkedHashMap<>((Map<String, Object>) properties));
			throw new IllegalStateException("Only the metadata is wanted");
		}

	}

}
