package dev.migration.boot.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * The observations of a run. Their names are none of those of the meters, so that nothing
 * is counted twice where meters are made of observations.
 */
public enum MigrationObservationDocumentation implements ObservationDocumentation {

	/**
	 * A run that has something to do, with its wait for the lock.
	 */
	RUN {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultMigrationRunObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return LowCardinalityKeyNames.values();
		}

	},

	/**
	 * A revision that is run in one direction, with its transaction.
	 */
	REVISION {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultMigrationRevisionObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return LowCardinalityKeyNames.values();
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return HighCardinalityKeyNames.values();
		}

	};

	/**
	 * Keys with few values.
	 */
	public enum LowCardinalityKeyNames implements KeyName {

		/**
		 * The name of the database.
		 */
		DATABASE {

			@Override
			public String asString() {
				return "database";
			}

		},

		/**
		 * Which way it goes: {@code upgrade}, {@code downgrade} or {@code stamp}.
		 */
		DIRECTION {

			@Override
			public String asString() {
				return "direction";
			}

		},

		/**
		 * How it ended: {@code SUCCESS} or {@code ERROR}, or {@code UNKNOWN} as long as
		 * it has not.
		 */
		OUTCOME {

			@Override
			public String asString() {
				return "outcome";
			}

		}

	}

	/**
	 * Keys with many values.
	 */
	public enum HighCardinalityKeyNames implements KeyName {

		/**
		 * The id of the revision.
		 */
		REVISION_ID {

			@Override
			public String asString() {
				return "revision.id";
			}

		}

	}

}
