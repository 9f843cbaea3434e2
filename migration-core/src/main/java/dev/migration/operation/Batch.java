package dev.migration.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.BatchOperations;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;

/**
 * Several changes of one table: one rebuild where the database must rebuild it, else one
 * after the other.
 *
 * @param table the table
 * @param operations the changes, in their order
 * @param recreate whether to rebuild the table
 * @param columnOrder the columns in their new order, those that are not named behind
 * these; empty for the order that they have
 * @param existing the table as it is, or {@code null} to look at the database
 */
public record Batch(QualifiedName table, List<Operation> operations, BatchOperations.Recreate recreate,
		List<String> columnOrder, @Nullable Table existing) implements Operation {

	public Batch {
		operations = List.copyOf(operations);
		columnOrder = List.copyOf(columnOrder);
	}

	@Override
	public String describe() {
		return "alter table " + this.table + " in a batch of " + this.operations.size() + " operations";
	}

	@Override
	public Inverse inverse() {
		if (!this.columnOrder.isEmpty()) {
			return Inverse.none("it does not say how the columns were ordered");
		}
		Inverse inverse = Inverse.ofAll(this.operations);
		return (inverse instanceof Inverse.Of of)
				? Inverse.of(new Batch(this.table, of.operations(), this.recreate, List.of(), null)) : inverse;
	}

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.batch(this);
	}

}
