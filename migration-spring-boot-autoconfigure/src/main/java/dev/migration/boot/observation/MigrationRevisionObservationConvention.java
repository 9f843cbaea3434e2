package dev.migration.boot.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * {@link ObservationConvention} for the observations of revisions that are run. A bean of
 * this type takes the place of {@link DefaultMigrationRevisionObservationConvention}.
 */
public interface MigrationRevisionObservationConvention
		extends ObservationConvention<MigrationRevisionObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof MigrationRevisionObservationContext;
	}

}
