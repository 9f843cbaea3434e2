package dev.migration.operation;

/**
 * Does something with every operation. The topics have visitors of their own.
 *
 * @param <R> the type of the result
 */
public interface OperationVisitor<R> {

	/**
	 * Visit an operation on a table.
	 * @param operation the operation
	 * @return the result
	 */
	R table(TableOperation operation);

	/**
	 * Visit an operation on a column.
	 * @param operation the operation
	 * @return the result
	 */
	R column(ColumnOperation operation);

	/**
	 * Visit an operation on an index.
	 * @param operation the operation
	 * @return the result
	 */
	R index(IndexOperation operation);

	/**
	 * Visit an operation on a constraint.
	 * @param operation the operation
	 * @return the result
	 */
	R constraint(ConstraintOperation operation);

	/**
	 * Visit an operation on a schema.
	 * @param operation the operation
	 * @return the result
	 */
	R schema(SchemaOperation operation);

	/**
	 * Visit an operation on a sequence.
	 * @param operation the operation
	 * @return the result
	 */
	R sequence(SequenceOperation operation);

	/**
	 * Visit an operation on an enum type.
	 * @param operation the operation
	 * @return the result
	 */
	R enumType(EnumTypeOperation operation);

	/**
	 * Visit an operation on a view.
	 * @param operation the operation
	 * @return the result
	 */
	R view(ViewOperation operation);

	/**
	 * Visit an operation on a trigger.
	 * @param operation the operation
	 * @return the result
	 */
	R trigger(TriggerOperation operation);

	/**
	 * Visit an operation on rows, or SQL as it is.
	 * @param operation the operation
	 * @return the result
	 */
	R data(DataOperation operation);

	/**
	 * Visit several changes of one table.
	 * @param batch the changes
	 * @return the result
	 */
	R batch(Batch batch);

	/**
	 * Visit what an application has added to the vocabulary.
	 * @param custom the operation
	 * @return the result
	 */
	R custom(Operation.Custom custom);

}
