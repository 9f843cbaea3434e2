package dev.migration.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.Assert;

import dev.migration.BatchOperations;
import dev.migration.CustomOperation;
import dev.migration.Operations;
import dev.migration.SqlScript;
import dev.migration.schema.Change;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.Constraint;
import dev.migration.schema.ConstraintKind;
import dev.migration.schema.EnumType;
import dev.migration.schema.EnumTypeChange;
import dev.migration.schema.Index;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Sequence;
import dev.migration.schema.SequenceOptions;
import dev.migration.schema.Table;
import dev.migration.schema.Trigger;
import dev.migration.schema.View;

/**
 * Makes an {@link Operation} of each call, with names for what has none, and hands it on
 * at once: to be run, or to be rendered only.
 */
public final class OperationRecorder implements Operations {

	private final OperationTarget target;

	private final NamingConvention names;

	private final @Nullable String schema;

	private final boolean ifExists;

	private final boolean ifNotExists;

	/**
	 * Create a new recorder.
	 * @param target takes each operation when its method is called
	 * @param names names what has no name
	 */
	public OperationRecorder(OperationTarget target, NamingConvention names) {
		this(target, names, null, false, false);
	}

	private OperationRecorder(OperationTarget target, NamingConvention names, @Nullable String schema, boolean ifExists,
			boolean ifNotExists) {
		this.target = target;
		this.names = names;
		this.schema = schema;
		this.ifExists = ifExists;
		this.ifNotExists = ifNotExists;
	}

	@Override
	public String dialect() {
		return this.target.dialect();
	}

	@Override
	public Operations inSchema(String name) {
		Assert.hasText(name, "The name of a schema must not be blank");
		return new OperationRecorder(this.target, this.names, name, this.ifExists, this.ifNotExists);
	}

	@Override
	public Operations ifExists() {
		return new OperationRecorder(this.target, this.names, this.schema, true, this.ifNotExists);
	}

	@Override
	public Operations ifNotExists() {
		return new OperationRecorder(this.target, this.names, this.schema, this.ifExists, true);
	}

	@Override
	public void autocommit(Consumer<Operations> block) {
		this.target.autocommit(() -> block.accept(this));
	}

	private QualifiedName qualified(String name) {
		return new QualifiedName(this.schema, name);
	}

	/**
	 * Run an operation that is there as a value, with names for what has none.
	 * @param operation the operation
	 */
	public void run(Operation operation) {
		record(named(operation, this.names));
	}

	/**
	 * Return an operation with names for what it creates without one.
	 * @param operation the operation
	 * @param names the naming convention
	 * @return the operation as it is recorded
	 */
	public static Operation named(Operation operation, NamingConvention names) {
		if (operation instanceof TableOperation.CreateTable creation) {
			return new TableOperation.CreateTable(names.apply(creation.table()), creation.ifNotExists());
		}
		if (operation instanceof ColumnOperation.AddColumn addition) {
			return new ColumnOperation.AddColumn(addition.table(), names.apply(addition.table(), addition.column()),
					addition.ifNotExists());
		}
		return operation;
	}

	private void record(Operation operation) {
		this.target.accept(operation);
	}

	@Override
	public Map<String, String> arguments() {
		return this.target.arguments();
	}

	@Override
	public void createTable(Table table) {
		record(new TableOperation.CreateTable(this.names.apply(table.in(this.schema)), this.ifNotExists));
	}

	@Override
	public void dropTable(String name) {
		record(new TableOperation.DropTable(qualified(name), this.ifExists, null));
	}

	@Override
	public void dropTable(Table table) {
		Table was = this.names.apply(table.in(this.schema));
		record(new TableOperation.DropTable(was.name(), this.ifExists, was));
	}

	@Override
	public void renameTable(String name, String newName) {
		record(new TableOperation.RenameTable(qualified(name), newName));
	}

	@Override
	public void createTableComment(String table, String text) {
		record(new TableOperation.CommentTable(qualified(table), text, Change.keep()));
	}

	@Override
	public void dropTableComment(String table) {
		record(new TableOperation.CommentTable(qualified(table), null, Change.keep()));
	}

	@Override
	public void batchAlterTable(String table, Consumer<BatchOperations> changes) {
		BatchRecorder batch = new BatchRecorder(this.target, table, (collector) -> new OperationRecorder(collector,
				this.names, this.schema, this.ifExists, this.ifNotExists));
		changes.accept(batch);
		if (!batch.isEmpty()) {
			record(batch.toBatch(qualified(table), this.schema));
		}
	}

