package dev.migration.dialect;

import java.util.List;

import dev.migration.operation.DataOperation;
import dev.migration.SqlScript;
import dev.migration.operation.TriggerOperation;
import dev.migration.schema.Trigger;

/**
 * Renders operations on triggers.
 */
public class TriggerRenderer extends TopicRenderer implements TriggerOperation.Visitor<List<SqlStatement>> {

	/**
	 * Create a new renderer.
	 * @param renderer the renderer of all topics
	 */
	public TriggerRenderer(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	public List<SqlStatement> createTrigger(TriggerOperation.CreateTrigger operation) {
		return (operation.ifNotExists() && isThere(operation)) ? List.of() : create(operation.trigger());
	}

	/**
	 * Return whether there is a trigger of the name already.
	 * @param operation the operation that creates it
	 * @return whether it is there
	 * @throws dev.migration.NeedsDatabaseException if there is no database to look at
	 * @throws dev.migration.UnsupportedChangeException if the database cannot tell
	 */
	protected boolean isThere(TriggerOperation.CreateTrigger operation) {
		throw unsupported(operation, "only the SQL of the trigger can tell whether it may be there already",
				"Write it as CREATE OR REPLACE TRIGGER or CREATE TRIGGER IF NOT EXISTS, or drop it first with "
						+ "op.ifExists().dropTrigger(…).");
	}

	/**
	 * Return the statements that create a trigger.
	 * @param trigger the trigger
	 * @return the statements
	 */
	protected final List<SqlStatement> create(Trigger trigger) {
		String sql = trigger.definition().forDialect(renderer().dialect().id());
		return renderer().data()
			.executeScript(new DataOperation.ExecuteScript(new SqlScript(sql, "trigger " + trigger.name(), 1)));
	}

	@Override
	public List<SqlStatement> dropTrigger(TriggerOperation.DropTrigger operation) {
		return one(
				"DROP TRIGGER " + ifExists(operation.ifExists()) + quote(operation.table().sibling(operation.name())));
	}

}
