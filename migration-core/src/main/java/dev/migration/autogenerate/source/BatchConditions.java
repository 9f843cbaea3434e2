package dev.migration.autogenerate.source;

import java.util.ArrayList;
import java.util.List;

import dev.migration.UnwritableChangeException;
import dev.migration.operation.Batch;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.ConstraintOperation;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.Operation;

/**
 * Finds out what {@code ifExists} and {@code ifNotExists} stand before a batch: they hold
 * for all of it.
 */
final class BatchConditions {

	private final Batch batch;

	private int creations;

	private int conditionalCreations;

	private int drops;

	private int conditionalDrops;

	BatchConditions(Batch batch) {
		this.batch = batch;
		batch.operations().forEach(this::count);
	}

	private void count(Operation operation) {
		if (operation instanceof ColumnOperation.AddColumn add) {
			countCreation(add.ifNotExists());
		}
		else if (operation instanceof IndexOperation.CreateIndex create) {
			countCreation(create.ifNotExists());
		}
		else if (operation instanceof ConstraintOperation.CreateConstraint create) {
			countCreation(create.ifNotExists());
		}
		else if (operation instanceof ColumnOperation.DropColumn drop) {
			countDrop(drop.ifExists());
		}
		else if (operation instanceof IndexOperation.DropIndex drop) {
			countDrop(drop.ifExists());
		}
		else if (operation instanceof ConstraintOperation.DropConstraint drop) {
			countDrop(drop.ifExists());
		}
	}

	private void countCreation(boolean ifNotExists) {
		this.creations++;
		this.conditionalCreations += ifNotExists ? 1 : 0;
	}

	private void countDrop(boolean ifExists) {
		this.drops++;
		this.conditionalDrops += ifExists ? 1 : 0;
	}

	/**
	 * Put the conditions before the call.
	 * @param call the call of the batch
	 * @return the code
	 * @throws UnwritableChangeException if they hold for some of the changes only
	 */
	Code target(Code.Call call) {
		requireAllOrNone(this.creations, this.conditionalCreations);
		requireAllOrNone(this.drops, this.conditionalDrops);
		String schema = this.batch.table().schema();
		List<Code.Call> conditions = new ArrayList<>();
		if (this.conditionalDrops > 0) {
			conditions.add(Code.call("ifExists"));
		}
		if (this.conditionalCreations > 0) {
			conditions.add(Code.call("ifNotExists"));
		}
		return Target.OPERATIONS.call(schema, conditions, call);
	}

	private void requireAllOrNone(int all, int conditional) {
		if (conditional > 0 && conditional < all) {
			throw new UnwritableChangeException(this.batch.describe(), "Java",
					"some of its changes depend on what is there, and others do not",
					"Make two batches of it, or give all its drops, or all its creations, the same condition.");
		}
	}

}
