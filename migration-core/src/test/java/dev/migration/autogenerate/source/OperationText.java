package dev.migration.autogenerate.source;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import dev.migration.operation.Batch;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.ConstraintOperation;
import dev.migration.operation.DataOperation;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.SequenceOperation;
import dev.migration.operation.TableOperation;
import dev.migration.operation.TriggerOperation;
import dev.migration.operation.ViewOperation;
import dev.migration.schema.Column;
import dev.migration.schema.Table;

/**
 * Operations without what their source does not say: how it was, in which order a table
 * has its unique constraints and a row its columns, and that a column is marked which the
 * primary key names.
 */
final class OperationText {

	private OperationText() {
	}

	static String of(List<Operation> operations) {
		StringBuilder text = new StringBuilder();
		operations.forEach((operation) -> text.append(of(operation)).append('\n'));
		return text.toString();
	}

	private static String of(Operation operation) {
		if (operation instanceof Batch batch) {
			Table existing = batch.existing();
			return batch.table() + " " + batch.recreate() + " " + batch.columnOrder() + " "
					+ ((existing != null) ? table(existing) : "") + "\n" + of(batch.operations());
		}
		if (operation instanceof TableOperation.CreateTable create) {
			return table(create.table()) + create.ifNotExists();
		}
		if (operation instanceof DataOperation.ExecuteScript script) {
			return script.script().sql();
		}
		if (operation instanceof DataOperation.ExecuteStatement statement) {
			return statement.sql() + new TreeMap<>(statement.parameters());
		}
		if (operation instanceof DataOperation.BulkInsert insert) {
			return insert.table() + insert.rows().stream().map(TreeMap::new).toList().toString();
		}
		return String.valueOf(withoutPast(operation));
	}

	private static String table(Table table) {
		List<Column> columns = table.columns()
			.stream()
			.map((column) -> new Column(column.name(), column.type(), column.nullable(), false,
					column.identityOptions(), column.serverDefault(), column.computed(), column.collation(),
					column.comment(), column.constraints()))
			.toList();
		List<String> constraints = new ArrayList<>();
		table.constraints().forEach((constraint) -> constraints.add(constraint.toString()));
		constraints.sort(null);
		return table.name() + "\n" + columns + "\n" + constraints + "\n" + table.comment() + table.options();
	}

	private static Operation withoutPast(Operation operation) {
		if (operation instanceof TableOperation.DropTable drop) {
			return new TableOperation.DropTable(drop.table(), drop.ifExists(), null);
		}
		if (operation instanceof ColumnOperation.DropColumn drop) {
			return new ColumnOperation.DropColumn(drop.table(), drop.column(), drop.ifExists(), null);
		}
		if (operation instanceof ColumnOperation.AlterColumn alter) {
			return new ColumnOperation.AlterColumn(alter.table(), alter.column(), alter.change(), null);
		}
		if (operation instanceof IndexOperation.DropIndex drop) {
			return new IndexOperation.DropIndex(drop.name(), drop.table(), drop.ifExists(), drop.concurrently(), null);
		}
		if (operation instanceof ConstraintOperation.DropConstraint drop) {
			return new ConstraintOperation.DropConstraint(drop.table(), drop.name(), drop.kind(), drop.ifExists(),
					null);
		}
		if (operation instanceof SequenceOperation.DropSequence drop) {
			return new SequenceOperation.DropSequence(drop.name(), drop.ifExists(), null);
		}
		if (operation instanceof ViewOperation.ReplaceView replace) {
			return new ViewOperation.ReplaceView(replace.view(), null);
		}
		if (operation instanceof TriggerOperation.DropTrigger drop) {
			return new TriggerOperation.DropTrigger(drop.name(), drop.table(), drop.ifExists(), null);
		}
		return operation;
	}

}
