package dev.migration.boot.observation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import dev.migration.ExecutedStep;
import dev.migration.MigrationListener;
import dev.migration.MigrationPlan;
import dev.migration.MigrationResult;
import dev.migration.MigrationStep;
import dev.migration.RunListener;
import dev.migration.RunStart;
import dev.migration.boot.env.DatabaseNames;

/**
 * Observes each run that has something to do, and within it each revision that is run.
 * Both are the current observation of their thread meanwhile, so that what is observed of
 * the connection, or in a hook, is below them in a trace.
 */
public class MigrationObservations implements MigrationListener {

	private final Supplier<ObservationRegistry> registry;

	private final @Nullable MigrationRunObservationConvention runConvention;

	private final @Nullable MigrationRevisionObservationConvention revisionConvention;

	/**
	 * Create new observations.
	 * @param registry gives the registry; asked when a run has something to do, which is
	 * early in the life of an application
	 * @param runConvention the convention for runs, or {@code null} for the default one
	 * @param revisionConvention the convention for revisions, or {@code null} for the
	 * default one
	 */
	public MigrationObservations(Supplier<ObservationRegistry> registry,
			@Nullable MigrationRunObservationConvention runConvention,
			@Nullable MigrationRevisionObservationConvention revisionConvention) {
		this.registry = registry;
		this.runConvention = runConvention;
		this.revisionConvention = revisionConvention;
	}

	@Override
	public RunListener runStarted(RunStart start) {
		return new ObservedRun(start);
	}

	private Observation start(RunStart start, ObservationRegistry registry) {
		return MigrationObservationDocumentation.RUN.start(this.runConvention,
				new DefaultMigrationRunObservationConvention(),
				() -> new MigrationRunObservationContext(DatabaseNames.orSingle(start.name()), start), registry);
	}

	private Observation start(RunStart start, MigrationStep step, ObservationRegistry registry) {
		return MigrationObservationDocumentation.REVISION.start(this.revisionConvention,
				new DefaultMigrationRevisionObservationConvention(),
				() -> new MigrationRevisionObservationContext(DatabaseNames.orSingle(start.name()), step), registry);
	}

	/**
	 * The observations of one run.
	 */
	private final class ObservedRun implements RunListener {

		private final RunStart start;

		private final Deque<Observation.Scope> open = new ArrayDeque<>();

		private ObservationRegistry registry = ObservationRegistry.NOOP;

		ObservedRun(RunStart start) {
			this.start = start;
		}

		@Override
		public void workFound(MigrationPlan plan) {
			this.registry = MigrationObservations.this.registry.get();
			this.open.push(start(this.start, this.registry).openScope());
		}

		@Override
		public void stepStarted(MigrationStep step) {
			this.open.push(start(this.start, step, this.registry).openScope());
		}

		@Override
		public void stepFinished(MigrationStep step, ExecutedStep done) {
			stop(null);
		}

		@Override
		public void stepFailed(MigrationStep step, Throwable failure) {
			stop(failure);
		}

		@Override
		public void stepLeftOut(MigrationStep step) {
			close((observation) -> {
			});
		}

		@Override
		public void runFinished(MigrationResult result) {
			stop(null);
		}

		@Override
		public void runFailed(Throwable failure) {
			stop(failure);
		}

		private void stop(@Nullable Throwable failure) {
			close((observation) -> {
				if (failure != null) {
					observation.error(failure);
				}
				else if (observation.getContext() instanceof MigrationObservationContext context) {
					context.setComplete(true);
				}
			});
		}

		/**
		 * A run that had nothing to do has none.
		 */
		private void close(Consumer<Observation> outcome) {
			Observation.Scope scope = this.open.poll();
			if (scope != null) {
				Observation observation = scope.getCurrentObservation();
				scope.close();
				outcome.accept(observation);
				observation.stop();
			}
		}

	}

}
