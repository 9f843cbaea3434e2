package dev.migration.boot.jpa;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.weaving.LoadTimeWeaverAware;

/**
 * Keeps the entity manager factories of a lazy context closed. A context makes each
 * singleton that wants a {@code LoadTimeWeaver} before all others, lazy or not. An entity
 * manager factory is one, and would open the database and validate what revisions are
 * about to change.
 */
public final class ClosedEntityManagers implements BeanFactoryPostProcessor {

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		for (String name : beanFactory.getBeanNamesForType(LoadTimeWeaverAware.class, true, false)) {
			String bean = BeanFactoryUtils.transformedBeanName(name);
			if (beanFactory.containsBeanDefinition(bean)) {
				beanFactory.getBeanDefinition(bean).setScope(BeanDefinition.SCOPE_PROTOTYPE);
			}
		}
	}

}
