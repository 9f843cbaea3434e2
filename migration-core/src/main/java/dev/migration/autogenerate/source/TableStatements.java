package dev.migration.autogenerate.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.migration.UnwritableChangeException;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.ConstraintOperation;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.Change;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.ConstraintKind;
import dev.migration.schema.Index;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;
import dev.migration.schema.Type;

/**
 * Writes operations on tables and on what is in them. What is dropped or altered is named
 * in the short form, as the other method of the revision says how it was.
 */
final class TableStatements implements TableOperation.Visitor<Code>, ColumnOperation.Visitor<Code>,
		IndexOperation.Visitor<Code>, ConstraintOperation.Visitor<Code> {

	private final Imports imports;

	private final @Nullable NamingConvention convention;

	private final Target target;

	TableStatements(Imports imports, @Nullable NamingConvention convention, Target target) {
		this.imports = imports;
		this.convention = convention;
		this.target = target;
	}

	private TableSource source(Names names) {
		return new TableSource(this.imports, this.convention, names);
	}

	// Tables

	@Override
	public Code createTable(TableOperation.CreateTable operation) {
		Table table = operation.table();
		String schema = table.name().schema();
		List<Code> elements = source(new Names(operation.describe(), schema)).elements(table);
		return this.target.create(schema, operation.ifNotExists(),
				Code.call("createTable", Code.join(Code.name(table.name().name()), elements)).listed());
	}

	@Override
	public Code dropTable(TableOperation.DropTable operation) {
		QualifiedName table = operation.table();
		return this.target.drop(table.schema(), operation.ifExists(), Code.call("dropTable", Code.name(table.name())));
	}

	@Override
	public Code renameTable(TableOperation.RenameTable operation) {
		QualifiedName table = operation.table();
		return this.target.call(table.schema(),
				Code.call("renameTable", Code.name(table.name()), Code.name(operation.newName())));
	}

	@Override
	public Code commentTable(TableOperation.CommentTable operation) {
		QualifiedName table = operation.table();
		String comment = operation.comment();
		return this.target.call(table.schema(),
				(comment != null)
						? Code.call("createTableComment", this.target.withTable(table, List.of(Code.prose(comment))))
						: Code.call("dropTableComment", this.target.withTable(table, List.of())));
	}

	// Columns

	@Override
	public Code addColumn(ColumnOperation.AddColumn operation) {
		QualifiedName table = operation.table();
		Code column = source(new Names(operation.describe(), table.schema())).column(table, operation.column());
		return this.target.create(table.schema(), operation.ifNotExists(),
				Code.call("addColumn", this.target.withTable(table, List.of(column))));
	}

	@Override
	public Code dropColumn(ColumnOperation.DropColumn operation) {
		QualifiedName table = operation.table();
		return this.target.drop(table.schema(), operation.ifExists(),
				Code.call("dropColumn", this.target.withTable(table, List.of(Code.name(operation.column())))));
	}

	@Override
	public Code alterColumn(ColumnOperation.AlterColumn operation) {
		QualifiedName table = operation.table();
		String newName = operation.change().name().value();
		boolean isRename = newName != null && operation.change().isEmptyButForName();
		Code change = (newName != null && isRename) ? Code.name(newName)
				: new Code.Lambda("change", Code.chain("change", changes(operation)));
		return this.target.call(table.schema(), Code.call(isRename ? "renameColumn" : "alterColumn",
				this.target.withTable(table, List.of(Code.name(operation.column()), change))));
	}

	private List<Code.Call> changes(ColumnOperation.AlterColumn operation) {
		Names names = new Names(operation.describe(), operation.table().schema());
		ColumnChange change = operation.change();
		DefinitionSource definitions = new DefinitionSource(this.imports);
		List<Code.Call> calls = new ArrayList<>();
		add(calls, "rename", change.name(), Code::name);
		add(calls, "type", change.type(), (type) -> type(names, type));
		DefinitionSource.addText(calls, "using", change.using());
		if (change.nullability().isMentioned()) {
			calls.add(Code.call(Boolean.TRUE.equals(change.nullability().value()) ? "nullable" : "notNull"));
		}
		add(calls, "serverDefault", change.serverDefault(),
				new ValueSource(this.imports, names.change())::serverDefault);
		add(calls, "identity", change.identity(), definitions::identity);
		add(calls, "computed", change.computed(), definitions::computed);
		add(calls, "collation", change.collation(), Code::name);
		add(calls, "comment", change.comment(), Code::prose);
		return calls;
	}

	private Code type(Names names, Type type) {
		return new TypeSource(this.imports, names).type(type);
	}

	private static <T> void add(List<Code.Call> calls, String aspect, Change<T> change, Function<T, Code> writer) {
		T value = change.value();
		if (value != null) {
			calls.add(Code.call(aspect, writer.apply(value)));
		}
		else if (change.isMentioned()) {
			calls.add(Code.call("drop" + Character.toUpperCase(aspect.charAt(0)) + aspect.substring(1)));
		}
	}

	// Indexes

	@Override
	public Code createIndex(IndexOperation.CreateIndex operation) {
		Index index = operation.index();
		return this.target.create(index.table().schema(), operation.ifNotExists(),
				Code.call("createIndex", new DefinitionSource(this.imports).index(index)));
	}

	@Override
	public Code dropIndex(IndexOperation.DropIndex operation) {
		QualifiedName table = operation.table();
		return this.target.drop(table.schema(), operation.ifExists(), Code.call("dropIndex", operation.concurrently()
				? List.of(droppedConcurrently(operation)) : this.target.nameAndTable(operation.name(), table)));
	}

	/**
	 * Only an index with its definition is dropped concurrently.
	 */
	private Code droppedConcurrently(IndexOperation.DropIndex operation) {
		Index was = operation.was();
		if (was == null) {
			throw new UnwritableChangeException(operation.describe(), "Java",
					"an index is dropped concurrently by its definition, which is not known",
					"Drop it without 'concurrently', or with its definition.");
		}
		return new DefinitionSource(this.imports).index(was);
	}

	// Constraints

	@Override
	public Code createConstraint(ConstraintOperation.CreateConstraint operation) {
		QualifiedName table = operation.table();
		Code constraint = new ConstraintSource(this.imports, new Names(operation.describe(), table.schema()))
			.constraint(operation.constraint());
		String method = this.target.isBatch() ? "createConstraint" : switch (operation.constraint().kind()) {
			case PRIMARY_KEY -> "createPrimaryKey";
			case UNIQUE_CONSTRAINT -> "createUniqueConstraint";
			case FOREIGN_KEY -> "createForeignKey";
			case CHECK_CONSTRAINT -> "createCheckConstraint";
			case EXCLUSION_CONSTRAINT -> "createExclusionConstraint";
		};
		return this.target.create(table.schema(), operation.ifNotExists(),
				Code.call(method, this.target.withTable(table, List.of(constraint))));
	}

	@Override
	public Code dropConstraint(ConstraintOperation.DropConstraint operation) {
		QualifiedName table = operation.table();
		return this.target.drop(table.schema(), operation.ifExists(),
				Code.call(dropMethod(operation.kind()), this.target.nameAndTable(operation.name(), table)));
	}

	private String dropMethod(@Nullable ConstraintKind kind) {
		if (kind == null) {
			return "dropConstraint";
		}
		return switch (kind) {
			case PRIMARY_KEY -> "dropPrimaryKey";
			case UNIQUE_CONSTRAINT -> "dropUniqueConstraint";
			case FOREIGN_KEY -> "dropForeignKey";
			case CHECK_CONSTRAINT -> "dropCheckConstraint";
			// A batch knows no such method, as it is PostgreSQL that has these.
			case EXCLUSION_CONSTRAINT -> this.target.isBatch() ? "dropConstraint" : "dropExclusionConstraint";
		};
	}

	@Override
	public Code validateConstraint(ConstraintOperation.ValidateConstraint operation) {
		QualifiedName table = operation.table();
		return this.target.call(table.schema(),
				Code.call("validateConstraint", Code.name(operation.name()), Code.name(table.name())));
	}

}
