package dev.migration.dialect.mysql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migration.BatchOperations.Recreate;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.Batch;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.ConstraintOperation;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.Operation;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnChange;

/**
 * Renders the changes of a batch as one {@code ALTER TABLE}, so that the server copies
 * the table once. A change of what an earlier one has touched begins the next statement.
 */
final class MysqlBatch {

	private final MysqlRenderer renderer;

	private final List<SqlStatement> statements = new ArrayList<>();

	private final List<String> clauses = new ArrayList<>();

	private final Set<String> touched = new HashSet<>();

	MysqlBatch(MysqlRenderer renderer) {
		this.renderer = renderer;
	}

	List<SqlStatement> render(Batch batch) {
		String head = this.renderer.alter(batch.table());
		for (Operation operation : folded(batch.operations())) {
			add(operation, head);
		}
		if (batch.recreate() == Recreate.ALWAYS) {
			this.clauses.add("FORCE");
		}
		flush(head);
		if (!batch.columnOrder().isEmpty()) {
			order(batch, head);
		}
		return this.statements;
	}

	/**
	 * Make one alteration of those of the same column: each states the whole column as
	 * the server has it now, so that the second would undo the first.
	 */
	private static List<Operation> folded(List<Operation> operations) {
		List<Operation> folded = new ArrayList<>();
		for (Operation operation : operations) {
			if (!(operation instanceof ColumnOperation.AlterColumn alter) || !foldInto(folded, alter)) {
				folded.add(operation);
			}
		}
		return folded;
	}

	private static boolean foldInto(List<Operation> folded, ColumnOperation.AlterColumn next) {
		for (int i = folded.size() - 1; i >= 0; i--) {
			Operation earlier = folded.get(i);
			if (earlier instanceof ColumnOperation.AddColumn add && add.column().name().equals(next.column())) {
				Column column = next.change().applyTo(add.column());
				folded.set(i, new ColumnOperation.AddColumn(add.table(), column, add.ifNotExists()));
				return true;
			}
			if (earlier instanceof ColumnOperation.AlterColumn alter && nameAfter(alter).equals(next.column())) {
				folded.set(i, new ColumnOperation.AlterColumn(alter.table(), alter.column(),
						then(alter.change(), next.change()), alter.was()));
				return true;
			}
		}
		return false;
	}

	private static String nameAfter(ColumnOperation.AlterColumn alter) {
		String newName = alter.change().name().value();
		return (newName != null) ? newName : alter.column();
	}

	private static ColumnChange then(ColumnChange first, ColumnChange second) {
		return new ColumnChange(second.name().isMentioned() ? second.name() : first.name(),
				second.type().isMentioned() ? second.type() : first.type(),
				second.type().isMentioned() ? second.using() : first.using(),
				second.nullability().isMentioned() ? second.nullability() : first.nullability(),
				second.serverDefault().isMentioned() ? second.serverDefault() : first.serverDefault(),
				second.identity().isMentioned() ? second.identity() : first.identity(),
				second.computed().isMentioned() ? second.computed() : first.computed(),
				second.collation().isMentioned() ? second.collation() : first.collation(),
				second.comment().isMentioned() ? second.comment() : first.comment());
	}

	private void add(Operation operation, String head) {
		List<String> parts = clauses(operation, head);
		Set<String> names = names(operation);
		if (parts == null || names.stream().anyMatch(this.touched::contains)) {
			flush(head);
		}
		if (parts == null) {
			this.statements.addAll(operation.accept(this.renderer));
			return;
		}
		this.clauses.addAll(parts);
		this.touched.addAll(names);
	}

	private @Nullable List<String> clauses(Operation operation, String head) {
		if (operation instanceof IndexOperation.CreateIndex create && !create.ifNotExists()
				&& !create.index().isConcurrent()) {
			return List.of(new MysqlIndexes(this.renderer).clause(create));
		}
		if (operation instanceof IndexOperation.DropIndex drop && !drop.ifExists()) {
			return new MysqlIndexes(this.renderer).dropClauses(drop);
		}
		List<SqlStatement> rendered = operation.accept(this.renderer);
		boolean canJoin = rendered.stream()
			.allMatch((statement) -> statement.kind() == SqlStatement.Kind.PLAIN && statement.rows().isEmpty()
					&& statement.sql().startsWith(head) && !statement.sql().startsWith(head + "RENAME TO"));
		return canJoin ? rendered.stream().map((statement) -> statement.sql().substring(head.length())).toList() : null;
	}

	private static Set<String> names(Operation operation) {
		Set<String> names = new HashSet<>();
		if (operation instanceof ColumnOperation.AddColumn add) {
			names.add(column(add.column().name()));
		}
		else if (operation instanceof ColumnOperation.DropColumn drop) {
			names.add(column(drop.column()));
		}
		else if (operation instanceof ColumnOperation.AlterColumn alter) {
			names.add(column(alter.column()));
			names.add(column(nameAfter(alter)));
		}
		else if (operation instanceof ConstraintOperation.CreateConstraint create) {
			names.add(key(String.valueOf(create.constraint().name())));
		}
		else if (operation instanceof ConstraintOperation.DropConstraint drop) {
			names.add(key(drop.name()));
		}
		else if (operation instanceof IndexOperation.CreateIndex create) {
			names.add(key(create.name()));
		}
		else if (operation instanceof IndexOperation.DropIndex drop) {
			names.add(key(drop.name()));
		}
		return names;
	}

	private static String column(String name) {
		return "column " + name.toLowerCase(Locale.ROOT);
	}

	private static String key(String name) {
		return "key " + name.toLowerCase(Locale.ROOT);
	}

	private void flush(String head) {
		if (!this.clauses.isEmpty()) {
			this.statements.add(new SqlStatement(head + String.join(", ", this.clauses)));
		}
		this.clauses.clear();
		this.touched.clear();
	}

	/**
	 * State each column again behind the one before it.
	 */
	private void order(Batch batch, String head) {
		if (!batch.operations().isEmpty()) {
			throw this.renderer.unsupported(batch.describe() + " and order its columns",
					"to be moved, a column is stated as it is before the batch",
					"Order the columns in a batch of its own.");
		}
		Catalog catalog = this.renderer.catalog(batch, "it must state the columns again", "Leave out the order.");
		String place = "FIRST";
		for (String column : batch.columnOrder()) {
			ColumnText text = catalog.column(batch.table(), column);
			String definition = (text != null) ? text.sql() : "int";
			this.clauses.add("MODIFY COLUMN " + this.renderer.quote(column) + " " + definition + " " + place);
			place = "AFTER " + this.renderer.quote(column);
		}
		flush(head);
	}

}
