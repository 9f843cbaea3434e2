package dev.migration.dialect.sqlite;

import dev.migration.dialect.IndexRenderer;
import dev.migration.dialect.StandardRenderer;
import dev.migration.operation.IndexOperation;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;

/**
 * Renders operations on indexes for SQLite.
 */
final class SqliteIndexes extends IndexRenderer {

	SqliteIndexes(StandardRenderer renderer) {
		super(renderer);
	}

	/**
	 * In another schema it is the index that is named with it, and not the table.
	 */
	@Override
	protected String definition(IndexOperation.CreateIndex operation, String condition) {
		Index index = operation.index();
		return "CREATE " + (index.isUnique() ? "UNIQUE " : "") + "INDEX " + condition
				+ quote(index.table().sibling(operation.name())) + " ON " + quote(index.table().name()) + " "
				+ parts(operation) + suffix(operation);
	}

	@Override
	protected String part(IndexOperation.CreateIndex operation, IndexPart part) {
		return (part.isExpression() ? part.text() : quote(part.text()))
				+ ((part.collation() != null) ? " COLLATE " + definitions().collation(part.collation()) : "")
				+ (part.isDescending() ? " DESC" : "");
	}

	@Override
	protected String suffix(IndexOperation.CreateIndex operation) {
		Index index = operation.index();
		if (index.isNullsNotDistinct()) {
			return super.suffix(operation);
		}
		return (index.where() != null) ? " WHERE " + index.where() : "";
	}

}
