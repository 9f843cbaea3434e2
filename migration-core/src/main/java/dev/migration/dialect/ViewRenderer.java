package dev.migration.dialect;

import java.util.ArrayList;
import java.util.List;

import dev.migration.operation.Operation;
import dev.migration.operation.ViewOperation;
import dev.migration.schema.View;

/**
 * Renders operations on views.
 */
public class ViewRenderer extends TopicRenderer implements ViewOperation.Visitor<List<SqlStatement>> {

	/**
	 * Create a new renderer.
	 * @param renderer the renderer of all topics
	 */
	public ViewRenderer(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	public List<SqlStatement> createView(ViewOperation.CreateView operation) {
		requireNotMaterialized(operation, operation.view().isMaterialized());
		return one(definition("CREATE VIEW " + ifNotExists(operation.ifNotExists()), operation.view()));
	}

	/**
	 * Drop the view and create it anew, since a view that is replaced in place cannot
	 * change its columns everywhere.
	 */
	@Override
	public List<SqlStatement> replaceView(ViewOperation.ReplaceView operation) {
		requireNotMaterialized(operation, operation.view().isMaterialized());
		List<SqlStatement> statements = new ArrayList<>(one("DROP VIEW IF EXISTS " + quote(operation.view().name())));
		statements.addAll(one(definition("CREATE VIEW ", operation.view())));
		return statements;
	}

	/**
	 * Return the statement that creates a view.
	 * @param head the words before its name
	 * @param view the view
	 * @return the SQL
	 */
	protected final String definition(String head, View view) {
		return head + quote(view.name()) + " AS\n" + view.query().forDialect(renderer().dialect().id()).strip();
	}

	@Override
	public List<SqlStatement> dropView(ViewOperation.DropView operation) {
		requireNotMaterialized(operation, operation.isMaterialized());
		return one("DROP VIEW " + ifExists(operation.ifExists()) + quote(operation.name()));
	}

	private void requireNotMaterialized(Operation operation, boolean isMaterialized) {
		if (isMaterialized) {
			throw unsupported(operation, "its views do not keep their rows",
					"Leave out materialized(), or fill a table with op.execute(…).");
		}
	}

}
