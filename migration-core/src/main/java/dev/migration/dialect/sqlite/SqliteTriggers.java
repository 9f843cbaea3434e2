package dev.migration.dialect.sqlite;

import dev.migration.dialect.StandardRenderer;
import dev.migration.dialect.TriggerRenderer;
import dev.migration.operation.TriggerOperation;

/**
 * Triggers of SQLite, whose names ignore case.
 */
final class SqliteTriggers extends TriggerRenderer {

	SqliteTriggers(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	protected boolean isThere(TriggerOperation.CreateTrigger operation) {
		String schema = operation.trigger().table().schema();
		return lookup(operation).hasRow(
				"SELECT 1 FROM " + ((schema != null) ? quote(schema) + "." : "")
						+ "sqlite_master WHERE type = 'trigger' AND name = ? COLLATE NOCASE",
				operation.trigger().name());
	}

}
