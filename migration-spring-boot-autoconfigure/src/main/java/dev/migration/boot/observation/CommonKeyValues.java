package dev.migration.boot.observation;

import io.micrometer.common.KeyValues;

import dev.migration.boot.observation.MigrationObservationDocumentation.LowCardinalityKeyNames;

/**
 * The key values that both observations have by default.
 */
final class CommonKeyValues {

	private CommonKeyValues() {
	}

	static KeyValues of(MigrationObservationContext context) {
		return KeyValues.of(LowCardinalityKeyNames.DATABASE.withValue(context.getDatabase()),
				LowCardinalityKeyNames.DIRECTION.withValue(context.getDirection().toString()),
				LowCardinalityKeyNames.OUTCOME.withValue(outcome(context)));
	}

	private static String outcome(MigrationObservationContext context) {
		if (context.getError() != null) {
			return "ERROR";
		}
		return context.isComplete() ? "SUCCESS" : "UNKNOWN";
	}

}
