package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.migration.operation.Batch;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.ColumnName;
import dev.migration.schema.QualifiedName;

/**
 * Leaves out what goes with something else: the indexes of a table that is dropped, and
 * changes of a column that is dropped. Nobody would write them, and MariaDB and MySQL
 * refuse to drop an index that a foreign key of the table needs.
 */
public final class DroppedParts {

	private DroppedParts() {
	}

	/**
	 * Leave out the indexes of tables that are dropped.
	 * @param changes the changes, in their order
	 * @return the others in the same order
	 */
	public static List<ProposedChange> withoutIndexes(List<ProposedChange> changes) {
		return withoutIndexes(changes, ProposedChange::operation);
	}

	/**
	 * Leave out what goes with a table or a column that is dropped.
	 * @param operations the operations, in their order
	 * @return the others in the same order
	 */
	public static List<Operation> leftOut(List<Operation> operations) {
		List<Operation> rest = withoutAlterations(withoutIndexes(operations, Function.identity()));
		return rest.stream().map(DroppedParts::withoutAlterations).toList();
	}

	private static <T> List<T> withoutIndexes(List<T> all, Function<T, Operation> operation) {
		Set<QualifiedName> dropped = all.stream()
			.map(operation)
			.filter(TableOperation.DropTable.class::isInstance)
			.map((drop) -> ((TableOperation.DropTable) drop).table())
			.collect(Collectors.toSet());
		return all.stream().filter((each) -> !isIndexOf(dropped, operation.apply(each))).toList();
	}

	private static boolean isIndexOf(Set<QualifiedName> tables, Operation operation) {
		return operation instanceof IndexOperation.DropIndex drop && tables.contains(drop.table());
	}

	private static Operation withoutAlterations(Operation operation) {
		if (!(operation instanceof Batch batch)) {
			return operation;
		}
		List<Operation> rest = withoutAlterations(batch.operations());
		return (rest.size() == 1) ? rest.get(0)
				: new Batch(batch.table(), rest, batch.recreate(), batch.columnOrder(), batch.existing());
	}

	/**
	 * Goes backwards, as only what comes before the drop goes with it.
	 */
	private static List<Operation> withoutAlterations(List<Operation> operations) {
		Set<ColumnName> dropped = new HashSet<>();
		List<Operation> rest = new ArrayList<>();
		for (int i = operations.size() - 1; i >= 0; i--) {
			Operation operation = operations.get(i);
			if (operation instanceof ColumnOperation.DropColumn drop) {
				dropped.add(new ColumnName(drop.table(), drop.column()));
			}
			if (!(operation instanceof ColumnOperation.AlterColumn alteration)
					|| !dropped.contains(new ColumnName(alteration.table(), alteration.column()))) {
				rest.add(0, operation);
			}
		}
		return rest;
	}

}
