package dev.migration.autogenerate.source;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.BatchOperations.Recreate;
import dev.migration.UnwritableChangeException;
import dev.migration.operation.Batch;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.ConstraintOperation;
import dev.migration.operation.DataOperation;
import dev.migration.operation.EnumTypeOperation;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.OperationVisitor;
import dev.migration.operation.SchemaOperation;
import dev.migration.operation.SequenceOperation;
import dev.migration.operation.TableOperation;
import dev.migration.operation.TriggerOperation;
import dev.migration.operation.ViewOperation;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;

/**
 * Writes operations as statements.
 */
final class OperationSource implements OperationVisitor<List<String>> {

	private final Imports imports;

	private final @Nullable NamingConvention convention;

	private final List<SourceWriter> writers;

	private final int indent;

	/**
	 * Create a writer.
	 * @param imports takes what is to be imported
	 * @param convention the naming convention, or {@code null} to write every name
	 * @param writers write custom operations
	 * @param indent the tabs that the statements will have before them
	 */
	OperationSource(Imports imports, @Nullable NamingConvention convention, List<SourceWriter> writers, int indent) {
		this.imports = imports;
		this.convention = convention;
		this.writers = writers;
		this.indent = indent;
	}

	private List<String> statement(Code code) {
		return List.of(CodeLayout.statement(code, this.indent));
	}

	private TableStatements tables() {
		return new TableStatements(this.imports, this.convention, Target.OPERATIONS);
	}

	private ObjectStatements objects() {
		return new ObjectStatements(this.imports);
	}

	@Override
	public List<String> table(TableOperation operation) {
		return statement(operation.accept(tables()));
	}

	@Override
	public List<String> column(ColumnOperation operation) {
		return changesNothing(operation) ? List.of() : statement(operation.accept(tables()));
	}

	private static boolean changesNothing(Operation operation) {
		return operation instanceof ColumnOperation.AlterColumn alteration && alteration.change().isEmpty();
	}

	@Override
	public List<String> index(IndexOperation operation) {
		return statement(operation.accept(tables()));
	}

	@Override
	public List<String> constraint(ConstraintOperation operation) {
		return statement(operation.accept(tables()));
	}

	@Override
	public List<String> schema(SchemaOperation operation) {
		return statement(operation.accept(objects()));
	}

	@Override
	public List<String> sequence(SequenceOperation operation) {
		return statement(operation.accept(objects()));
	}

	@Override
	public List<String> enumType(EnumTypeOperation operation) {
		boolean changesNothing = operation instanceof EnumTypeOperation.AlterEnumType alteration
				&& alteration.change().edits().isEmpty();
		return changesNothing ? List.of() : statement(operation.accept(objects()));
	}

	@Override
	public List<String> view(ViewOperation operation) {
		return statement(operation.accept(objects()));
	}

	@Override
	public List<String> trigger(TriggerOperation operation) {
		return statement(operation.accept(objects()));
	}

	@Override
	public List<String> data(DataOperation operation) {
		return operation.accept(new DataStatements(this.imports))
			.stream()
			.map((code) -> CodeLayout.statement(code, this.indent))
			.toList();
	}

	// Batches

	@Override
	public List<String> batch(Batch batch) {
		QualifiedName table = batch.table();
		Code block = Code.text("(batch) -> {");
		String call = CodeLayout.statement(
				new BatchConditions(batch).target(Code.call("batchAlterTable", Code.name(table.name()), block)),
				this.indent);
		StringBuilder text = new StringBuilder(call.substring(0, call.length() - ");".length()));
		for (Code code : changes(batch)) {
			text.append('\n').append(CodeLayout.tabs(this.indent + 1));
			text.append(CodeLayout.statement(code, this.indent + 1));
		}
		text.append('\n').append(CodeLayout.tabs(this.indent)).append("});");
		return List.of(text.toString());
	}

	private List<Code> changes(Batch batch) {
		List<Code> changes = new ArrayList<>();
		if (batch.recreate() != Recreate.AUTO) {
			changes.add(Code.call("batch.recreate", Code.text(this.imports.constant(batch.recreate()))));
		}
		if (batch.existing() != null) {
			Names names = new Names(batch.describe(), batch.table().schema());
			changes.add(Code.call("batch.existing",
					new TableSource(this.imports, this.convention, names).table(batch.existing())));
		}
		for (Operation operation : batch.operations()) {
			if (!changesNothing(operation)) {
				changes.add(change(batch, operation));
			}
		}
		if (!batch.columnOrder().isEmpty()) {
			changes.add(Code.call("batch.columnOrder", Code.names(batch.columnOrder())));
		}
		return changes;
	}

	private Code change(Batch batch, Operation operation) {
		TableStatements statements = new TableStatements(this.imports, this.convention, Target.BATCH);
		if (operation instanceof ColumnOperation column) {
			return column.accept(statements);
		}
		if (operation instanceof IndexOperation index) {
			return index.accept(statements);
		}
		if (operation instanceof TableOperation.CommentTable comment) {
			return statements.commentTable(comment);
		}
		if (operation instanceof ConstraintOperation constraint
				&& !(constraint instanceof ConstraintOperation.ValidateConstraint)) {
			return constraint.accept(statements);
		}
		throw new UnwritableChangeException(
				operation.describe(), "Java", "it stands in a batch on table '" + batch.table()
						+ "', which only has changes of columns, indexes, " + "constraints and the comment",
				"Put it before or behind the batch.");
	}

	// What is custom

	@Override
	public List<String> custom(Operation.Custom custom) {
		for (SourceWriter writer : this.writers) {
			JavaStatement statement = writer.write(custom.operation());
			if (statement != null) {
				this.imports.addAll(statement.imports());
				return List.of(statement.code().strip().replace("\n", "\n" + CodeLayout.tabs(this.indent)));
			}
		}
		throw new UnwritableChangeException(custom.describe(), "Java",
				"it is an operation of the application, " + custom.operation().getClass().getName()
						+ ", and nothing says how it is written",
				"Register a SourceWriter for it, or leave it out and call op.invoke(…) in the revision yourself.");
	}

}
