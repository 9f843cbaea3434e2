package dev.migration.boot.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Makes the beans that take part in a run, while what uses the database waits for its
 * end. Whoever needs both gets an error that says so, instead of a circle of beans.
 */
public class ParticipatingBeans {

	private final ConfigurableListableBeanFactory beanFactory;

	/**
	 * Create a new door.
	 * @param beanFactory where the beans and the runners are
	 */
	public ParticipatingBeans(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Make a bean.
	 * @param participant what it is, to begin a sentence with
	 * @param creation makes it
	 * @param <T> the type of the bean
	 * @return the bean
	 * @throws dev.migration.MigrationException if it needs what waits for the run
	 */
	public <T> T make(String participant, Supplier<T> creation) {
		try {
			return creation.get();
		}
		catch (BeansException ex) {
			String waiting = findWaiting(ex);
			if (waiting != null) {
				throw new BeanWaitsForRevisionsException(participant, waiting, ex);
			}
			throw ex;
		}
	}

	/**
	 * Spring Boot makes what uses the database depend on the runners. What is in creation
	 * while a run goes on has come across such a bean before.
	 */
	private @Nullable String findWaiting(Throwable failure) {
		List<String> runners = List.of(this.beanFactory.getBeanNamesForType(MigrationRunner.class, true, false));
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			String bean = (cause instanceof BeanCreationException creation) ? creation.getBeanName() : null;
			boolean inCreation = cause instanceof BeanCurrentlyInCreationException && !runners.contains(bean);
			if (bean != null && (inCreation || dependsOnAny(bean, runners))) {
				return bean;
			}
		}
		return null;
	}

	private boolean dependsOnAny(String bean, List<String> runners) {
		String[] dependsOn = this.beanFactory.containsBeanDefinition(bean)
				? this.beanFactory.getBeanDefinition(bean).getDependsOn() : null;
		return dependsOn != null && Arrays.stream(dependsOn).anyMatch(runners::contains);
	}

}
