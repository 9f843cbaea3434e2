package dev.migration.dialect.sqlite.rebuild;

import java.util.ArrayList;
import java.util.List;

import dev.migration.BatchOperations.Recreate;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.dialect.TransactionKind;
import dev.migration.dialect.TransactionKindException;
import dev.migration.dialect.sqlite.ddl.TableDefinition;
import dev.migration.operation.Batch;
import dev.migration.operation.Operation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;

/**
 * Changes a table: by SQLite's own statements if they are enough, else by one rebuild.
 */
public final class TableBatch {

	private final StandardRenderer renderer;

	/**
	 * Create a new instance.
	 * @param renderer renders definitions
	 */
	public TableBatch(StandardRenderer renderer) {
		this.renderer = renderer;
	}

	/**
	 * Render a single operation on a table that is there.
	 * @param table the table
	 * @param operation the operation
	 * @return the statements
	 */
	public List<SqlStatement> render(QualifiedName table, Operation operation) {
		return render(new Batch(table, List.of(operation), Recreate.AUTO, List.of(), null), operation);
	}

	/**
	 * Render a batch.
	 * @param batch the batch
	 * @return the statements
	 * @throws dev.migration.UnsupportedChangeException if a change cannot be made
	 * @throws dev.migration.IncompatibleRowsException if the rows do not fit
	 * @throws TransactionKindException if the open transaction would harm other tables
	 */
	public List<SqlStatement> render(Batch batch) {
		return render(batch, batch);
	}

	private List<SqlStatement> render(Batch batch, Operation operation) {
		Table existing = batch.existing();
		RenderContext context = this.renderer.context();
		if (existing != null && !context.isOnline()) {
			try (Rehearsal rehearsal = Rehearsal.of(objects(existing))) {
				return render(batch, operation, new TableInWork(existing.name().name(), null, rehearsal, false));
			}
		}
		Database real = Database.of(
				context.connection(operation, "SQLite must look at the table to rebuild it",
						"Say how the table is with batchAlterTable(…, b -> b.existing(…)), or run it on the database."),
				batch.table().schema(), batch.table().name());
		List<SchemaObject> objects = real.objects();
		SchemaObject table = find(objects, batch.table().name(), operation);
		try (Rehearsal rehearsal = Rehearsal.of(objects)) {
			String missing = rehearsal.whyMissing(table);
			if (missing != null) {
				throw TableInWork.refused(operation,
						"its definition only works on the connections of the application: " + missing,
						"Rebuild the table with op.execute(…).");
			}
			return render(batch, operation, new TableInWork(table.name(), real, rehearsal, context.knowsRows()));
		}
	}

	private List<SchemaObject> objects(Table existing) {
		String name = existing.name().name();
		Table here = new Table(QualifiedName.of(name), existing.columns(), existing.primaryKey(),
				existing.uniqueConstraints(), existing.foreignKeys(), existing.checkConstraints(),
				existing.exclusionConstraints(), existing.comment(), existing.options());
		String sql = this.renderer.renderAll(List.of(new TableOperation.CreateTable(here, false))).get(0).sql();
		return List.of(new SchemaObject("table", name, name, sql));
	}

	private static SchemaObject find(List<SchemaObject> objects, String name, Operation operation) {
		for (SchemaObject object : objects) {
			if (object.is("table", name) && object.isVirtual()) {
				throw TableInWork.refused(operation, name + " is a virtual table, whose columns its module decides",
						"Create it anew with op.execute(…).");
			}
			if (object.is("table", name)) {
				return object;
			}
			if (object.is("view", name)) {
				throw TableInWork.refused(operation, name + " is a view", "Create the view anew.");
			}
		}
		throw TableInWork.refused(operation, "there is no table '" + name + "'", "Name a table that is there.");
	}

	private List<SqlStatement> render(Batch batch, Operation operation, TableInWork table) {
		List<SqlStatement> changes = changes(batch, operation, table);
		List<SqlStatement> statements = new ArrayList<>(table.checks());
		statements.addAll(changes);
		return statements;
	}

	private List<SqlStatement> changes(Batch batch, Operation operation, TableInWork table) {
		TableDefinition before = table.definition();
		BatchRehearsal changes = new BatchRehearsal(table, this.renderer);
		batch.operations().forEach(changes::run);
		order(batch, operation, table);
		if (batch.recreate() == Recreate.ALWAYS) {
			table.requireRebuild();
		}
		if (!table.needsRebuild()) {
			return table.needsOrder() ? withoutBroken(table, table.statements()) : table.statements();
		}
		if (batch.recreate() == Recreate.NEVER) {
			throw TableInWork.refused(operation, "this needs a rebuild of table " + table.name(),
					"Leave out recreate(NEVER).");
		}
		Rebuild rebuild = new Rebuild(table, before, operation);
		Database real = table.real();
		if (real != null) {
			prepare(operation, table, before, real);
			rebuild.requireSurvival();
		}
		boolean renames = table.columns().stream().anyMatch(TrackedColumn::isRenamed);
		List<SqlStatement> statements = rebuild.statements();
		return renames ? withoutBroken(table, statements) : statements;
	}

	private static void order(Batch batch, Operation operation, TableInWork table) {
		if (batch.columnOrder().isEmpty()) {
			return;
		}
		List<String> order = new ArrayList<>();
		batch.columnOrder().forEach((column) -> order.add(table.column(column, operation).name()));
		List<String> names = table.definition().columns().stream().map((column) -> column.columnName()).toList();
		names.stream().filter((name) -> order.stream().noneMatch(name::equalsIgnoreCase)).forEach(order::add);
		boolean isSame = String.join("\n", order).equalsIgnoreCase(String.join("\n", names));
		if (!isSame) {
			table.replace(operation, table.definition().withOrder(order));
		}
	}

	private static void prepare(Operation operation, TableInWork table, TableDefinition before, Database real) {
		if (!real.isInTransaction()) {
			throw TableInWork.refused(operation, "a rebuild outside of a transaction could leave half a table",
					"Take it out of op.autocommit(…), or let the revision be transactional.");
		}
		ForeignKeys foreignKeys = new ForeignKeys(real);
		boolean hasAny = foreignKeys.hasAny(table.name()) || !foreignKeys.referringTo(table.name()).isEmpty()
				|| new ForeignKeys(table.rehearsal().database()).hasAny(table.name());
		if (hasAny && foreignKeys.areEnforced()) {
			throw new TransactionKindException(TransactionKind.WITHOUT_FOREIGN_KEYS,
					"the rebuild of table " + table.name() + ", which foreign keys lead from or to");
		}
		new Space(real, table.name(), before, table::count).require(operation);
	}

	/**
	 * SQLite renames and drops nothing while any view or trigger is broken, even if it
	 * has nothing to do with the table. Those are set aside meanwhile.
	 */
	private static List<SqlStatement> withoutBroken(TableInWork table, List<SqlStatement> statements) {
		return (table.real() != null) ? SetAside.around(table.real(), statements) : statements;
	}

}
