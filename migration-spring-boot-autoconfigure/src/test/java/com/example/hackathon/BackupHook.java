package com.example.hackathon;

import java.util.List;

import dev.migration.Direction;
import dev.migration.MigrationHook;
import dev.migration.MigrationResult;
import dev.migration.MigrationRun;
import dev.migration.MigrationStep;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The example of docs/hooks.md.
 */
@Component
@Order(1)
public class BackupHook implements MigrationHook {

	@Override
	public void beforeRun(MigrationRun run) {
		boolean backedUp = run.request().arguments().containsKey("backup");
		if (run.direction() == Direction.DOWNGRADE && !backedUp) {
			throw new IllegalStateException("make a backup, and name it with -x backup=<name>");
		}
	}

	@Override
	public void afterStep(MigrationRun run, MigrationStep step) {
		run.jdbc()
			.sql("INSERT INTO change_log (revision, direction, ticket) VALUES (?, ?, ?)")
			.params(step.revision().id(), step.direction().toString(), run.request().tag())
			.update();
	}

	@Override
	public void afterRun(MigrationRun run, MigrationResult result) {
		if (run.dialect().equals("postgresql")) {
			List.of("team", "participant").forEach((table) -> run.jdbc().sql("ANALYZE " + table).update());
		}
	}

}
