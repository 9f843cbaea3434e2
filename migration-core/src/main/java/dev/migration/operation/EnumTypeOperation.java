package dev.migration.operation;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.EnumType;
import dev.migration.schema.EnumTypeChange;
import dev.migration.schema.QualifiedName;

/**
 * An operation on an enum type.
 */
public sealed interface EnumTypeOperation extends Operation {

	@Override
	default <R> R accept(OperationVisitor<R> visitor) {
		return visitor.enumType(this);
	}

	/**
	 * Hand this operation to its method of a visitor.
	 * @param <R> the type of the result
	 * @param visitor the visitor
	 * @return what the method returns
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Does something with every operation on an enum type.
	 *
	 * @param <R> the type of the result
	 */
	interface Visitor<R> {

		R createEnumType(CreateEnumType operation);

		R alterEnumType(AlterEnumType operation);

		R dropEnumType(DropEnumType operation);

	}

	/**
	 * Create an enum type.
	 *
	 * @param type the type
	 * @param ifNotExists whether a type of this name may be there already
	 */
	record CreateEnumType(EnumType type, boolean ifNotExists) implements EnumTypeOperation {

		@Override
		public String describe() {
			return "create enum type " + this.type.name();
		}

		@Override
		public Inverse inverse() {
			return Inverse.of(new DropEnumType(this.type.name(), this.ifNotExists, this.type));
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.createEnumType(this);
		}

	}

	/**
	 * Change the values of an enum type.
	 *
	 * @param type the type as it is
	 * @param change how its values change
	 */
	record AlterEnumType(EnumType type, EnumTypeChange change) implements EnumTypeOperation {

		/**
		 * Return the type after the change.
		 * @return the type
		 */
		public EnumType result() {
			return this.change.applyTo(this.type);
		}

		@Override
		public String describe() {
			return "alter enum type " + this.type.name();
		}

		@Override
		public Inverse inverse() {
			return Inverse.of(new AlterEnumType(result(), this.change.backTo(this.type)));
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.alterEnumType(this);
		}

	}

	/**
	 * Drop an enum type that no column has.
	 *
	 * @param name the name of the type
	 * @param ifExists whether it may be gone already
	 * @param was the type as it was, if that is known
	 */
	record DropEnumType(QualifiedName name, boolean ifExists, @Nullable EnumType was) implements EnumTypeOperation {

		@Override
		public String describe() {
			return "drop enum type " + this.name;
		}

		@Override
		public Inverse inverse() {
			return (this.was != null) ? Inverse.of(new CreateEnumType(this.was, this.ifExists))
					: Inverse.none("it does not say how the enum type was; drop it with its definition");
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.dropEnumType(this);
		}

	}

}
