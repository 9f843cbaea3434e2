package dev.migration.dialect;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.operation.ColumnOperation;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.Computed;
import dev.migration.schema.Identity;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Table;
import dev.migration.schema.Type;

/**
 * Renders operations on columns.
 */
public class ColumnRenderer extends TopicRenderer implements ColumnOperation.Visitor<List<SqlStatement>> {

	/**
	 * Create a new renderer.
	 * @param renderer the renderer of all topics
	 */
	public ColumnRenderer(StandardRenderer renderer) {
		super(renderer);
	}

	/**
	 * Return whether the database itself can look whether a column is there.
	 * @return whether {@code ADD COLUMN IF NOT EXISTS} and {@code DROP COLUMN IF EXISTS}
	 * are known
	 */
	protected boolean knowsIfExists() {
		return false;
	}

	@Override
	public List<SqlStatement> addColumn(ColumnOperation.AddColumn operation) {
		if (operation.ifNotExists() && !knowsIfExists()
				&& lookup(operation).hasColumn(operation.table(), operation.column().name())) {
			return List.of();
		}
		List<SqlStatement> statements = new ArrayList<>(renderer().enumTypes().required(operation.column()));
		statements.add(new SqlStatement(addition(operation)));
		operation.column()
			.constraints()
			.forEach((constraint) -> statements.addAll(renderer().constraints()
				.create(operation.table(), constraint, operation.ifNotExists(), operation)));
		if (operation.column().comment() != null) {
			statements.addAll(comment(operation.table(), operation.column(), operation.column().comment()));
		}
		return statements;
	}

	/**
	 * Return the statement that adds a column, without the constraints behind it.
	 * @param operation the operation
	 * @return the SQL
	 */
	protected String addition(ColumnOperation.AddColumn operation) {
		Column column = operation.column();
		Table alone = Table.of(operation.table(), List.of(column.with(List.of())));
		return alter(operation.table()) + "ADD COLUMN " + ifNotExists(operation.ifNotExists() && knowsIfExists())
				+ definitions().column(column, alone) + (column.isPrimaryKey() ? " PRIMARY KEY" : "");
	}

	@Override
	public List<SqlStatement> dropColumn(ColumnOperation.DropColumn operation) {
		if (operation.ifExists() && !knowsIfExists()
				&& !lookup(operation).hasColumn(operation.table(), operation.column())) {
			return List.of();
		}
		return one(alter(operation.table()) + "DROP COLUMN " + ifExists(operation.ifExists() && knowsIfExists())
				+ quote(operation.column()));
	}

	@Override
	public List<SqlStatement> alterColumn(ColumnOperation.AlterColumn operation) {
		ColumnChange change = operation.change();
		List<SqlStatement> statements = new ArrayList<>();
		if (!change.isEmptyButForName()) {
			statements.addAll(alteration(operation));
		}
		String newName = change.name().value();
		if (newName != null && !newName.equals(operation.column())) {
			statements.addAll(rename(operation.table(), operation.column(), newName));
		}
		return statements;
	}

	/**
	 * Return the statements that rename a column.
	 * @param table the table
	 * @param column the name so far
	 * @param newName the name from now on
	 * @return the statements
	 */
	protected List<SqlStatement> rename(QualifiedName table, String column, String newName) {
		return one(alter(table) + "RENAME COLUMN " + quote(column) + " TO " + quote(newName));
	}

	/**
	 * Return the statements that alter a column in all but its name: the computation
	 * goes, then the type changes, then whether it takes null, the default, the identity,
	 * the comment.
	 * @param operation the operation, with something else than the name
	 * @return the statements
	 */
	protected List<SqlStatement> alteration(ColumnOperation.AlterColumn operation) {
		ColumnChange change = operation.change();
		List<SqlStatement> statements = new ArrayList<>();
		if (change.computed().isMentioned()) {
			statements.addAll(computed(operation, change.computed().value()));
		}
		if (change.type().isMentioned() || change.collation().isMentioned()) {
			statements.addAll(type(operation));
		}
		if (change.nullability().isMentioned()) {
			statements.addAll(nullable(operation, Boolean.TRUE.equals(change.nullability().value())));
		}
		if (change.serverDefault().isMentioned()) {
			statements.addAll(serverDefault(operation, change.serverDefault().value()));
		}
		if (change.identity().isMentioned()) {
			statements.addAll(identity(operation, change.identity().value()));
		}
		if (change.comment().isMentioned()) {
			statements.addAll(comment(operation.table(), new Column(operation.column(), typeOf(operation)),
					change.comment().value()));
		}
		return statements;
	}

