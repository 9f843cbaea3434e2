package dev.migration.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migration.BatchOperations;
import dev.migration.Operations;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.Constraint;
import dev.migration.schema.Index;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;

/**
 * Collects the changes of one table.
 */
final class BatchRecorder implements BatchOperations {

	private final String table;

	private final Operations operations;

	private final List<Operation> collected = new ArrayList<>();

	private Recreate recreate = Recreate.AUTO;

	private List<String> columnOrder = List.of();

	private @Nullable Table existing;

	BatchRecorder(OperationTarget target, String table, Function<OperationTarget, Operations> recorder) {
		this.table = table;
		this.operations = recorder.apply(new Collector(target, this.collected));
	}

	boolean isEmpty() {
		return this.collected.isEmpty() && this.columnOrder.isEmpty() && this.recreate != Recreate.ALWAYS;
	}

	Batch toBatch(QualifiedName name, @Nullable String schema) {
		return new Batch(name, this.collected, this.recreate, this.columnOrder,
				(this.existing != null) ? this.existing.in(schema) : null);
	}

	@Override
	public void addColumn(Column column) {
		this.operations.addColumn(this.table, column);
	}

	@Override
	public void dropColumn(String column) {
		this.operations.dropColumn(this.table, column);
	}

	@Override
	public void dropColumn(Column column) {
		this.operations.dropColumn(this.table, column);
	}

	@Override
	public void renameColumn(String column, String newName) {
		this.operations.renameColumn(this.table, column, newName);
	}

	@Override
	public void alterColumn(String column, UnaryOperator<ColumnChange> change) {
		this.operations.alterColumn(this.table, column, change);
	}

	@Override
	public void alterColumn(Column column, UnaryOperator<ColumnChange> change) {
		this.operations.alterColumn(this.table, column, change);
	}

	@Override
	public void createIndex(Index index) {
		this.operations.createIndex(requireThisTable(index));
	}

	@Override
	public void dropIndex(String name) {
		this.operations.dropIndex(name, this.table);
	}

	@Override
	public void dropIndex(Index index) {
		this.operations.dropIndex(requireThisTable(index));
	}

	private Index requireThisTable(Index index) {
		if (!index.table().name().equals(this.table)) {
			throw new IllegalArgumentException(
					"A batch on table '" + this.table + "' cannot change an index on table '" + index.table() + "'");
		}
		return index;
	}

	@Override
	public void createConstraint(Constraint constraint) {
		this.operations.createConstraint(this.table, constraint);
	}

	@Override
	public void dropConstraint(String name) {
		this.operations.dropConstraint(name, this.table);
	}

	@Override
	public void dropConstraint(Constraint constraint) {
		this.operations.dropConstraint(this.table, constraint);
	}

	@Override
	public void dropPrimaryKey(String name) {
		this.operations.dropPrimaryKey(name, this.table);
	}

	@Override
	public void dropUniqueConstraint(String name) {
		this.operations.dropUniqueConstraint(name, this.table);
	}

	@Override
	public void dropForeignKey(String name) {
		this.operations.dropForeignKey(name, this.table);
	}

	@Override
	public void dropCheckConstraint(String name) {
		this.operations.dropCheckConstraint(name, this.table);
	}

	@Override
	public void createTableComment(String text) {
		this.operations.createTableComment(this.table, text);
	}

	@Override
	public void dropTableComment() {
		this.operations.dropTableComment(this.table);
	}

	@Override
	public void recreate(Recreate when) {
		this.recreate = when;
	}

	@Override
	public void columnOrder(String... columns) {
		this.columnOrder = List.of(columns);
	}

	@Override
	public void existing(Table asItIs) {
		if (!asItIs.name().name().equals(this.table)) {
			throw new IllegalArgumentException(
					"A batch on table '" + this.table + "' is told how table '" + asItIs.name() + "' is");
		}
		this.existing = asItIs;
	}

	/**
	 * Keeps the operations until the batch ends.
	 */
	private record Collector(OperationTarget target, List<Operation> collected) implements OperationTarget {

		@Override
		public String dialect() {
			return this.target.dialect();
		}

		@Override
		public void accept(Operation operation) {
			this.collected.add(operation);
		}

		@Override
		public void autocommit(Runnable block) {
			throw new IllegalStateException("A batch is done as a whole, so no part of it can be in autocommit");
		}

		@Override
		public String literal(@Nullable Object value) {
			return this.target.literal(value);
		}

		@Override
		public String quote(String identifier) {
			return this.target.quote(identifier);
		}

		@Override
		public JdbcClient jdbc() {
			return this.target.jdbc();
		}

	}

}
