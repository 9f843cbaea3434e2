package dev.migration.operation;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.Index;
import dev.migration.schema.QualifiedName;

/**
 * An operation on an index.
 */
public sealed interface IndexOperation extends Operation {

	@Override
	default <R> R accept(OperationVisitor<R> visitor) {
		return visitor.index(this);
	}

	/**
	 * Hand this operation to its method of a visitor.
	 * @param <R> the type of the result
	 * @param visitor the visitor
	 * @return what the method returns
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Does something with every operation on an index.
	 *
	 * @param <R> the type of the result
	 */
	interface Visitor<R> {

		R createIndex(CreateIndex operation);

		R dropIndex(DropIndex operation);

	}

	/**
	 * Create an index.
	 *
	 * @param index the index, with a name
	 * @param ifNotExists whether an index of this name may be there already
	 */
	record CreateIndex(Index index, boolean ifNotExists) implements IndexOperation {

		/**
		 * Return the name of the index.
		 * @return the name
		 */
		public String name() {
			return requireName(this.index);
		}

		@Override
		public String describe() {
			return "create index " + this.index.name() + " on " + this.index.table();
		}

		@Override
		public Inverse inverse() {
			return Inverse
				.of(new DropIndex(name(), this.index.table(), this.ifNotExists, this.index.isConcurrent(), this.index));
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.createIndex(this);
		}

	}

	/**
	 * Drop an index.
	 *
	 * @param name the name of the index
	 * @param table the table it is on
	 * @param ifExists whether it may be gone already
	 * @param concurrently whether writers are not to be blocked
	 * @param was the index as it was, if that is known
	 */
	record DropIndex(String name, QualifiedName table, boolean ifExists, boolean concurrently,
			@Nullable Index was) implements IndexOperation {

		@Override
		public String describe() {
			return "drop index " + this.name;
		}

		@Override
		public Inverse inverse() {
			return (this.was != null) ? Inverse.of(new CreateIndex(this.was, this.ifExists))
					: Inverse.none("it does not say how the index was; drop it with its definition");
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.dropIndex(this);
		}

	}

	private static String requireName(Index index) {
		String name = index.name();
		if (name == null) {
			throw new IllegalArgumentException("The index on table '" + index.table() + "' has no name");
		}
		return name;
	}

}