	@Override
	public void addColumn(String table, Column column) {
		QualifiedName name = qualified(table);
		record(new ColumnOperation.AddColumn(name, this.names.apply(name, column.in(this.schema)), this.ifNotExists));
	}

	@Override
	public void dropColumn(String table, String column) {
		record(new ColumnOperation.DropColumn(qualified(table), column, this.ifExists, null));
	}

	@Override
	public void dropColumn(String table, Column column) {
		QualifiedName name = qualified(table);
		record(new ColumnOperation.DropColumn(name, column.name(), this.ifExists,
				this.names.apply(name, column.in(this.schema))));
	}

	@Override
	public void renameColumn(String table, String column, String newName) {
		alterColumn(table, column, (change) -> change.rename(newName));
	}

	@Override
	public void alterColumn(String table, String column, UnaryOperator<ColumnChange> change) {
		alterColumn(table, column, null, change);
	}

	@Override
	public void alterColumn(String table, Column column, UnaryOperator<ColumnChange> change) {
		alterColumn(table, column.name(), column.in(this.schema), change);
	}

	private void alterColumn(String table, String column, @Nullable Column was, UnaryOperator<ColumnChange> change) {
		ColumnChange result = change.apply(ColumnChange.NONE).in(this.schema);
		if (!result.isEmpty()) {
			record(new ColumnOperation.AlterColumn(qualified(table), column, result, was));
		}
	}

	@Override
	public void createIndex(Index index) {
		record(new IndexOperation.CreateIndex(named(index), this.ifNotExists));
	}

	@Override
	public void dropIndex(String name, String table) {
		record(new IndexOperation.DropIndex(name, qualified(table), this.ifExists, false, null));
	}

	@Override
	public void dropIndex(Index index) {
		Index was = named(index);
		record(new IndexOperation.DropIndex(new IndexOperation.CreateIndex(was, false).name(), was.table(),
				this.ifExists, was.isConcurrent(), was));
	}

	private Index named(Index index) {
		return this.names.apply(index.onTable(index.table().in(this.schema)));
	}

	@Override
	public void createConstraint(String table, Constraint constraint) {
		QualifiedName name = qualified(table);
		record(new ConstraintOperation.CreateConstraint(name, this.names.apply(name, constraint.in(this.schema)),
				this.ifNotExists));
	}

	@Override
	public void dropConstraint(String name, String table) {
		record(new ConstraintOperation.DropConstraint(qualified(table), name, null, this.ifExists, null));
	}

	@Override
	public void dropConstraint(String table, Constraint constraint) {
		QualifiedName name = qualified(table);
		Constraint was = this.names.apply(name, constraint.in(this.schema));
		record(new ConstraintOperation.DropConstraint(name,
				new ConstraintOperation.CreateConstraint(name, was, false).name(), was.kind(), this.ifExists, was));
	}

	@Override
	public void dropPrimaryKey(String name, String table) {
		dropConstraint(name, table, ConstraintKind.PRIMARY_KEY);
	}

	@Override
	public void dropUniqueConstraint(String name, String table) {
		dropConstraint(name, table, ConstraintKind.UNIQUE_CONSTRAINT);
	}

	@Override
	public void dropForeignKey(String name, String table) {
		dropConstraint(name, table, ConstraintKind.FOREIGN_KEY);
	}

	@Override
	public void dropCheckConstraint(String name, String table) {
		dropConstraint(name, table, ConstraintKind.CHECK_CONSTRAINT);
	}

	@Override
	public void dropExclusionConstraint(String name, String table) {
		dropConstraint(name, table, ConstraintKind.EXCLUSION_CONSTRAINT);
	}

	private void dropConstraint(String name, String table, ConstraintKind kind) {
		QualifiedName qualified = qualified(table);
		record(new ConstraintOperation.DropConstraint(qualified, this.names.apply(qualified, kind, name), kind,
				this.ifExists, null));
	}

	@Override
	public void validateConstraint(String name, String table) {
		record(new ConstraintOperation.ValidateConstraint(qualified(table), name));
	}

	@Override
	public void createSchema(String name) {
		record(new SchemaOperation.CreateSchema(name, this.ifNotExists));
	}

