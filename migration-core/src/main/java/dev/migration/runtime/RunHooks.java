package dev.migration.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.ClassUtils;

import dev.migration.ExecutedStep;
import dev.migration.HookFailedException;
import dev.migration.MigrationHook;
import dev.migration.MigrationResult;
import dev.migration.MigrationRun;
import dev.migration.MigrationStep;
import dev.migration.RevisionFailedException;

/**
 * Calls the hooks of one run. Up to the commit of a step they can fail it; from then on
 * what they throw is logged.
 */
final class RunHooks {

	private static final Log logger = LogFactory.getLog(RunHooks.class);

	private final List<MigrationHook> hooks;

	private final Connection connection;

	RunHooks(List<MigrationHook> hooks, Connection connection) {
		this.hooks = List.copyOf(hooks);
		this.connection = connection;
	}

	void beforeRun(MigrationRun run) {
		call("before the run", "Nothing was run.", (hook) -> hook.beforeRun(run));
	}

	/**
	 * Call the hooks where no transaction is open yet.
	 */
	void beforeRunOutsideOfTransaction(MigrationRun run) {
		try {
			beforeRun(run);
		}
		finally {
			endTransaction();
		}
	}

	void beforeStep(MigrationRun run, MigrationStep step) {
		callInStep(step, "before the step", (hook) -> hook.beforeStep(run, step));
	}

	void afterStep(MigrationRun run, MigrationStep step) {
		callInStep(step, "after the step", (hook) -> hook.afterStep(run, step));
	}

	void afterStamp(MigrationRun run) {
		call("after the stamp", "The version table is as it was.", (hook) -> hook.afterStamp(run));
	}

	void afterCommit(MigrationRun run, ExecutedStep step) {
		tell("after the commit of " + step.revision(), (hook) -> hook.afterCommit(run, step));
	}

	void onStepFailure(MigrationRun run, MigrationStep step, RuntimeException failure) {
		tell("after the failure of " + step.revision().id(), (hook) -> hook.onStepFailure(run, step, failure));
	}

	void afterRun(MigrationRun run, MigrationResult result) {
		tell("after the run", (hook) -> hook.afterRun(run, result));
	}

	void onRunFailure(MigrationRun run, RuntimeException failure) {
		tell("after the failure of the run", (hook) -> hook.onRunFailure(run, failure));
	}

	private void call(String moment, String outcome, HookCall call) {
		for (MigrationHook hook : this.hooks) {
			try {
				call.on(hook);
			}
			catch (Exception | LinkageError ex) {
				keepInterrupt(ex);
				throw new HookFailedException(ClassUtils.getUserClass(hook), moment, outcome, ex);
			}
		}
	}

	private void callInStep(MigrationStep step, String moment, HookCall call) {
		for (MigrationHook hook : this.hooks) {
			try {
				call.on(hook);
			}
			catch (Exception | LinkageError ex) {
				keepInterrupt(ex);
				throw RevisionFailedException.atHook(step.revision(), step.direction(), ClassUtils.getUserClass(hook),
						moment, ex);
			}
		}
	}

	private void tell(String moment, HookCall call) {
		for (MigrationHook hook : this.hooks) {
			try {
				call.on(hook);
			}
			catch (Exception | LinkageError ex) {
				keepInterrupt(ex);
				logger.error("The hook " + ClassUtils.getUserClass(hook).getName() + " failed " + moment
						+ ", which changes nothing", ex);
			}
		}
		endTransaction();
	}

	/**
	 * A transaction that a hook forgot would hold up whatever comes next.
	 */
	private void endTransaction() {
		try {
			if (!this.connection.getAutoCommit()) {
				logger.warn("A hook left a transaction open, which is rolled back");
				this.connection.rollback();
				this.connection.setAutoCommit(true);
			}
		}
		catch (SQLException ex) {
			logger.debug("The connection is lost", ex);
		}
	}

	private static void keepInterrupt(Throwable ex) {
		if (ex instanceof InterruptedException) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * One moment, for one hook.
	 */
	private interface HookCall {

		void on(MigrationHook hook) throws Exception;

	}

}
