package dev.migration.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import dev.migration.MigrationException;

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
	 * @throws MigrationException if it needs what waits for the run, or cannot be made
	 */
	public <T> T make(String participant, Supplier<T> creation) {
		try {
			return creation.get();
		}
		catch (BeansException ex) {
			refuseWaiting(participant, ex);
			MigrationException own = own(ex);
			throw (own != null) ? own : ParticipantFailedException.notMade(participant, ex);
		}
	}

	/**
	 * Make a bean unless it needs what waits for the run.
	 * @param bean the name of the bean
	 * @return whether it is there now
	 * @throws MigrationException if it cannot be made for another reason
	 */
	public boolean makeUnlessWaiting(String bean) {
		if (this.beanFactory.isCurrentlyInCreation(bean)) {
			return false;
		}
		try {
			make("The bean '" + bean + "'", () -> this.beanFactory.getBean(bean));
			return true;
		}
		catch (BeanWaitsForRevisionsException ex) {
			return false;
		}
	}

	/**
	 * Return whether something failed as a bean needed what waits for the run.
	 * @param failure the failure
	 * @return whether that is its cause
	 */
	public static boolean isWaiting(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof BeanWaitsForRevisionsException) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return our own error behind that of Spring, which has a better advice.
	 */
	private static @Nullable MigrationException own(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof MigrationException own) {
				return own;
			}
		}
		return null;
	}

	/**
	 * Spring Boot makes what uses the database depend on the runners. What is in creation
	 * while a run goes on has come across such a bean before.
	 */
	private void refuseWaiting(String participant, BeansException failure) {
		List<String> runners = List.of(this.beanFactory.getBeanNamesForType(MigrationRunner.class, true, false));
		for (BeanCreationException creation : creations(failure)) {
			String bean = creation.getBeanName();
			if (bean != null && dependsOnAny(bean, runners)) {
				throw BeanWaitsForRevisionsException.needs(participant, bean, failure);
			}
		}
		for (BeanCreationException creation : creations(failure)) {
			String bean = creation.getBeanName();
			if (bean != null && creation instanceof BeanCurrentlyInCreationException && !runners.contains(bean)) {
				throw BeanWaitsForRevisionsException.inCreation(participant, bean, failure);
			}
		}
	}

	private static List<BeanCreationException> creations(Throwable failure) {
		List<BeanCreationException> creations = new ArrayList<>();
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof BeanCreationException creation) {
				creations.add(creation);
			}
		}
		return creations;
	}

	private boolean dependsOnAny(String bean, List<String> runners) {
		String[] dependsOn = this.beanFactory.containsBeanDefinition(bean)
				? this.beanFactory.getBeanDefinition(bean).getDependsOn() : null;
		return dependsOn != null && Arrays.stream(dependsOn).anyMatch(runners::contains);
	}

}
