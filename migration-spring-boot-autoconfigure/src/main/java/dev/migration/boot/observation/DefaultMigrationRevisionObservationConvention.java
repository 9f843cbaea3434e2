package dev.migration.boot.observation;

import io.micrometer.common.KeyValues;

import dev.migration.boot.observation.MigrationObservationDocumentation.HighCardinalityKeyNames;

/**
 * Default {@link MigrationRevisionObservationConvention}.
 */
public class DefaultMigrationRevisionObservationConvention implements MigrationRevisionObservationConvention {

	@Override
	public String getName() {
		return "migration.revision";
	}

	@Override
	public String getContextualName(MigrationRevisionObservationContext context) {
		return context.getDirection() + " " + context.getStep().revision().id();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(MigrationRevisionObservationContext context) {
		return CommonKeyValues.of(context);
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(MigrationRevisionObservationContext context) {
		return KeyValues.of(HighCardinalityKeyNames.REVISION_ID.withValue(context.getStep().revision().id()));
	}

}
