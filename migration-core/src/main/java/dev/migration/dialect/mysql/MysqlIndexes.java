package dev.migration.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migration.dialect.IndexRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.IndexOperation;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;

/**
 * Renders operations on indexes for MySQL and MariaDB.
 */
final class MysqlIndexes extends IndexRenderer {

	private static final Set<String> KINDS = Set.of("fulltext", "spatial");

	private static final Set<String> METHODS = Set.of("btree", "hash", "rtree");

	private final MysqlRenderer renderer;

	MysqlIndexes(MysqlRenderer renderer) {
		super(renderer);
		this.renderer = renderer;
	}

	@Override
	protected boolean knowsIfExists() {
		return this.renderer.isMariadb();
	}

	@Override
	public List<SqlStatement> createIndex(IndexOperation.CreateIndex operation) {
		if (operation.ifNotExists() && !knowsIfExists()) {
			return this.renderer.catalog(operation).hasIndex(operation.index().table(), operation.name()) ? List.of()
					: super.createIndex(new IndexOperation.CreateIndex(operation.index(), false));
		}
		return super.createIndex(operation);
	}

	@Override
	protected String definition(IndexOperation.CreateIndex operation, String condition) {
		return "CREATE " + kind(operation.index()) + "INDEX " + condition + quote(operation.name())
				+ method(operation.index()) + " ON " + quote(operation.index().table()) + " " + parts(operation)
				+ suffix(operation);
	}

	/**
	 * Return the words that create an index as a part of {@code ALTER TABLE}.
	 * @param operation the operation
	 * @return the SQL
	 */
	String clause(IndexOperation.CreateIndex operation) {
		return "ADD " + kind(operation.index()) + "INDEX " + quote(operation.name()) + method(operation.index()) + " "
				+ parts(operation) + suffix(operation);
	}

	private static String kind(Index index) {
		String method = (index.method() != null) ? index.method().toLowerCase(Locale.ROOT) : "";
		if (KINDS.contains(method)) {
			return method.toUpperCase(Locale.ROOT) + " ";
		}
		return index.isUnique() ? "UNIQUE " : "";
	}

	private static String method(Index index) {
		boolean isKnown = index.method() != null && METHODS.contains(index.method().toLowerCase(Locale.ROOT));
		return isKnown ? " USING " + index.method() : "";
	}

	@Override
	protected String part(IndexOperation.CreateIndex operation, IndexPart part) {
		if (part.isExpression()) {
			requireExpressions(operation);
			return super.part(operation, part);
		}
		return quote(part.text()) + ((part.prefixLength() != null) ? "(" + part.prefixLength() + ")" : "")
				+ (part.isDescending() ? " DESC" : "");
	}

	private void requireExpressions(IndexOperation.CreateIndex operation) {
		if (this.renderer.isMariadb()) {
			throw unsupported(operation, "its indexes are on columns, not on expressions",
					"Add a computed column with the expression, and create the index on that.");
		}
	}

	@Override
	protected String suffix(IndexOperation.CreateIndex operation) {
		Index index = operation.index();
		if (index.isUnique() && index.where() != null) {
			throw unsupported(operation, "an index holds all rows, so it cannot be unique for some of them only",
					"Add a computed column that is null in the other rows, and make that unique: nulls do not count.");
		}
		boolean isOnline = index.isConcurrent() && !KINDS.contains(String.valueOf(index.method()));
		return super.suffix(operation) + (isOnline ? " LOCK=NONE" : "");
	}

	@Override
	public List<SqlStatement> dropIndex(IndexOperation.DropIndex operation) {
		List<String> clauses = dropClauses(operation);
		if (clauses.size() > 1) {
			return one(this.renderer.alter(operation.table()) + String.join(", ", clauses));
		}
		if (operation.ifExists() && !knowsIfExists()) {
			return this.renderer.catalog(operation).hasIndex(operation.table(), operation.name())
					? one(drop(operation, "")) : List.of();
		}
		return super.dropIndex(operation);
	}

	/**
	 * Return the words that drop an index as a part of {@code ALTER TABLE}.
	 * @param operation the operation
	 * @return the clauses
	 */
	List<String> dropClauses(IndexOperation.DropIndex operation) {
		List<String> clauses = new ArrayList<>(List.of("DROP INDEX " + quote(operation.name())));
		clauses.addAll(
				this.renderer.forForeignKeys(operation.table(), (indexes) -> indexes.withoutIndex(operation.name())));
		return clauses;
	}

	@Override
	protected String drop(IndexOperation.DropIndex operation, String condition) {
		return "DROP INDEX " + condition + quote(operation.name()) + " ON " + quote(operation.table());
	}

}
