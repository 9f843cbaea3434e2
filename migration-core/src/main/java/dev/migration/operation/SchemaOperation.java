package dev.migration.operation;

/**
 * An operation on a schema.
 */
public sealed interface SchemaOperation extends Operation {

	@Override
	default <R> R accept(OperationVisitor<R> visitor) {
		return visitor.schema(this);
	}

	/**
	 * Hand this operation to its method of a visitor.
	 * @param <R> the type of the result
	 * @param visitor the visitor
	 * @return what the method returns
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Does something with every operation on a schema.
	 *
	 * @param <R> the type of the result
	 */
	interface Visitor<R> {

		R createSchema(CreateSchema operation);

		R dropSchema(DropSchema operation);

	}

	/**
	 * Create a schema.
	 *
	 * @param name the name
	 * @param ifNotExists whether it may be there already
	 */
	record CreateSchema(String name, boolean ifNotExists) implements SchemaOperation {

		@Override
		public String describe() {
			return "create schema " + this.name;
		}

		@Override
		public Inverse inverse() {
			return Inverse.of(new DropSchema(this.name, this.ifNotExists));
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.createSchema(this);
		}

	}

	/**
	 * Drop a schema that is empty.
	 *
	 * @param name the name
	 * @param ifExists whether it may be gone already
	 */
	record DropSchema(String name, boolean ifExists) implements SchemaOperation {

		@Override
		public String describe() {
			return "drop schema " + this.name;
		}

		@Override
		public Inverse inverse() {
			return Inverse.of(new CreateSchema(this.name, this.ifExists));
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.dropSchema(this);
		}

	}

}
