package dev.migration.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migration.ExecutedStep;
import dev.migration.MigrationListener;
import dev.migration.MigrationPlan;
import dev.migration.MigrationResult;
import dev.migration.MigrationStep;
import dev.migration.RunListener;
import dev.migration.RunStart;

/**
 * Tells the listeners of one run what happens, and that each step that starts also ends.
 * What they throw is logged.
 */
final class RunListeners {

	private static final Log logger = LogFactory.getLog(RunListeners.class);

	private final List<RunListener> listeners = new ArrayList<>();

	private @Nullable MigrationStep open;

	private RunListeners() {
	}

	/**
	 * Return the listeners of what is no run.
	 * @return no listeners
	 */
	static RunListeners none() {
		return new RunListeners();
	}

	/**
	 * Begin a run.
	 * @param all who wants to hear of it
	 * @param start the run
	 * @return its listeners
	 */
	static RunListeners start(List<MigrationListener> all, RunStart start) {
		RunListeners run = new RunListeners();
		for (MigrationListener listener : all) {
			safely(listener, () -> run.listeners.add(listener.runStarted(start)));
		}
		return run;
	}

	void workFound(MigrationPlan plan) {
		tell((listener) -> listener.workFound(plan));
	}

	void lockWaited(Duration waited, boolean obtained) {
		tell((listener) -> listener.lockWaited(waited, obtained));
	}

	/**
	 * A step may begin a second time, in a transaction of another kind, which is the same
	 * step for those who listen.
	 */
	void stepStarted(MigrationStep step) {
		if (step.equals(this.open)) {
			return;
		}
		leaveOutOpenStep();
		this.open = step;
		tell((listener) -> listener.stepStarted(step));
	}

	void stepFinished(MigrationStep step, ExecutedStep done) {
		this.open = null;
		tellInReverse((listener) -> listener.stepFinished(step, done));
	}

	void runFinished(MigrationResult result) {
		leaveOutOpenStep();
		tellInReverse((listener) -> listener.runFinished(result));
	}

	void runFailed(Throwable failure) {
		MigrationStep failed = this.open;
		if (failed != null) {
			this.open = null;
			tellInReverse((listener) -> listener.stepFailed(failed, failure));
		}
		tellInReverse((listener) -> listener.runFailed(failure));
	}

	private void leaveOutOpenStep() {
		MigrationStep left = this.open;
		if (left != null) {
			this.open = null;
			tellInReverse((listener) -> listener.stepLeftOut(left));
		}
	}

	private void tell(Consumer<RunListener> call) {
		this.listeners.forEach((listener) -> safely(listener, () -> call.accept(listener)));
	}

	/**
	 * What a listener has opened on this thread is closed before what was opened earlier.
	 */
	private void tellInReverse(Consumer<RunListener> call) {
		for (int i = this.listeners.size() - 1; i >= 0; i--) {
			RunListener listener = this.listeners.get(i);
			safely(listener, () -> call.accept(listener));
		}
	}

	private static void safely(Object listener, Runnable call) {
		try {
			call.run();
		}
		catch (RuntimeException | LinkageError ex) {
			logger.error("The listener " + listener.getClass().getName() + " failed, which changes nothing", ex);
		}
	}

}
