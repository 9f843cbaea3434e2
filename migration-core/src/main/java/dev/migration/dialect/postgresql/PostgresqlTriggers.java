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

	/**
	 * The look is a part of the SQL, so that it also works in a script.
	 */
	@Override
	public List<SqlStatement> createTrigger(TriggerOperation.CreateTrigger operation) {
		List<SqlStatement> statements = create(operation.trigger());
		if (!operation.ifNotExists()) {
			return statements;
		}
		String query = "SELECT 1 FROM pg_trigger WHERE tgrelid = "
				+ renderer().dialect().literal(quote(operation.trigger().table())) + "::regclass AND tgname = "
				+ renderer().dialect().literal(operation.trigger().name()) + " AND NOT tgisinternal";
		return one(Blocks.unless(query, statements.stream().map(SqlStatement::sql).toList()));
	}

	@Override
	public List<SqlStatement> dropTrigger(TriggerOperation.DropTrigger operation) {
		return one("DROP TRIGGER " + ifExists(operation.ifExists()) + quote(operation.name()) + " ON "
				+ quote(operation.table()));
	}

}
