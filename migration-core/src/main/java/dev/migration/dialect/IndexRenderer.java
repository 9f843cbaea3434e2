package dev.migration.dialect;

import java.util.List;
import java.util.stream.Collectors;

import dev.migration.operation.IndexOperation;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;
import dev.migration.schema.QualifiedName;

/**
 * Renders operations on indexes. What only makes an index faster or smaller is left out
 * where a database does not have it; what changes its meaning is an error.
 */
public class IndexRenderer extends TopicRenderer implements IndexOperation.Visitor<List<SqlStatement>> {

	/**
	 * Create a new renderer.
	 * @param renderer the renderer of all topics
	 */
	public IndexRenderer(StandardRenderer renderer) {
		super(renderer);
	}

	/**
	 * Return whether the database itself can look whether an index is there.
	 * @return whether {@code CREATE INDEX IF NOT EXISTS} and {@code DROP INDEX IF EXISTS}
	 * are known
	 */
	protected boolean knowsIfExists() {
		return true;
	}

	@Override
	public List<SqlStatement> createIndex(IndexOperation.CreateIndex operation) {
		if (operation.ifNotExists() && !knowsIfExists()
				&& lookup(operation).hasIndex(operation.index().table(), operation.name())) {
			return List.of();
		}
		return one(definition(operation, ifNotExists(operation.ifNotExists() && knowsIfExists())));
	}

	/**
	 * Return the statement that creates an index.
	 * @param operation the operation
	 * @param condition the words before its name, or nothing
	 * @return the SQL
	 */
	protected String definition(IndexOperation.CreateIndex operation, String condition) {
		Index index = operation.index();
		return "CREATE " + (index.isUnique() ? "UNIQUE " : "") + "INDEX " + condition + quote(operation.name()) + " ON "
				+ quote(index.table()) + " " + parts(operation) + suffix(operation);
	}

	/**
	 * Return the columns and expressions of an index.
	 * @param operation the operation
	 * @return the SQL in parentheses
	 */
	protected final String parts(IndexOperation.CreateIndex operation) {
		return operation.index()
			.parts()
			.stream()
			.map((part) -> part(operation, part))
			.collect(Collectors.joining(", ", "(", ")"));
	}

	/**
	 * Return a column or an expression of an index.
	 * @param operation the operation
	 * @param part the column or expression
	 * @return the SQL
	 */
	protected String part(IndexOperation.CreateIndex operation, IndexPart part) {
		return (part.isExpression() ? "(" + part.text() + ")" : quote(part.text()))
				+ (part.isDescending() ? " DESC" : "");
	}

	/**
	 * Return what stands behind the columns.
	 * @param operation the operation
	 * @return the SQL with a space before it, or nothing
	 */
	protected String suffix(IndexOperation.CreateIndex operation) {
		Index index = operation.index();
		if (index.isUnique() && index.where() != null) {
			throw unsupported(operation, "an index holds all rows, so it cannot be unique for some of them only",
					"Leave out where(…) or unique().");
		}
		if (index.isNullsNotDistinct()) {
			throw unsupported(operation, "nulls are always distinct in its unique indexes",
					"Leave out nullsNotDistinct(), or make the columns not null.");
		}
		return "";
	}

	@Override
	public List<SqlStatement> dropIndex(IndexOperation.DropIndex operation) {
		if (operation.ifExists() && !knowsIfExists()
				&& !lookup(operation).hasIndex(operation.table(), operation.name())) {
			return List.of();
		}
		return one(drop(operation, ifExists(operation.ifExists() && knowsIfExists())));
	}

	/**
	 * Return the statement that drops an index.
	 * @param operation the operation
	 * @param condition the words before its name, or nothing
	 * @return the SQL
	 */
	protected String drop(IndexOperation.DropIndex operation, String condition) {
		QualifiedName index = operation.table().sibling(operation.name());
		return "DROP INDEX " + condition + quote(index);
	}

}
