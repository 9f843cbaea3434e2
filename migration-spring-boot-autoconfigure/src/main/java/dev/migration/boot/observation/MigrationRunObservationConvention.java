package dev.migration.boot.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * {@link ObservationConvention} for the observations of runs. A bean of this type takes
 * the place of {@link DefaultMigrationRunObservationConvention}.
 */
public interface MigrationRunObservationConvention extends ObservationConvention<MigrationRunObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof MigrationRunObservationContext;
	}

}
