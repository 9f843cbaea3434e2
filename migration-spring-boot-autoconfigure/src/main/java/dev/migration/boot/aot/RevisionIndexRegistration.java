package dev.migration.boot.aot;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.io.ClassPathResource;

import dev.migration.script.RevisionIndex;

/**
 * Makes the {@link RevisionIndex} of an application a bean. Called by the code that is
 * generated for it.
 */
public final class RevisionIndexRegistration {

	/** The name of the bean. */
	public static final String BEAN_NAME = "migrationRevisionIndex";

	private RevisionIndexRegistration() {
	}

	/**
	 * Register the bean. The index is read when somebody asks for it.
	 * @param beanFactory the bean factory
	 * @param resource where the index is on the class path
	 */
	public static void register(DefaultListableBeanFactory beanFactory, String resource) {
		RootBeanDefinition definition = new RootBeanDefinition(RevisionIndex.class,
				() -> RevisionIndex.read(new ClassPathResource(resource, beanFactory.getBeanClassLoader())));
		definition.setLazyInit(true);
		definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
		beanFactory.registerBeanDefinition(BEAN_NAME, definition);
	}

}
