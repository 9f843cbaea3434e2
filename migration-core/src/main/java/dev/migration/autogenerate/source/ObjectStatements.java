package dev.migration.autogenerate.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migration.UnwritableChangeException;
import dev.migration.operation.EnumTypeOperation;
import dev.migration.operation.SchemaOperation;
import dev.migration.operation.SequenceOperation;
import dev.migration.operation.TriggerOperation;
import dev.migration.operation.ViewOperation;
import dev.migration.schema.EnumTypeChange;
import dev.migration.schema.EnumTypeChange.Edit;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.View;

/**
 * Writes operations on schemas, sequences, enum types, views and triggers.
 */
final class ObjectStatements implements SchemaOperation.Visitor<Code>, SequenceOperation.Visitor<Code>,
		EnumTypeOperation.Visitor<Code>, ViewOperation.Visitor<Code>, TriggerOperation.Visitor<Code> {

	private final Imports imports;

	private final DefinitionSource definitions;

	ObjectStatements(Imports imports) {
		this.imports = imports;
		this.definitions = new DefinitionSource(imports);
	}

	private static Code create(@Nullable String schema, boolean ifNotExists, String method, Code what) {
		return Target.OPERATIONS.create(schema, ifNotExists, Code.call(method, what));
	}

	private static Code drop(QualifiedName name, boolean ifExists, String method) {
		return Target.OPERATIONS.drop(name.schema(), ifExists, Code.call(method, Code.name(name.name())));
	}

	// Schemas

	@Override
	public Code createSchema(SchemaOperation.CreateSchema operation) {
		return create(null, operation.ifNotExists(), "createSchema", Code.name(operation.name()));
	}

	@Override
	public Code dropSchema(SchemaOperation.DropSchema operation) {
		return drop(QualifiedName.of(operation.name()), operation.ifExists(), "dropSchema");
	}

	// Sequences

	@Override
	public Code createSequence(SequenceOperation.CreateSequence operation) {
		return create(operation.sequence().name().schema(), operation.ifNotExists(), "createSequence",
				this.definitions.sequence(operation.sequence()));
	}

	@Override
	public Code alterSequence(SequenceOperation.AlterSequence operation) {
		List<Code.Call> counting = this.definitions.counting(operation.options());
		Code change = counting.isEmpty() ? Code.text("sequence") : Code.chain("sequence", counting);
		return Target.OPERATIONS.call(operation.name().schema(),
				Code.call("alterSequence", Code.name(operation.name().name()), new Code.Lambda("sequence", change)));
	}

	@Override
	public Code dropSequence(SequenceOperation.DropSequence operation) {
		return drop(operation.name(), operation.ifExists(), "dropSequence");
	}

	// Enum types

	@Override
	public Code createEnumType(EnumTypeOperation.CreateEnumType operation) {
		String schema = operation.type().name().schema();
		return create(schema, operation.ifNotExists(), "createEnumType",
				types(operation.describe(), schema).enumType(operation.type()));
	}

	private TypeSource types(String change, @Nullable String schema) {
		return new TypeSource(this.imports, new Names(change, schema));
	}

	@Override
	public Code alterEnumType(EnumTypeOperation.AlterEnumType operation) {
		String schema = operation.type().name().schema();
		List<EnumTypeChange.UsedBy> columns = operation.change().columns();
		boolean sameSchema = columns.stream().allMatch((use) -> Objects.equals(use.table().schema(), schema));
		Code change = sameSchema ? change(operation.change()) : changeInSeveralSchemas(operation.change());
		String inSchema = sameSchema ? schema : null;
		return Target.OPERATIONS.call(inSchema, Code.call("alterEnumType",
				types(operation.describe(), inSchema).enumType(operation.type()), new Code.Lambda("type", change)));
	}

	private static Code change(EnumTypeChange change) {
		List<Code.Call> calls = new ArrayList<>(edits(change));
		for (EnumTypeChange.UsedBy use : change.columns()) {
			calls.add(Code.call("usedBy", Code.name(use.table().name()), Code.name(use.column())));
		}
		return Code.chain("type", calls);
	}

	/**
	 * {@code usedBy} knows no schema.
	 */
	private Code changeInSeveralSchemas(EnumTypeChange change) {
		String name = this.imports.name(EnumTypeChange.class);
		List<Code> uses = new ArrayList<>();
		for (EnumTypeChange.UsedBy use : change.columns()) {
			String schema = use.table().schema();
			Code table = Code.call("new " + this.imports.name(QualifiedName.class),
					(schema != null) ? Code.name(schema) : Code.text("null"), Code.name(use.table().name()));
			uses.add(Code.call("new " + name + ".UsedBy", table, Code.name(use.column())));
		}
		List<Code.Call> edits = new ArrayList<>(edits(change));
		edits.add(Code.call("edits"));
		return Code.call("new " + name, Code.chain("type", edits),
				Code.call(this.imports.name(List.class) + ".of", uses).listedIfLong());
	}

	private static List<Code.Call> edits(EnumTypeChange change) {
		return change.edits().stream().map(ObjectStatements::edit).toList();
	}

	private static Code.Call edit(Edit edit) {
		if (edit instanceof Edit.Add add) {
			if (add.before() != null) {
				return Code.call("addValueBefore", Code.name(add.value()), Code.name(add.before()));
			}
			return (add.after() != null) ? Code.call("addValueAfter", Code.name(add.value()), Code.name(add.after()))
					: Code.call("addValue", Code.name(add.value()));
		}
		if (edit instanceof Edit.Rename rename) {
			return Code.call("renameValue", Code.name(rename.value()), Code.name(rename.newValue()));
		}
		Edit.Remove remove = (Edit.Remove) edit;
		List<Code> values = new ArrayList<>();
		values.add(Code.name(remove.value()));
		values.addAll(DefinitionSource.optional(remove.replacement()));
		return Code.call("removeValue", values);
	}

	@Override
	public Code dropEnumType(EnumTypeOperation.DropEnumType operation) {
		return drop(operation.name(), operation.ifExists(), "dropEnumType");
	}

	// Views and triggers

	@Override
	public Code createView(ViewOperation.CreateView operation) {
		return create(operation.view().name().schema(), operation.ifNotExists(), "createView",
				this.definitions.view(operation.view()));
	}

	@Override
	public Code replaceView(ViewOperation.ReplaceView operation) {
		return create(operation.view().name().schema(), false, "replaceView", this.definitions.view(operation.view()));
	}

	@Override
	public Code dropView(ViewOperation.DropView operation) {
		if (!operation.isMaterialized()) {
			return drop(operation.name(), operation.ifExists(), "dropView");
		}
		View was = operation.was();
		if (was == null) {
			throw new UnwritableChangeException(operation.describe(), "Java",
					"a materialized view is dropped by its definition, which is not known",
					"Drop it with its definition, as in op.dropView(view(…).materialized()).");
		}
		return Target.OPERATIONS.drop(operation.name().schema(), operation.ifExists(),
				Code.call("dropView", this.definitions.view(was)));
	}

	@Override
	public Code createTrigger(TriggerOperation.CreateTrigger operation) {
		return create(operation.trigger().table().schema(), operation.ifNotExists(), "createTrigger",
				this.definitions.trigger(operation.trigger()));
	}

	@Override
	public Code dropTrigger(TriggerOperation.DropTrigger operation) {
		return Target.OPERATIONS.drop(operation.table().schema(), operation.ifExists(),
				Code.call("dropTrigger", Code.name(operation.name()), Code.name(operation.table().name())));
	}

}
