package dev.migration.dialect.sqlite.rebuild;

import java.util.List;

import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.ConstraintOperation;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.QualifiedName;

/**
 * Carries out the operations of a batch on the rehearsed schema, one after the other: by
 * SQLite's own statement where that works, else by another definition.
 */
final class BatchRehearsal {

	private final TableInWork table;

	private final StandardRenderer renderer;

	private final ColumnChanges columns;

	private final ConstraintChanges constraints;

	BatchRehearsal(TableInWork table, StandardRenderer renderer) {
		this.table = table;
		this.renderer = renderer;
		this.columns = new ColumnChanges(table, renderer);
		this.constraints = new ConstraintChanges(table, renderer);
	}

	void run(Operation operation) {
		apply(operation);
		List<String> broken = this.table.rehearsal().newlyBroken();
		if (!broken.isEmpty()) {
			throw TableInWork.refused(operation, "it would break " + String.join(", ", broken),
					"Drop that first, and create it anew afterwards.");
		}
	}

	private void apply(Operation operation) {
		if (operation instanceof ColumnOperation.AddColumn addition) {
			this.columns.add(addition);
		}
		else if (operation instanceof ColumnOperation.DropColumn drop) {
			this.columns.drop(drop);
		}
		else if (operation instanceof ColumnOperation.AlterColumn alteration) {
			this.columns.alter(alteration);
		}
		else if (operation instanceof ConstraintOperation.CreateConstraint creation) {
			this.constraints.create(creation);
		}
		else if (operation instanceof ConstraintOperation.DropConstraint drop) {
			this.constraints.drop(drop);
		}
		else if (operation instanceof IndexOperation.CreateIndex creation) {
			createIndex(creation);
		}
		else if (operation instanceof IndexOperation.DropIndex drop) {
			dropIndex(drop);
		}
		else if (!isIgnored(operation)) {
			throw TableInWork.refused(operation, "it cannot be a part of a batch", "Do it before or after the batch.");
		}
	}

	/**
	 * SQLite has no comments, and all its constraints hold for all rows.
	 */
	private static boolean isIgnored(Operation operation) {
		return operation instanceof TableOperation.CommentTable
				|| operation instanceof ConstraintOperation.ValidateConstraint;
	}

	private void createIndex(IndexOperation.CreateIndex operation) {
		QualifiedName here = QualifiedName.of(this.table.name());
		IndexOperation.CreateIndex rehearsed = new IndexOperation.CreateIndex(operation.index().onTable(here),
				operation.ifNotExists());
		for (SqlStatement statement : this.renderer.renderAll(List.of(rehearsed))) {
			String error = this.table.rehearsal().attempt(statement.sql());
			if (error != null) {
				throw TableInWork.refused(operation, error, "Mend the index.");
			}
		}
		this.table.statements().addAll(this.renderer.renderAll(List.of(operation)));
	}

	private void dropIndex(IndexOperation.DropIndex operation) {
		boolean isThere = this.table.rehearsal()
			.objects("index", this.table.name())
			.stream()
			.anyMatch((index) -> index.is("index", operation.name()));
		if (!isThere && operation.ifExists()) {
			return;
		}
		if (!isThere) {
			throw TableInWork.refused(operation,
					"table " + this.table.name() + " has no index '" + operation.name() + "'",
					"Its indexes are " + this.table.rehearsal()
						.objects("index", this.table.name())
						.stream()
						.map(SchemaObject::name)
						.toList() + ". Those of a constraint go with the constraint.");
		}
		this.table.dropIndex(operation.name());
	}

}
