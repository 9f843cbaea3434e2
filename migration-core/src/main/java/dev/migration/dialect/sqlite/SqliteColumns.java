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
		String obstacle = obstacle(operation.column());
		if (operation.ifNotExists() && lookup(operation).hasColumn(operation.table(), operation.column().name())) {
			return List.of();
		}
		return (obstacle != null) ? this.renderer.rebuild(operation, obstacle)
				: List.of(new SqlStatement(addition(operation)));
	}

	private static @Nullable String obstacle(Column column) {
		if (column.isPrimaryKey() || column.isIdentity()) {
			return "a primary key cannot be added to a table that is there";
		}
		if (!column.nullable() && column.serverDefault() == null && column.computed() == null) {
			return "a column without null needs a value for the rows that are there, so give it a serverDefault(…)";
		}
		if (column.serverDefault() != null && !(column.serverDefault() instanceof ServerDefault.Literal)) {
			return "the default of a new column must be a constant";
		}
		if (column.computed() != null && column.computed().isStored()) {
			return "a computed column that is stored cannot be added to a table that is there";
		}
		return column.constraints().stream().allMatch(SqliteColumns::canStandInColumn) ? null
				: "a unique constraint cannot be added to a table that is there";
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

	@Override
	protected List<SqlStatement> alteration(ColumnOperation.AlterColumn operation) {
		return this.renderer.rebuild(operation, "a column of a table that is there can only be renamed");
	}

	@Override
	protected List<SqlStatement> comment(QualifiedName table, Column column, @Nullable String comment) {
		return List.of();
	}

}
