package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migration.BatchOperations;
import dev.migration.operation.Batch;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.ConstraintOperation;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.QualifiedName;

/**
 * Puts changes of one table that follow one another into a batch, where a database must
 * rebuild a table to change it: several changes are then one rebuild.
 */
public final class TableBatches {

	private TableBatches() {
	}

	/**
	 * Put changes into batches.
	 * @param changes the changes, in their order
	 * @return the changes in the same order
	 */
	public static List<ProposedChange> of(List<ProposedChange> changes) {
		List<ProposedChange> result = new ArrayList<>();
		List<ProposedChange> batch = new ArrayList<>();
		@Nullable QualifiedName table = null;
		for (ProposedChange change : changes) {
			QualifiedName own = table(change.operation());
			if (own == null || !own.equals(table) || altersAddedColumn(change, batch)) {
				close(batch, result);
			}
			table = own;
			(own != null ? batch : result).add(change);
		}
		close(batch, result);
		return result;
	}

	/**
	 * A new column that must have a value gets it between the two.
	 */
	private static boolean altersAddedColumn(ProposedChange change, List<ProposedChange> batch) {
		return change.operation() instanceof ColumnOperation.AlterColumn alteration && batch.stream()
			.anyMatch((earlier) -> earlier.operation() instanceof ColumnOperation.AddColumn addition
					&& addition.column().name().equals(alteration.column()));
	}

	private static void close(List<ProposedChange> batch, List<ProposedChange> result) {
		boolean mayRebuild = batch.stream().anyMatch((change) -> !(change.operation() instanceof IndexOperation));
		if (batch.size() > 1 && mayRebuild) {
			QualifiedName table = Objects.requireNonNull(table(batch.get(0).operation()));
			List<String> remarks = batch.stream().flatMap((change) -> change.remarks().stream()).toList();
			result.add(new ProposedChange(
					new Batch(table, batch.stream().map(ProposedChange::operation).toList(),
							BatchOperations.Recreate.AUTO, List.of(), null),
					String.join(", ", batch.stream().map(ProposedChange::detected).toList()), remarks));
		}
		else {
			result.addAll(batch);
		}
		batch.clear();
	}

	private static @Nullable QualifiedName table(Operation operation) {
		if (operation instanceof ColumnOperation column) {
			return column.table();
		}
		if (operation instanceof ConstraintOperation constraint) {
			return constraint.table();
		}
		if (operation instanceof IndexOperation.CreateIndex creation) {
			return creation.index().table();
		}
		if (operation instanceof IndexOperation.DropIndex drop) {
			return drop.table();
		}
		return (operation instanceof TableOperation.CommentTable comment) ? comment.table() : null;
	}

}
