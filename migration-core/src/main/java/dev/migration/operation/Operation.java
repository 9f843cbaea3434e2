package dev.migration.operation;

import java.util.List;

import dev.migration.CustomOperation;

/**
 * One directive of a revision, as a value. A dialect turns it into SQL.
 */
public sealed interface Operation
		permits TableOperation, ColumnOperation, IndexOperation, ConstraintOperation, SchemaOperation,
		SequenceOperation, EnumTypeOperation, ViewOperation, TriggerOperation, DataOperation, Batch, Operation.Custom {

	/**
	 * Return the operation in words, for errors.
	 * @return for example {@code drop column team.slug}
	 */
	String describe();

	/**
	 * Return what takes this operation back.
	 * @return the operations, or the reason why there are none
	 */
	Inverse inverse();

	/**
	 * Hand this operation to the method of a visitor that is meant for its topic.
	 * @param <R> the type of the result
	 * @param visitor the visitor
	 * @return what the method returns
	 */
	<R> R accept(OperationVisitor<R> visitor);

	/**
	 * What an application has added to the vocabulary.
	 *
	 * @param operation what it does
	 */
	record Custom(CustomOperation operation) implements Operation {

		@Override
		public String describe() {
			return this.operation.describe();
		}

		@Override
		public Inverse inverse() {
			CustomOperation back = this.operation.inverse();
			return (back != null) ? new Inverse.Of(List.of(new Custom(back)))
					: new Inverse.None("the custom operation has no inverse");
		}

		@Override
		public <R> R accept(OperationVisitor<R> visitor) {
			return visitor.custom(this);
		}

	}

}
