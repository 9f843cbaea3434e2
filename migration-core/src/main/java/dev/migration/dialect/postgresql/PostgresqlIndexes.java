package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.migration.DatabaseAccessException;
import dev.migration.dialect.IndexRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.operation.IndexOperation;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;
import dev.migration.schema.QualifiedName;

/**
 * Renders operations on indexes for PostgreSQL.
 */
final class PostgresqlIndexes extends IndexRenderer {

	private static final String LEFT_OVER = "SELECT 1 FROM pg_index WHERE indexrelid = to_regclass(?)"
			+ " AND indrelid = to_regclass(?) AND NOT indisvalid";

	PostgresqlIndexes(StandardRenderer renderer) {
		super(renderer);
	}

	/**
	 * A concurrent creation that failed leaves an index that is not valid, and in the way
	 * of the next attempt.
	 */
	@Override
	public List<SqlStatement> createIndex(IndexOperation.CreateIndex operation) {
		if (!operation.index().isConcurrent()) {
			return super.createIndex(operation);
		}
		List<SqlStatement> statements = new ArrayList<>();
		if (context().isOnline() && isLeftOver(operation)) {
			statements.addAll(one("DROP INDEX CONCURRENTLY " + quote(indexName(operation))));
		}
		statements.addAll(super.createIndex(operation));
		return runAs(true, statements);
	}

	private boolean isLeftOver(IndexOperation.CreateIndex operation) {
		Connection connection = context().connection(operation, "it looks for an index that is not valid",
				"Run it on the database.");
		try (PreparedStatement statement = connection.prepareStatement(LEFT_OVER)) {
			statement.setString(1, quote(indexName(operation)));
			statement.setString(2, quote(operation.index().table()));
			try (ResultSet row = statement.executeQuery()) {
				return row.next();
			}
		}
		catch (SQLException ex) {
			throw new DatabaseAccessException("The catalogue cannot be read to " + operation.describe(), ex);
		}
	}

	private static QualifiedName indexName(IndexOperation.CreateIndex operation) {
		return operation.index().table().sibling(operation.name());
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
