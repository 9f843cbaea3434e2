package dev.migration.dialect.sqlite.rebuild;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.StandardRenderer;
import dev.migration.dialect.sqlite.ddl.Clause;
import dev.migration.dialect.sqlite.ddl.ClauseKind;
import dev.migration.dialect.sqlite.ddl.TableDefinition;
import dev.migration.dialect.sqlite.ddl.TableItem;
import dev.migration.operation.ColumnOperation.AddColumn;
import dev.migration.operation.ColumnOperation.AlterColumn;
import dev.migration.operation.ColumnOperation.DropColumn;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.Computed;
import dev.migration.schema.Constraint;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Identity;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Table;
import dev.migration.schema.Type;

/**
 * Changes the columns of a table in work.
 */
final class ColumnChanges {

	private final TableInWork table;

	private final StandardRenderer renderer;

	ColumnChanges(TableInWork table, StandardRenderer renderer) {
		this.table = table;
		this.renderer = renderer;
	}

	void add(AddColumn operation) {
		Column column = operation.column();
		if (this.table.names().stream().anyMatch(column.name()::equalsIgnoreCase)) {
			if (operation.ifNotExists()) {
				return;
			}
			throw TableInWork.refused(operation, "table " + this.table.name() + " has a column of this name",
					"Choose another name, or drop that column first.");
		}
		requireValue(column);
		String text = definition(column);
		if (!isForEmptyTable(column, text) || this.table.isEmpty()) {
			boolean isDone = column.constraints().stream().allMatch(ColumnChanges::canStandInColumn)
					&& this.table.alter("ADD COLUMN " + text);
			if (isDone) {
				this.table.columns().add(new TrackedColumn(null, column.name()));
				return;
			}
		}
		TableDefinition definition = this.table.definition().withColumn(text);
		for (Constraint constraint : column.constraints()) {
			if (!canStandInColumn(constraint)) {
				definition = definition.withConstraint(this.renderer.definitions().constraint(constraint));
			}
		}
		this.table.replace(operation, definition);
		this.table.columns().add(new TrackedColumn(null, column.name()));
	}

	private void requireValue(Column column) {
		boolean isFilled = column.nullable() || column.serverDefault() != null || column.computed() != null
				|| column.isIdentity() || isRowid(column);
		if (!isFilled && !this.table.isEmpty()) {
			this.table.require("FALSE", "they would have null in column " + column.name() + ", which takes none",
					"Give it a serverDefault(…), or let it be nullable, fill it and alter it then.");
		}
	}

	private boolean isRowid(Column column) {
		return column.isPrimaryKey() && this.renderer.definitions().type(column.type()).equalsIgnoreCase("INTEGER");
	}

	private String definition(Column column) {
		QualifiedName name = QualifiedName.of(this.table.name());
		Table alone = Table.of(name, List.of(column.with(List.of())));
		StringBuilder text = new StringBuilder(this.renderer.definitions().column(column, alone));
		if (column.isPrimaryKey() && !column.isIdentity()) {
			text.append(" PRIMARY KEY");
		}
		column.constraints()
			.stream()
			.filter(ColumnChanges::canStandInColumn)
			.forEach((constraint) -> text.append(' ').append(inline(constraint)));
		return text.toString();
	}

	private static boolean canStandInColumn(Constraint constraint) {
		return constraint instanceof CheckConstraint || constraint instanceof ForeignKey;
	}

	/**
	 * Behind a column a foreign key begins with {@code REFERENCES}.
	 */
	private String inline(Constraint constraint) {
		String text = this.renderer.definitions().constraint(constraint);
		int references = text.indexOf("REFERENCES ");
		int foreignKey = text.indexOf("FOREIGN KEY ");
		return (constraint instanceof ForeignKey) ? text.substring(0, foreignKey) + text.substring(references) : text;
	}

	/**
	 * SQLite adds some columns only to a table without rows, which the rehearsal always
	 * has.
	 */
	private static boolean isForEmptyTable(Column column, String text) {
		ServerDefault value = column.serverDefault();
		boolean isConstant = value == null || value instanceof ServerDefault.Literal;
		boolean isStored = column.computed() != null && column.computed().isStored();
		boolean hasFilledReference = value != null && text.contains("REFERENCES");
		return !isConstant || isStored || hasFilledReference
				|| (!column.nullable() && value == null && column.computed() == null);
	}

	void drop(DropColumn operation) {
		if (operation.ifExists() && this.table.find(operation.column()) == null) {
			return;
		}
		TrackedColumn column = this.table.column(operation.column(), operation);
		TableDefinition definition = this.table.definition();
		List<Clause> constraints = new ColumnDependents(this.table, column.name(), operation).requireNoOthers();
		for (SchemaObject index : this.table.rehearsal().objects("index", this.table.name())) {
			if (new IndexText(index.sql()).mentions(column.name())) {
				this.table.dropIndex(index.name());
			}
		}
		if (!constraints.isEmpty() || !this.table.alter("DROP COLUMN " + Database.quote(column.name()))) {
			for (Clause constraint : constraints) {
				definition = definition.withoutConstraint(constraint);
			}
			this.table.replace(operation, definition.withoutColumn(column.name()));
		}
		this.table.columns().remove(column);
	}

