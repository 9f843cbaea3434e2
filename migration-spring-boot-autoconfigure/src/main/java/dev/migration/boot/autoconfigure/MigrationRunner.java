package dev.migration.boot.autoconfigure;

import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.InitializingBean;

import dev.migration.Direction;
import dev.migration.MigrationPlan;
import dev.migration.MigrationRequest;
import dev.migration.MigrationResult;
import dev.migration.Migrator;
import dev.migration.PendingRevisionsException;
import dev.migration.boot.autoconfigure.MigrationProperties.OnStartup;

/**
 * Brings the database to the target while the context starts. What uses the database
 * depends on this bean, so that it finds the schema it expects.
 */
public class MigrationRunner implements InitializingBean {

	private static final Log logger = LogFactory.getLog(MigrationRunner.class);

	private final Migrator migrator;

	private final OnStartup onStartup;

	private final String target;

	/**
	 * Create a new runner.
	 * @param migrator the migrator of the database
	 * @param onStartup what to do
	 * @param target the target, in the identifier language
	 */
	public MigrationRunner(Migrator migrator, OnStartup onStartup, String target) {
		this.migrator = migrator;
		this.onStartup = onStartup;
		this.target = target;
	}

	@Override
	public void afterPropertiesSet() {
		switch (this.onStartup) {
			case UPGRADE -> upgrade();
			case VALIDATE -> validate();
			case NONE -> logger.info("Revisions are not applied at start-up, as 'migration.on-startup' is 'none'");
		}
	}

	private void upgrade() {
		MigrationResult result = this.migrator.upgrade(this.target);
		String place = result.database() + " is at " + describe(result.to());
		logger.info(result.steps().isEmpty() ? place + ", nothing to do"
				: place + ", revisions applied: " + result.steps().size());
	}

	private void validate() {
		MigrationPlan plan = this.migrator.plan(Direction.UPGRADE, MigrationRequest.to(this.target));
		if (!plan.steps().isEmpty()) {
			throw new PendingRevisionsException(plan);
		}
		logger.info("The database is at " + describe(plan.from()) + ", as '" + this.target + "' asks");
	}

	private static String describe(List<String> versions) {
		return versions.isEmpty() ? "base" : String.join(", ", versions);
	}

}
