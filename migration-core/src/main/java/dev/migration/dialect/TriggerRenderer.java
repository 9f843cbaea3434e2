package dev.migration.dialect;

import java.util.List;

import dev.migration.operation.DataOperation;
import dev.migration.SqlScript;
import dev.migration.operation.TriggerOperation;

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
		if (operation.ifNotExists()) {
			throw unsupported(operation, "only the SQL of the trigger can tell whether it may be there already",
					"Write it as CREATE OR REPLACE TRIGGER or CREATE TRIGGER IF NOT EXISTS, or drop it first with "
							+ "op.ifExists().dropTrigger(…).");
		}
		String sql = operation.trigger().definition().forDialect(renderer().dialect().id());
		return renderer().data()
			.executeScript(
					new DataOperation.ExecuteScript(new SqlScript(sql, "trigger " + operation.trigger().name(), 1)));
	}

	@Override
	public List<SqlStatement> dropTrigger(TriggerOperation.DropTrigger operation) {
		return one(
				"DROP TRIGGER " + ifExists(operation.ifExists()) + quote(operation.table().sibling(operation.name())));
	}

}
