package dev.migration.boot.observation;

import java.util.function.Supplier;

import io.micrometer.observation.ObservationRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Finds the registry for a run that is early in the life of an application. Where it
 * cannot be made yet, the run is not observed, and the registry is made in its own time.
 *
 * @param beanFactory where the registry is
 */
record EarlyObservationRegistry(ConfigurableListableBeanFactory beanFactory) implements Supplier<ObservationRegistry> {

	private static final Log logger = LogFactory.getLog(MigrationObservations.class);

	@Override
	public ObservationRegistry get() {
		// Before, not all bean post-processors are there, and Spring Boot's is what gives
		// the registry its handlers.
		if (!this.beanFactory.isConfigurationFrozen()) {
			logger.debug("The run is not observed, as it is too early for a registry");
			return ObservationRegistry.NOOP;
		}
		try {
			return this.beanFactory.getBeanProvider(ObservationRegistry.class)
				.getIfUnique(() -> ObservationRegistry.NOOP);
		}
		catch (BeansException ex) {
			logger.warn("The run is not observed, as what observes it needs what waits for the run", ex);
			return ObservationRegistry.NOOP;
		}
	}

}
