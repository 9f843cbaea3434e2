package dev.migration.operation;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.Change;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;

/**
 * An operation on a table as a whole.
 */
public sealed interface TableOperation extends Operation {

	@Override
	default <R> R accept(OperationVisitor<R> visitor) {
		return visitor.table(this);
	}

	/**
	 * Hand this operation to its method of a visitor.
	 * @param <R> the type of the result
	 * @param visitor the visitor
	 * @return what the method returns
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Does something with every operation on a table.
	 *
	 * @param <R> the type of the result
	 */
	interface Visitor<R> {

		R createTable(CreateTable operation);

		R dropTable(DropTable operation);

		R renameTable(RenameTable operation);

		R commentTable(CommentTable operation);

	}

	/**
	 * Create a table.
	 *
	 * @param table the table
	 * @param ifNotExists whether a table of this name may be there already
	 */
	record CreateTable(Table table, boolean ifNotExists) implements TableOperation {

		@Override
		public String describe() {
			return "create table " + this.table.name();
		}

		@Override
		public Inverse inverse() {
			return Inverse.of(new DropTable(this.table.name(), this.ifNotExists, this.table));
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.createTable(this);
		}

	}

	/**
	 * Drop a table.
	 *
	 * @param table the name of the table
	 * @param ifExists whether it may be gone already
	 * @param was the table as it was, if that is known
	 */
	record DropTable(QualifiedName table, boolean ifExists, @Nullable Table was) implements TableOperation {

		@Override
		public String describe() {
			return "drop table " + this.table;
		}

		@Override
		public Inverse inverse() {
			return (this.was != null) ? Inverse.of(new CreateTable(this.was, this.ifExists))
					: Inverse.none("it does not say how the table was; drop it with its definition");
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.dropTable(this);
		}

	}

	/**
	 * Rename a table.
	 *
	 * @param table the name so far
	 * @param newName the name from now on, in the same schema
	 */
	record RenameTable(QualifiedName table, String newName) implements TableOperation {

		@Override
		public String describe() {
			return "rename table " + this.table + " to " + this.newName;
		}

		@Override
		public Inverse inverse() {
			return Inverse.of(new RenameTable(this.table.sibling(this.newName), this.table.name()));
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.renameTable(this);
		}

	}

	/**
	 * Set or drop the comment of a table.
	 *
	 * @param table the table
	 * @param comment the comment, or {@code null} for none
	 * @param was the comment as it was, if that is known
	 */
	record CommentTable(QualifiedName table, @Nullable String comment, Change<String> was) implements TableOperation {

		@Override
		public String describe() {
			return ((this.comment != null) ? "comment on table " : "drop the comment of table ") + this.table;
		}

		@Override
		public Inverse inverse() {
			return this.was.isMentioned()
					? Inverse.of(new CommentTable(this.table, this.was.value(), Change.to(this.comment)))
					: Inverse.none("it does not say how the comment was");
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.commentTable(this);
		}

	}

}