	@Override
	public void dropSchema(String name) {
		record(new SchemaOperation.DropSchema(name, this.ifExists));
	}

	@Override
	public void createSequence(Sequence sequence) {
		record(new SequenceOperation.CreateSequence(sequence.in(this.schema), this.ifNotExists));
	}

	@Override
	public void alterSequence(String name, UnaryOperator<Sequence> change) {
		Sequence changes = change.apply(new Sequence(qualified(name), SequenceOptions.DEFAULTS));
		record(new SequenceOperation.AlterSequence(qualified(name), changes.options(), null));
	}

	@Override
	public void alterSequence(Sequence sequence, UnaryOperator<Sequence> change) {
		QualifiedName name = sequence.name().in(this.schema);
		Sequence changes = change.apply(new Sequence(name, SequenceOptions.DEFAULTS));
		record(new SequenceOperation.AlterSequence(name, changes.options(), sequence.options()));
	}

	@Override
	public void dropSequence(String name) {
		record(new SequenceOperation.DropSequence(qualified(name), this.ifExists, null));
	}

	@Override
	public void dropSequence(Sequence sequence) {
		Sequence was = sequence.in(this.schema);
		record(new SequenceOperation.DropSequence(was.name(), this.ifExists, was));
	}

	@Override
	public void createEnumType(EnumType type) {
		record(new EnumTypeOperation.CreateEnumType(type.in(this.schema), this.ifNotExists));
	}

	@Override
	public void alterEnumType(EnumType type, UnaryOperator<EnumTypeChange> change) {
		EnumTypeOperation.AlterEnumType operation = new EnumTypeOperation.AlterEnumType(type.in(this.schema),
				change.apply(EnumTypeChange.NONE).in(this.schema));
		if (!operation.change().edits().isEmpty()) {
			record(operation);
		}
	}

	@Override
	public void dropEnumType(String name) {
		record(new EnumTypeOperation.DropEnumType(qualified(name), this.ifExists, null));
	}

	@Override
	public void dropEnumType(EnumType type) {
		EnumType was = type.in(this.schema);
		record(new EnumTypeOperation.DropEnumType(was.name(), this.ifExists, was));
	}

	@Override
	public void createView(View view) {
		record(new ViewOperation.CreateView(view.in(this.schema), this.ifNotExists));
	}

	@Override
	public void replaceView(View view) {
		record(new ViewOperation.ReplaceView(view.in(this.schema), null));
	}

	@Override
	public void replaceView(View was, View view) {
		record(new ViewOperation.ReplaceView(view.in(this.schema), was.in(this.schema)));
	}

	@Override
	public void dropView(String name) {
		record(new ViewOperation.DropView(qualified(name), false, this.ifExists, null));
	}

	@Override
	public void dropView(View view) {
		View was = view.in(this.schema);
		record(new ViewOperation.DropView(was.name(), was.isMaterialized(), this.ifExists, was));
	}

	@Override
	public void createTrigger(Trigger trigger) {
		record(new TriggerOperation.CreateTrigger(trigger.in(this.schema), this.ifNotExists));
	}

	@Override
	public void dropTrigger(String name, String table) {
		record(new TriggerOperation.DropTrigger(name, qualified(table), this.ifExists, null));
	}

	@Override
	public void dropTrigger(Trigger trigger) {
		Trigger was = trigger.in(this.schema);
		record(new TriggerOperation.DropTrigger(was.name(), was.table(), this.ifExists, was));
	}

	@Override
	public void bulkInsert(String table, List<? extends Map<String, ? extends @Nullable Object>> rows) {
		if (rows.isEmpty()) {
			return;
		}
		List<Map<String, @Nullable Object>> copies = new ArrayList<>(rows.size());
		rows.forEach((row) -> copies.add(new LinkedHashMap<>(row)));
		record(new DataOperation.BulkInsert(qualified(table), copies));
	}

	@Override
	public void execute(String sql) {
		execute(new SqlScript(sql, "op.execute", 1));
	}

	@Override
	public void execute(String sql, Map<String, ?> parameters) {
		record(new DataOperation.ExecuteStatement(sql, new LinkedHashMap<>(parameters)));
	}

	@Override
	public void execute(SqlScript script) {
		record(new DataOperation.ExecuteScript(script));
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
	public void invoke(CustomOperation operation) {
		operation.apply(this);
	}

	@Override
	public JdbcClient jdbc() {
		return this.target.jdbc();
	}

}
