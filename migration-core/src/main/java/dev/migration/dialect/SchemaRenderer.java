package dev.migration.dialect;

import java.util.List;

import dev.migration.operation.SchemaOperation;

/**
 * Renders operations on schemas.
 */
public class SchemaRenderer extends TopicRenderer implements SchemaOperation.Visitor<List<SqlStatement>> {

	/**
	 * Create a new renderer.
	 * @param renderer the renderer of all topics
	 */
	public SchemaRenderer(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	public List<SqlStatement> createSchema(SchemaOperation.CreateSchema operation) {
		return one("CREATE SCHEMA " + ifNotExists(operation.ifNotExists()) + quote(operation.name()));
	}

	@Override
	public List<SqlStatement> dropSchema(SchemaOperation.DropSchema operation) {
		return one("DROP SCHEMA " + ifExists(operation.ifExists()) + quote(operation.name()) + " RESTRICT");
	}

}
