package dev.migration.dialect.postgresql;

import java.util.List;
import java.util.stream.Collectors;

import dev.migration.dialect.IndexRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.operation.IndexOperation;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;

/**
 * Renders operations on indexes for PostgreSQL.
 */
final class PostgresqlIndexes extends IndexRenderer {

	PostgresqlIndexes(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	public List<SqlStatement> createIndex(IndexOperation.CreateIndex operation) {
		return runAs(operation.index().isConcurrent(), super.createIndex(operation));
	}

	@Override
	public List<SqlStatement> dropIndex(IndexOperation.DropIndex operation) {
		return runAs(operation.concurrently(), super.dropIndex(operation));
	}

	private static List<SqlStatement> runAs(boolean isConcurrent, List<SqlStatement> statements) {
		return isConcurrent ? statements.stream().map(SqlStatement::outsideTransaction).toList() : statements;
	}

	@Override
	protected String definition(IndexOperation.CreateIndex operation, String condition) {
		Index index = operation.index();
		return "CREATE " + (index.isUnique() ? "UNIQUE " : "") + "INDEX "
				+ (index.isConcurrent() ? "CONCURRENTLY " : "") + condition + quote(operation.name()) + " ON "
				+ quote(index.table()) + " " + ((index.method() != null) ? "USING " + index.method() + " " : "")
				+ parts(operation) + suffix(operation);
	}

	@Override
	protected String part(IndexOperation.CreateIndex operation, IndexPart part) {
		return part(part);
	}

	String part(IndexPart part) {
		return (part.isExpression() ? "(" + part.text() + ")" : quote(part.text()))
				+ ((part.collation() != null) ? " COLLATE " + quote(part.collation()) : "")
				+ ((part.operatorClass() != null) ? " " + part.operatorClass() : "")
				+ (part.isDescending() ? " DESC" : "") + ((part.nulls() != null) ? " NULLS " + part.nulls() : "");
	}

	@Override
	protected String suffix(IndexOperation.CreateIndex operation) {
		Index index = operation.index();
		StringBuilder sql = new StringBuilder();
		if (!index.include().isEmpty()) {
			sql.append(" INCLUDE ").append(list(index.include()));
		}
		if (index.isNullsNotDistinct()) {
			new PostgresqlDefinitions(renderer()).requireNullsNotDistinct(operation.describe());
			sql.append(" NULLS NOT DISTINCT");
		}
		if (!index.storageParameters().isEmpty()) {
			sql.append(index.storageParameters()
				.entrySet()
				.stream()
				.map((entry) -> entry.getKey() + " = " + entry.getValue())
				.collect(Collectors.joining(", ", " WITH (", ")")));
		}
		if (index.where() != null) {
			sql.append(" WHERE ").append(index.where());
		}
		return sql.toString();
	}

	@Override
	protected String drop(IndexOperation.DropIndex operation, String condition) {
		return super.drop(operation, (operation.concurrently() ? "CONCURRENTLY " : "") + condition);
	}

}
