package dev.migration.dialect.sqlite;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.ColumnRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.ColumnOperation;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.Constraint;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ServerDefault;

/**
 * Renders operations on columns for SQLite: it adds, drops and renames by itself, for
 * anything else the table is rebuilt.
 */
final class SqliteColumns extends ColumnRenderer {

	private final SqliteRenderer renderer;

	SqliteColumns(SqliteRenderer renderer) {
		super(renderer);
		this.renderer = renderer;
	}

	@Override
	public List<SqlStatement> addColumn(ColumnOperation.AddColumn operation) {
		boolean isPlain = !operation.ifNotExists() && isPlain(operation.column());
		return isPlain ? List.of(new SqlStatement(addition(operation)))
				: this.renderer.change(operation.table(), operation);
	}

	/**
	 * Return whether SQLite adds a column whatever rows there are.
	 */
	private static boolean isPlain(Column column) {
		ServerDefault value = column.serverDefault();
		boolean isConstant = value == null || value instanceof ServerDefault.Literal;
		boolean isFilled = column.nullable() || value != null || column.computed() != null;
		boolean isStored = column.computed() != null && column.computed().isStored();
		boolean isKey = column.isPrimaryKey() || column.isIdentity();
		return isConstant && isFilled && !isStored && !isKey
				&& column.constraints().stream().allMatch(SqliteColumns::canStandInColumn)
				&& (value == null || column.constraints().isEmpty());
	}

	private static boolean canStandInColumn(Constraint constraint) {
		return constraint instanceof CheckConstraint || constraint instanceof ForeignKey;
	}

	/**
	 * The constraints stand in the definition of the column, since they cannot be added
	 * later.
	 */
	@Override
	protected String addition(ColumnOperation.AddColumn operation) {
		return super.addition(operation) + operation.column()
			.constraints()
			.stream()
			.map((constraint) -> " " + definitions().constraint(constraint))
			.map((sql) -> sql.replaceFirst("FOREIGN KEY \\(.*?\\) REFERENCES", "REFERENCES"))
			.collect(Collectors.joining());
	}

	/**
	 * Without a database there is only what SQLite can do whatever the table is like.
	 */
	@Override
	public List<SqlStatement> dropColumn(ColumnOperation.DropColumn operation) {
		return context().isOnline() ? this.renderer.change(operation.table(), operation) : super.dropColumn(operation);
	}

	@Override
	public List<SqlStatement> alterColumn(ColumnOperation.AlterColumn operation) {
		boolean isRename = operation.change().isEmptyButForName();
		return (isRename && !context().isOnline()) ? super.alterColumn(operation)
				: this.renderer.change(operation.table(), operation);
	}

	@Override
	protected List<SqlStatement> comment(QualifiedName table, Column column, @Nullable String comment) {
		return List.of();
	}

}
