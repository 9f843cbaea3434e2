package dev.migration.autogenerate.source;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.Column;
import dev.migration.schema.Constraint;
import dev.migration.schema.Identity;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;
import dev.migration.schema.TableOption;
import dev.migration.schema.UniqueConstraint;

/**
 * Writes columns and tables.
 */
final class TableSource {

	private final Imports imports;

	private final @Nullable NamingConvention convention;

	private final TypeSource types;

	private final ConstraintSource constraints;

	private final DefinitionSource definitions;

	private final ValueSource values;

	TableSource(Imports imports, @Nullable NamingConvention convention, Names names) {
		this.imports = imports;
		this.convention = convention;
		this.types = new TypeSource(imports, names);
		this.constraints = new ConstraintSource(imports, names);
		this.definitions = new DefinitionSource(imports);
		this.values = new ValueSource(imports, names.change());
	}

	/**
	 * Write a column with what is behind it.
	 * @param table the table that it is in
	 * @param column the column
	 * @return the code
	 */
	Code column(QualifiedName table, Column column) {
		List<Code.Call> behind = column.constraints()
			.stream()
			.map((constraint) -> this.constraints.behind(column.name(), withoutUsualName(table, constraint)))
			.toList();
		return column(column, column.isPrimaryKey(), behind);
	}

	private Code column(Column column, boolean isPrimaryKey, List<Code.Call> behind) {
		List<Code.Call> calls = new ArrayList<>();
		Identity identity = column.identityOptions();
		if (identity != null) {
			calls.add(identity.equals(Identity.BY_DEFAULT) ? Code.call("identity")
					: Code.call("identity", this.definitions.identity(identity)));
		}
		if (isPrimaryKey) {
			calls.add(Code.call("primaryKey"));
		}
		boolean isNotNullAlready = identity != null || isPrimaryKey;
		if (column.nullable() == isNotNullAlready) {
			calls.add(column.nullable() ? Code.call("nullable", Code.text("true")) : Code.call("notNull"));
		}
		if (column.serverDefault() != null) {
			calls.add(Code.call("serverDefault", this.values.serverDefault(column.serverDefault())));
		}
		if (column.computed() != null) {
			calls.add(Code.call("computed", this.definitions.computed(column.computed())));
		}
		DefinitionSource.addText(calls, "collation", column.collation());
		calls.addAll(behind);
		DefinitionSource.addText(calls, "comment", column.comment());
		return Code.chain(
				Code.call(this.imports.definition("column"), Code.name(column.name()), this.types.type(column.type())),
				calls);
	}

	/**
	 * Write what a table is made of: the columns, the constraints that are not behind one
	 * of them, and the rest.
	 * @param table the table
	 * @return the elements
	 */
	List<Code> elements(Table table) {
		List<Constraint> remaining = new ArrayList<>();
		table.constraints().forEach((constraint) -> remaining.add(withoutUsualName(table.name(), constraint)));
		List<Code> elements = new ArrayList<>();
		for (Column column : table.columns()) {
			boolean isPrimaryKey = !column.nullable() && remaining.remove(new PrimaryKey(null, List.of(column.name())));
			boolean isUnique = remaining.remove(new UniqueConstraint(null, List.of(column.name())));
			elements.add(column(column, isPrimaryKey, isUnique ? List.of(Code.call("unique")) : List.of()));
		}
		remaining.forEach((constraint) -> elements.add(this.constraints.constraint(constraint)));
		if (table.comment() != null) {
			elements.add(Code.call(this.imports.definition("comment"), Code.prose(table.comment())));
		}
		for (TableOption option : table.options()) {
			elements.add(Code.call(this.imports.definition(option.isPrefix() ? "prefix" : "option"),
					Code.name(option.dialect()), Code.prose(option.sql())));
		}
		return elements;
	}

	/**
	 * Leave the name to the naming convention where it would be the same, and the
	 * constraint reads better without: a key, and what is unique by one column.
	 */
	private Constraint withoutUsualName(QualifiedName table, Constraint constraint) {
		Constraint unnamed = null;
		if (constraint instanceof PrimaryKey key) {
			unnamed = new PrimaryKey(null, key.columns(), key.deferral());
		}
		else if (constraint instanceof UniqueConstraint unique && unique.columns().size() == 1) {
			unnamed = new UniqueConstraint(null, unique.columns(), unique.deferral(), unique.isNullsNotDistinct(),
					unique.include());
		}
		boolean isUsual = unnamed != null && this.convention != null
				&& this.convention.apply(table, unnamed).equals(constraint);
		return (isUsual && unnamed != null) ? unnamed : constraint;
	}

	Code.Call table(Table table) {
		return Code.call(this.imports.definition("table"), Code.join(Code.name(table.name().name()), elements(table)))
			.listed();
	}

}
