package dev.migration.operation;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.QualifiedName;
import dev.migration.schema.Trigger;

/**
 * An operation on a trigger.
 */
public sealed interface TriggerOperation extends Operation {

	@Override
	default <R> R accept(OperationVisitor<R> visitor) {
		return visitor.trigger(this);
	}

	/**
	 * Hand this operation to its method of a visitor.
	 * @param <R> the type of the result
	 * @param visitor the visitor
	 * @return what the method returns
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Does something with every operation on a trigger.
	 *
	 * @param <R> the type of the result
	 */
	interface Visitor<R> {

		R createTrigger(CreateTrigger operation);

		R dropTrigger(DropTrigger operation);

	}

	/**
	 * Create a trigger.
	 *
	 * @param trigger the trigger
	 * @param ifNotExists whether a trigger of this name may be there already
	 */
	record CreateTrigger(Trigger trigger, boolean ifNotExists) implements TriggerOperation {

		@Override
		public String describe() {
			return "create trigger " + this.trigger.name() + " on " + this.trigger.table();
		}

		@Override
		public Inverse inverse() {
			return Inverse
				.of(new DropTrigger(this.trigger.name(), this.trigger.table(), this.ifNotExists, this.trigger));
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.createTrigger(this);
		}

	}

	/**
	 * Drop a trigger. A function that it calls stays.
	 *
	 * @param name the trigger
	 * @param table the table it is on
	 * @param ifExists whether it may be gone already
	 * @param was the trigger as it was, if that is known
	 */
	record DropTrigger(String name, QualifiedName table, boolean ifExists,
			@Nullable Trigger was) implements TriggerOperation {

		@Override
		public String describe() {
			return "drop trigger " + this.name + " on " + this.table;
		}

		@Override
		public Inverse inverse() {
			return (this.was != null) ? Inverse.of(new CreateTrigger(this.was, this.ifExists))
					: Inverse.none("it does not say how the trigger was; drop it with its definition");
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.dropTrigger(this);
		}

	}

}
