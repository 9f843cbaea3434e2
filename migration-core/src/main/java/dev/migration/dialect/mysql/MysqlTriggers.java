package dev.migration.dialect.mysql;

import dev.migration.dialect.TriggerRenderer;
import dev.migration.operation.TriggerOperation;

/**
 * Triggers of MySQL and MariaDB.
 */
final class MysqlTriggers extends TriggerRenderer {

	private final MysqlRenderer renderer;

	MysqlTriggers(MysqlRenderer renderer) {
		super(renderer);
		this.renderer = renderer;
	}

	@Override
	protected boolean isThere(TriggerOperation.CreateTrigger operation) {
		return this.renderer.catalog(operation).hasTrigger(operation.trigger().table(), operation.trigger().name());
	}

}
