package dev.migration.dialect.postgresql;

import java.util.List;

import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.dialect.TriggerRenderer;
import dev.migration.operation.TriggerOperation;

/**
 * Renders operations on triggers for PostgreSQL, where the name of a trigger belongs to
 * its table.
 */
final class PostgresqlTriggers extends TriggerRenderer {

	PostgresqlTriggers(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	public List<SqlStatement> dropTrigger(TriggerOperation.DropTrigger operation) {
		return one("DROP TRIGGER " + ifExists(operation.ifExists()) + quote(operation.name()) + " ON "
				+ quote(operation.table()));
	}

}
