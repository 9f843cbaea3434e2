package dev.migration.dialect.h2;

import dev.migration.dialect.IndexRenderer;
import dev.migration.dialect.StandardRenderer;
import dev.migration.operation.IndexOperation;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;

/**
 * Renders operations on indexes for H2.
 */
final class H2Indexes extends IndexRenderer {

	H2Indexes(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	protected String definition(IndexOperation.CreateIndex operation, String condition) {
		Index index = operation.index();
		String unique = index.isUnique() ? "UNIQUE " + (index.isNullsNotDistinct() ? "NULLS NOT DISTINCT " : "") : "";
		return "CREATE " + unique + "INDEX " + condition + quote(index.table().sibling(operation.name())) + " ON "
				+ quote(index.table()) + " " + parts(operation) + suffix(operation);
	}

	@Override
	protected String part(IndexOperation.CreateIndex operation, IndexPart part) {
		if (part.isExpression()) {
			throw unsupported(operation, "its indexes are on columns, not on expressions",
					"Add a computed column with the expression, and create the index on that.");
		}
		return super.part(operation, part) + ((part.nulls() != null) ? " NULLS " + part.nulls() : "");
	}

	@Override
	protected String suffix(IndexOperation.CreateIndex operation) {
		Index index = operation.index();
		if (index.isUnique() && index.where() != null) {
			throw unsupported(operation, "an index holds all rows, so it cannot be unique for some of them only",
					"Add a computed column that is null in the other rows, and make that unique: nulls do not count.");
		}
		return "";
	}

}
