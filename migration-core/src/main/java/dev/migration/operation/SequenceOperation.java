package dev.migration.operation;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.QualifiedName;
import dev.migration.schema.Sequence;
import dev.migration.schema.SequenceOptions;

/**
 * An operation on a sequence.
 */
public sealed interface SequenceOperation extends Operation {

	@Override
	default <R> R accept(OperationVisitor<R> visitor) {
		return visitor.sequence(this);
	}

	/**
	 * Hand this operation to its method of a visitor.
	 * @param <R> the type of the result
	 * @param visitor the visitor
	 * @return what the method returns
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Does something with every operation on a sequence.
	 *
	 * @param <R> the type of the result
	 */
	interface Visitor<R> {

		R createSequence(CreateSequence operation);

		R alterSequence(AlterSequence operation);

		R dropSequence(DropSequence operation);

	}

	/**
	 * Create a sequence.
	 *
	 * @param sequence the sequence
	 * @param ifNotExists whether a sequence of this name may be there already
	 */
	record CreateSequence(Sequence sequence, boolean ifNotExists) implements SequenceOperation {

		@Override
		public String describe() {
			return "create sequence " + this.sequence.name();
		}

		@Override
		public Inverse inverse() {
			return Inverse.of(new DropSequence(this.sequence.name(), this.ifNotExists, this.sequence));
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.createSequence(this);
		}

	}

	/**
	 * Change how a sequence counts.
	 *
	 * @param name the sequence
	 * @param options what changes; a start is the value to go on from
	 * @param was how it counted, if that is known
	 */
	record AlterSequence(QualifiedName name, SequenceOptions options,
			@Nullable SequenceOptions was) implements SequenceOperation {

		@Override
		public String describe() {
			return "alter sequence " + this.name;
		}

		@Override
		public Inverse inverse() {
			return (this.was != null)
					? Inverse.of(new AlterSequence(this.name, this.was, this.options.orElse(this.was)))
					: Inverse.none("it does not say how the sequence was; alter it with its definition");
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.alterSequence(this);
		}

	}

	/**
	 * Drop a sequence.
	 *
	 * @param name the sequence
	 * @param ifExists whether it may be gone already
	 * @param was the sequence as it was, if that is known
	 */
	record DropSequence(QualifiedName name, boolean ifExists, @Nullable Sequence was) implements SequenceOperation {

		@Override
		public String describe() {
			return "drop sequence " + this.name;
		}

		@Override
		public Inverse inverse() {
			return (this.was != null) ? Inverse.of(new CreateSequence(this.was, this.ifExists))
					: Inverse.none("it does not say how the sequence was; drop it with its definition");
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.dropSequence(this);
		}

	}

}
