package dev.migration.dialect;

import java.util.List;

import dev.migration.SqlScript;
import dev.migration.operation.DataOperation;

/**
 * Renders operations on rows, and SQL as it is.
 */
public class DataRenderer extends TopicRenderer implements DataOperation.Visitor<List<SqlStatement>> {

	/**
	 * Create a new renderer.
	 * @param renderer the renderer of all topics
	 */
	public DataRenderer(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	public List<SqlStatement> executeScript(DataOperation.ExecuteScript operation) {
		return renderer().dialect().split(operation.script()).stream().map(this::statement).toList();
	}

	/**
	 * Return one statement of a script.
	 * @param script the statement with its place
	 * @return the statement
	 */
	protected SqlStatement statement(SqlScript script) {
		return new SqlStatement(script.sql(), List.of(), script.location() + ", line " + script.line());
	}

	@Override
	public List<SqlStatement> executeStatement(DataOperation.ExecuteStatement operation) {
		return List.of(NamedParameters.bind(operation));
	}

	@Override
	public List<SqlStatement> bulkInsert(DataOperation.BulkInsert operation) {
		return InsertStatements.of(operation, quote(operation.table()), this::quote);
	}

}
