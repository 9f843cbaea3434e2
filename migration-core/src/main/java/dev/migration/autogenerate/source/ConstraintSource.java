package dev.migration.autogenerate.source;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Constraint;
import dev.migration.schema.Deferral;
import dev.migration.schema.ExclusionConstraint;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.UniqueConstraint;

/**
 * Writes constraints.
 */
final class ConstraintSource {

	private final Imports imports;

	private final Names names;

	ConstraintSource(Imports imports, Names names) {
		this.imports = imports;
		this.names = names;
	}

	Code constraint(Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			return primaryKey(key);
		}
		if (constraint instanceof UniqueConstraint unique) {
			return unique(unique);
		}
		if (constraint instanceof ForeignKey key) {
			return foreignKey(key);
		}
		return (constraint instanceof CheckConstraint check) ? check(check)
				: exclusion((ExclusionConstraint) constraint);
	}

	private Code primaryKey(PrimaryKey key) {
		List<Code.Call> calls = new ArrayList<>();
		if (key.name() != null) {
			calls.add(Code.call("named", Code.name(key.name())));
		}
		addDeferral(calls, key.deferral());
		return Code.chain(Code.call(this.imports.definition("primaryKey"), Code.names(key.columns())), calls);
	}

	private static void addDeferral(List<Code.Call> calls, @Nullable Deferral deferral) {
		if (deferral != null) {
			calls.add(Code.call((deferral == Deferral.INITIALLY_DEFERRED) ? "initiallyDeferred" : "deferrable"));
		}
	}

	private Code unique(UniqueConstraint unique) {
		List<Code.Call> calls = new ArrayList<>();
		calls.add(Code.call("on", Code.names(unique.columns())));
		if (unique.isNullsNotDistinct()) {
			calls.add(Code.call("nullsNotDistinct"));
		}
		if (!unique.include().isEmpty()) {
			calls.add(Code.call("include", Code.names(unique.include())));
		}
		addDeferral(calls, unique.deferral());
		return Code.chain(Code.call(this.imports.definition("unique"), DefinitionSource.optional(unique.name())),
				calls);
	}

	private Code foreignKey(ForeignKey key) {
		List<Code.Call> calls = new ArrayList<>();
		calls.add(Code.call("on", Code.names(key.columns())));
		calls.add(references(key));
		if (key.onDelete() != null) {
			calls.add(Code.call("onDelete", Code.text(this.imports.constant(key.onDelete()))));
		}
		if (key.onUpdate() != null) {
			calls.add(Code.call("onUpdate", Code.text(this.imports.constant(key.onUpdate()))));
		}
		if (key.match() != null) {
			calls.add(Code.call("match", Code.text(this.imports.constant(key.match()))));
		}
		addDeferral(calls, key.deferral());
		if (key.isNotValid()) {
			calls.add(Code.call("notValid"));
		}
		return Code.chain(Code.call(this.imports.definition("foreignKey"), DefinitionSource.optional(key.name())),
				calls);
	}

	private Code.Call references(ForeignKey key) {
		QualifiedName table = key.referencedTable();
		List<Code> columns = Code.join(Code.name(table.name()), Code.names(key.referencedColumns()));
		String schema = table.schema();
		if (this.names.isHere(table)) {
			return Code.call("references", columns);
		}
		return (schema == null) ? Code.call("referencesInDefaultSchema", columns)
				: Code.call("referencesIn", Code.join(Code.name(schema), columns));
	}

	private Code check(CheckConstraint check) {
		List<Code> arguments = new ArrayList<>(DefinitionSource.optional(check.name()));
		arguments.add(Code.prose(check.condition()));
		return Code.chain(Code.call(this.imports.definition("check"), arguments),
				check.isNotValid() ? List.of(Code.call("notValid")) : List.of());
	}

	private Code exclusion(ExclusionConstraint exclusion) {
		DefinitionSource definitions = new DefinitionSource(this.imports);
		List<Code.Call> calls = new ArrayList<>();
		if (!exclusion.method().equals("gist")) {
			calls.add(Code.call("using", Code.name(exclusion.method())));
		}
		for (ExclusionConstraint.Part part : exclusion.parts()) {
			Code what = DefinitionSource.isPlain(part.part()) ? Code.name(part.part().text())
					: definitions.part(part.part());
			calls.add(Code.call("with", what, Code.name(part.operator())));
		}
		DefinitionSource.addText(calls, "where", exclusion.where());
		addDeferral(calls, exclusion.deferral());
		return Code.chain(Code.call(this.imports.definition("exclude"), DefinitionSource.optional(exclusion.name())),
				calls);
	}

	/**
	 * Write a constraint behind the column that it is on.
	 * @param column the name of the column
	 * @param constraint the constraint
	 * @return the call
	 */
	Code.Call behind(String column, Constraint constraint) {
		if (isPlainUnique(constraint, column)) {
			return Code.call("unique");
		}
		if (constraint instanceof ForeignKey key
				&& key.equals(new ForeignKey(null, List.of(column), key.referencedTable(), key.referencedColumns()))
				&& this.names.isHere(key.referencedTable())) {
			return Code.call("references", Code.name(key.referencedTable().name()),
					Code.name(key.referencedColumns().get(0)));
		}
		if (constraint instanceof CheckConstraint check && check.name() == null && !check.isNotValid()) {
			return Code.call("check", Code.prose(check.condition()));
		}
		return Code.call("with", constraint(constraint));
	}

	static boolean isPlainUnique(Constraint constraint, String column) {
		return constraint.equals(new UniqueConstraint(null, List.of(column)));
	}

}