	private static Type typeOf(ColumnOperation.AlterColumn operation) {
		Type changed = operation.change().type().value();
		if (changed != null) {
			return changed;
		}
		return (operation.was() != null) ? operation.was().type() : new Type.Verbatim("");
	}

	/**
	 * Return the statements that change what a column is computed from.
	 * @param operation the operation
	 * @param computed the expression, or {@code null} for none
	 * @return the statements
	 */
	protected List<SqlStatement> computed(ColumnOperation.AlterColumn operation, @Nullable Computed computed) {
		throw unsupported(operation, "a column cannot become or stop being computed",
				"Drop the column and add it anew.");
	}

	/**
	 * Return the statements that change the type or collation of a column.
	 * @param operation the operation
	 * @return the statements
	 */
	protected List<SqlStatement> type(ColumnOperation.AlterColumn operation) {
		Type type = operation.change().type().value();
		if (type == null || operation.change().collation().isMentioned()) {
			throw unsupported(operation, "the collation of a column cannot change",
					"Copy the values into a new column with op.execute(…).");
		}
		List<SqlStatement> statements = new ArrayList<>(
				renderer().enumTypes().required(new Column(operation.column(), type)));
		statements.add(new SqlStatement(alterHead(operation) + "SET DATA TYPE " + definitions().type(type)));
		return statements;
	}

	/**
	 * Return the statements that change whether a column takes null.
	 * @param operation the operation
	 * @param nullable whether it takes null
	 * @return the statements
	 */
	protected List<SqlStatement> nullable(ColumnOperation.AlterColumn operation, boolean nullable) {
		return one(alterHead(operation) + (nullable ? "DROP NOT NULL" : "SET NOT NULL"));
	}

	/**
	 * Return the statements that change the default of a column.
	 * @param operation the operation
	 * @param value the default, or {@code null} for none
	 * @return the statements
	 */
	protected List<SqlStatement> serverDefault(ColumnOperation.AlterColumn operation, @Nullable ServerDefault value) {
		return one(alterHead(operation)
				+ ((value != null) ? "SET DEFAULT " + definitions().serverDefault(value) : "DROP DEFAULT"));
	}

	/**
	 * Return the statements that change how a column is numbered.
	 * @param operation the operation
	 * @param identity how it is numbered, or {@code null} for not
	 * @return the statements
	 */
	protected List<SqlStatement> identity(ColumnOperation.AlterColumn operation, @Nullable Identity identity) {
		return one(alterHead(operation)
				+ ((identity != null) ? "ADD " + definitions().identity(identity) : "DROP IDENTITY"));
	}

	/**
	 * Return the statements that comment on a column.
	 * @param table the table
	 * @param column the column
	 * @param comment the comment, or {@code null} for none
	 * @return the statements
	 */
	protected List<SqlStatement> comment(QualifiedName table, Column column, @Nullable String comment) {
		return one("COMMENT ON COLUMN " + quote(table) + "." + quote(column.name()) + " IS "
				+ renderer().dialect().literal(comment));
	}

	/**
	 * Return the beginning of a statement that alters a table.
	 * @param table the table
	 * @return the SQL with a space behind it
	 */
	protected final String alter(QualifiedName table) {
		return "ALTER TABLE " + quote(table) + " ";
	}

	/**
	 * Return the beginning of a statement that alters a column.
	 * @param operation the operation
	 * @return the SQL with a space behind it
	 */
	protected final String alterHead(ColumnOperation.AlterColumn operation) {
		return alter(operation.table()) + "ALTER COLUMN " + quote(operation.column()) + " ";
	}

}
