package dev.migration.boot.autoconfigure;

import java.util.ArrayDeque;
import java.util.Deque;

import org.springframework.core.metrics.ApplicationStartup;
import org.springframework.core.metrics.StartupStep;

import dev.migration.ExecutedStep;
import dev.migration.MigrationListener;
import dev.migration.MigrationResult;
import dev.migration.MigrationStep;
import dev.migration.RunListener;
import dev.migration.RunStart;
import dev.migration.boot.env.DatabaseNames;

/**
 * Shows what a run adds to the time that the application takes to start, to whoever
 * collects the steps of the start-up.
 *
 * @param startup where the steps are collected
 */
record StartupSteps(ApplicationStartup startup) implements MigrationListener {

	@Override
	public RunListener runStarted(RunStart start) {
		StartupStep run = this.startup.start("migration.run")
			.tag("database", DatabaseNames.orSingle(start.name()))
			.tag("direction", start.direction().toString())
			.tag("target", String.join(",", start.request().targets()));
		return new StepsOfRun(run);
	}

	/**
	 * The steps of one run, the innermost last.
	 */
	private final class StepsOfRun implements RunListener {

		private final Deque<StartupStep> open = new ArrayDeque<>();

		StepsOfRun(StartupStep run) {
			this.open.push(run);
		}

		@Override
		public void stepStarted(MigrationStep step) {
			this.open.push(StartupSteps.this.startup.start("migration.step")
				.tag("revision", step.revision().id())
				.tag("direction", step.direction().toString()));
		}

		@Override
		public void stepFinished(MigrationStep step, ExecutedStep done) {
			end("success");
		}

		@Override
		public void stepFailed(MigrationStep step, Throwable failure) {
			end("error");
		}

		@Override
		public void stepLeftOut(MigrationStep step) {
			end("left out");
		}

		@Override
		public void runFinished(MigrationResult result) {
			end("success");
		}

		@Override
		public void runFailed(Throwable failure) {
			end("error");
		}

		private void end(String outcome) {
			this.open.pop().tag("outcome", outcome).end();
		}

	}

}
