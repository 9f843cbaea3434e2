package dev.migration.operation;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.Column;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.QualifiedName;

/**
 * An operation on a column.
 */
public sealed interface ColumnOperation extends Operation {

	/**
	 * Return the table of the column.
	 * @return the table
	 */
	QualifiedName table();

	@Override
	default <R> R accept(OperationVisitor<R> visitor) {
		return visitor.column(this);
	}

	/**
	 * Hand this operation to its method of a visitor.
	 * @param <R> the type of the result
	 * @param visitor the visitor
	 * @return what the method returns
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Does something with every operation on a column.
	 *
	 * @param <R> the type of the result
	 */
	interface Visitor<R> {

		R addColumn(AddColumn operation);

		R dropColumn(DropColumn operation);

		R alterColumn(AlterColumn operation);

	}

	/**
	 * Add a column, with the constraints behind it.
	 *
	 * @param table the table
	 * @param column the column
	 * @param ifNotExists whether a column of this name may be there already
	 */
	record AddColumn(QualifiedName table, Column column, boolean ifNotExists) implements ColumnOperation {

		@Override
		public String describe() {
			return "add column " + this.table + "." + this.column.name();
		}

		@Override
		public Inverse inverse() {
			return Inverse.of(new DropColumn(this.table, this.column.name(), this.ifNotExists, this.column));
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.addColumn(this);
		}

	}

	/**
	 * Drop a column.
	 *
	 * @param table the table
	 * @param column the name of the column
	 * @param ifExists whether it may be gone already
	 * @param was the column as it was, if that is known
	 */
	record DropColumn(QualifiedName table, String column, boolean ifExists,
			@Nullable Column was) implements ColumnOperation {

		@Override
		public String describe() {
			return "drop column " + this.table + "." + this.column;
		}

		@Override
		public Inverse inverse() {
			return (this.was != null) ? Inverse.of(new AddColumn(this.table, this.was, this.ifExists))
					: Inverse.none("it does not say how the column was; drop it with its definition");
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.dropColumn(this);
		}

	}

	/**
	 * Alter or rename a column.
	 *
	 * @param table the table
	 * @param column the name of the column so far
	 * @param change what becomes of it
	 * @param was the column as it was, if that is known
	 */
	record AlterColumn(QualifiedName table, String column, ColumnChange change,
			@Nullable Column was) implements ColumnOperation {

		public AlterColumn {
			if (change.using() != null && !change.type().isMentioned()) {
				throw new IllegalArgumentException("The alteration of column '" + table + "." + column
						+ "' says using '" + change.using() + "' without a type");
			}
		}

		@Override
		public String describe() {
			return (this.change.isEmptyButForName() && this.change.name().isMentioned())
					? "rename column " + this.table + "." + this.column + " to " + this.change.name().value()
					: "alter column " + this.table + "." + this.column;
		}

		@Override
		public Inverse inverse() {
			String newName = this.change.name().value();
			String nameNow = (newName != null) ? newName : this.column;
			if (this.was != null && this.was.computed() != null && this.change.computed().isMentioned()) {
				// The values follow from the others, so the column can be made anew.
				return Inverse.of(new DropColumn(this.table, nameNow, false, this.change.applyTo(this.was)),
						new AddColumn(this.table, this.was, false));
			}
			if (this.was != null) {
				return Inverse.of(new AlterColumn(this.table, nameNow, this.change.backTo(this.was),
						this.change.applyTo(this.was)));
			}
			if (this.change.isEmptyButForName()) {
				return Inverse.of(new AlterColumn(this.table, nameNow, ColumnChange.NONE.rename(this.column), null));
			}
			return Inverse.none("it does not say how the column was; alter it with its definition");
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.alterColumn(this);
		}

	}

}
