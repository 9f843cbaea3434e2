package dev.migration.boot.observation;

import io.micrometer.common.KeyValues;

/**
 * Default {@link MigrationRunObservationConvention}.
 */
public class DefaultMigrationRunObservationConvention implements MigrationRunObservationConvention {

	@Override
	public String getName() {
		return "migration.run";
	}

	@Override
	public String getContextualName(MigrationRunObservationContext context) {
		return "migration " + context.getDirection();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(MigrationRunObservationContext context) {
		return CommonKeyValues.of(context);
	}

}