	void alter(AlterColumn operation) {
		TrackedColumn column = this.table.column(operation.column(), operation);
		ColumnChange change = operation.change();
		// Only an integer can be numbered, so that it ends before the type does.
		if (change.identity().isMentioned() && change.identity().value() == null) {
			new IdentityChange(this.table, operation, column.name()).to(null);
		}
		if (change.type().isMentioned()) {
			type(operation, column, Objects.requireNonNull(change.type().value()));
			column.using(change.using());
		}
		if (change.collation().isMentioned()) {
			collation(operation, column, change.collation().value());
		}
		if (change.computed().isMentioned()) {
			computed(operation, column, change.computed().value());
		}
		if (change.serverDefault().isMentioned()) {
			serverDefault(operation, column, change.serverDefault().value());
		}
		if (change.identity().value() != null) {
			new IdentityChange(this.table, operation, column.name()).to(change.identity().value());
		}
		if (change.nullability().isMentioned()) {
			nullable(operation, column, Boolean.TRUE.equals(change.nullability().value()));
		}
		String newName = change.name().value();
		if (newName != null && !newName.equals(column.name())) {
			rename(operation, column, newName);
		}
	}

	private void type(AlterColumn operation, TrackedColumn column, Type type) {
		String text = this.renderer.definitions().type(type);
		TableItem item = item(column);
		TableDefinition definition = this.table.definition();
		CheckConstraint before = (operation.was() != null) ? enumCheck(operation.was()) : null;
		CheckConstraint after = enumCheck(new Column(column.name(), type));
		if (item.declaredType().equals(text) && Objects.equals(before, after)) {
			return;
		}
		definition = definition.withColumn(column.name(), (each) -> each.withDeclaredType(text));
		if (before != null && !before.equals(after)) {
			definition = definition.withColumn(column.name(),
					(each) -> each.without((clause) -> Objects.equals(clause.name(), before.name())));
		}
		if (after != null && !after.equals(before)) {
			definition = definition.withColumn(column.name(),
					(each) -> each.withClause(this.renderer.definitions().constraint(after)));
		}
		this.table.replace(operation, definition);
	}

	private @Nullable CheckConstraint enumCheck(Column column) {
		return this.renderer.definitions().enumCheck(QualifiedName.of(this.table.name()), column);
	}

	private void collation(AlterColumn operation, TrackedColumn column, @Nullable String collation) {
		change(operation, column, ClauseKind.COLLATE,
				(collation != null) ? "COLLATE " + this.renderer.definitions().collation(collation) : null);
	}

	private void computed(AlterColumn operation, TrackedColumn column, @Nullable Computed computed) {
		if (computed != null && item(column).has(ClauseKind.DEFAULT)) {
			change(operation, column, ClauseKind.DEFAULT, null);
		}
		change(operation, column, ClauseKind.GENERATED, (computed != null)
				? "GENERATED ALWAYS AS (" + computed.expression() + ")" + (computed.isStored() ? " STORED" : " VIRTUAL")
				: null);
	}

	private void serverDefault(AlterColumn operation, TrackedColumn column, @Nullable ServerDefault value) {
		change(operation, column, ClauseKind.DEFAULT,
				(value != null) ? "DEFAULT " + this.renderer.definitions().serverDefault(value) : null);
	}

	private void nullable(AlterColumn operation, TrackedColumn column, boolean takesNull) {
		boolean tookNull = !item(column).has(ClauseKind.NOT_NULL);
		if (takesNull == tookNull) {
			return;
		}
		if (!takesNull) {
			this.table.requireNoNull(column);
		}
		String change = "ALTER COLUMN " + Database.quote(column.name())
				+ (takesNull ? " DROP NOT NULL" : " SET NOT NULL");
		boolean isDone = this.renderer.context().version().isAtLeast(3, 53) && this.table.alter(change);
		if (!isDone) {
			change(operation, column, ClauseKind.NOT_NULL, takesNull ? null : "NOT NULL");
		}
	}

	private void change(AlterColumn operation, TrackedColumn column, ClauseKind kind, @Nullable String text) {
		Clause existing = item(column).clause(kind);
		boolean isSame = (existing == null) ? text == null : existing.text().equals(text);
		if (isSame) {
			return;
		}
		UnaryOperator<TableItem> change = (item) -> item.withClause(kind, text);
		this.table.replace(operation, this.table.definition().withColumn(column.name(), change));
	}

	private TableItem item(TrackedColumn column) {
		return Objects.requireNonNull(this.table.definition().column(column.name()));
	}

	private void rename(AlterColumn operation, TrackedColumn column, String newName) {
		boolean isTaken = this.table.columns()
			.stream()
			.anyMatch((other) -> other != column && other.name().equalsIgnoreCase(newName));
		if (isTaken) {
			throw TableInWork.refused(operation, "table " + this.table.name() + " has a column '" + newName + "'",
					"Choose another name, or drop that column first.");
		}
		String change = "RENAME COLUMN " + Database.quote(column.name()) + " TO " + this.renderer.quote(newName);
		if (!this.table.alter(change)) {
			throw TableInWork.refused(operation,
					String.valueOf(this.table.rehearsal()
						.attempt("ALTER TABLE " + Database.quote(this.table.name()) + " " + change)),
					"Mend the operation.");
		}
		column.rename(newName);
	}

}
