package dev.migration.dialect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.migration.operation.ColumnOperation;
import dev.migration.operation.EnumTypeOperation;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.EnumType;
import dev.migration.schema.EnumTypeChange.Edit;
import dev.migration.schema.EnumTypeChange.UsedBy;
import dev.migration.schema.Type;

/**
 * Renders operations on enum types where the values belong to the column: only a change
 * of the values does something, to the columns that it names.
 */
public class EnumTypeRenderer extends TopicRenderer implements EnumTypeOperation.Visitor<List<SqlStatement>> {

	/**
	 * Create a new renderer.
	 * @param renderer the renderer of all topics
	 */
	public EnumTypeRenderer(StandardRenderer renderer) {
		super(renderer);
	}

	/**
	 * Return the statements that make the type of a column, which must be there before
	 * the column is.
	 * @param column the column
	 * @return the statements
	 */
	public List<SqlStatement> required(Column column) {
		return List.of();
	}

	@Override
	public List<SqlStatement> createEnumType(EnumTypeOperation.CreateEnumType operation) {
		return List.of();
	}

	/**
	 * Widen each column to the values before and after, change the rows, and narrow it to
	 * the values after.
	 */
	@Override
	public List<SqlStatement> alterEnumType(EnumTypeOperation.AlterEnumType operation) {
		if (operation.change().columns().isEmpty()) {
			throw unsupported(operation, "the values belong to the columns, and no column is named",
					"Name each column that has the type with usedBy(table, column).");
		}
		List<SqlStatement> statements = new ArrayList<>();
		operation.change().columns().forEach((use) -> statements.addAll(alter(operation, use)));
		return statements;
	}

	private List<SqlStatement> alter(EnumTypeOperation.AlterEnumType operation, UsedBy use) {
		EnumType result = operation.result();
		Set<String> all = new LinkedHashSet<>(result.values());
		all.addAll(operation.type().values());
		List<SqlStatement> statements = new ArrayList<>();
		if (all.size() > result.values().size()) {
			EnumType wide = new EnumType(result.name(), List.copyOf(all));
			statements.addAll(alterColumn(use, operation.type(), wide));
			operation.change().edits().forEach((edit) -> statements.addAll(changeRows(edit, use)));
			statements.addAll(alterColumn(use, wide, result));
		}
		else {
			statements.addAll(alterColumn(use, operation.type(), result));
		}
		return statements;
	}

	private List<SqlStatement> alterColumn(UsedBy use, EnumType from, EnumType to) {
		if (new LinkedHashSet<>(from.values()).equals(new LinkedHashSet<>(to.values()))
				&& from.values().equals(to.values())) {
			return List.of();
		}
		return renderer().columns()
			.alterColumn(new ColumnOperation.AlterColumn(use.table(), use.column(),
					ColumnChange.NONE.type(new Type.Enumeration(to)), null));
	}

	private List<SqlStatement> changeRows(Edit edit, UsedBy use) {
		if (edit instanceof Edit.Rename rename) {
			return one(update(use, rename.value(), rename.newValue()));
		}
		if (edit instanceof Edit.Remove remove && remove.replacement() != null) {
			return one(update(use, remove.value(), remove.replacement()));
		}
		return List.of();
	}

	private String update(UsedBy use, String from, String to) {
		String column = quote(use.column());
		return "UPDATE " + quote(use.table()) + " SET " + column + " = " + renderer().dialect().literal(to) + " WHERE "
				+ column + " = " + renderer().dialect().literal(from);
	}

	@Override
	public List<SqlStatement> dropEnumType(EnumTypeOperation.DropEnumType operation) {
		return List.of();
	}

}
