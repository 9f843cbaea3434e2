package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.List;

import dev.migration.autogenerate.Pairing.Wanted;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.ExclusionConstraint;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.Table;
import dev.migration.schema.UniqueConstraint;

/**
 * A table that the application asks for, in its own words and in those of the server.
 *
 * @param definition the table as it is defined
 * @param canonical the table as the server would write it
 * @param indexes its indexes as they are defined
 * @param canonicalIndexes its indexes as the server would write them
 */
record DesiredTable(Table definition, Table canonical, List<Index> indexes, List<Index> canonicalIndexes) {

	/**
	 * Return this table without the checks that nobody named and that another check says
	 * as well, as that of an enum attribute does which the application checks by itself.
	 */
	DesiredTable withoutRepeatedChecks() {
		List<CheckConstraint> definitions = new ArrayList<>(this.definition.checkConstraints());
		List<CheckConstraint> canonicals = new ArrayList<>(this.canonical.checkConstraints());
		for (int i = definitions.size() - 1; i >= 0; i--) {
			CheckConstraint check = canonicals.get(i);
			boolean isRepeated = check.name() == null && canonicals.stream()
				.anyMatch((other) -> other != check && Meaning.of(other).equals(Meaning.of(check)));
			if (isRepeated) {
				definitions.remove(i);
				canonicals.remove(i);
			}
		}
		return new DesiredTable(this.definition.withCheckConstraints(definitions),
				this.canonical.withCheckConstraints(canonicals), this.indexes, this.canonicalIndexes);
	}

	List<Wanted<Column>> columns() {
		return Wanted.all(this.definition.columns(), this.canonical.columns());
	}

	List<Wanted<ForeignKey>> foreignKeys() {
		return Wanted.all(this.definition.foreignKeys(), this.canonical.foreignKeys());
	}

	List<Wanted<ExclusionConstraint>> exclusionConstraints() {
		return Wanted.all(this.definition.exclusionConstraints(), this.canonical.exclusionConstraints());
	}

	/**
	 * Return the check constraints. Behind those that are defined come those by which the
	 * database keeps the values of an enum type. Nobody chose their names, and they keep
	 * them when their table or column gets another one.
	 */
	List<Wanted<CheckConstraint>> checkConstraints() {
		List<CheckConstraint> canonicals = this.canonical.checkConstraints();
		List<CheckConstraint> definitions = this.definition.checkConstraints();
		List<Wanted<CheckConstraint>> all = new ArrayList<>(
				Wanted.all(definitions, canonicals.subList(0, definitions.size())));
		for (CheckConstraint check : canonicals.subList(definitions.size(), canonicals.size())) {
			all.add(new Wanted<>(check, new CheckConstraint(null, check.condition(), check.isNotValid())));
		}
		return all;
	}

	/**
	 * Return the unique constraints and the indexes. Where a unique constraint is nothing
	 * but a unique index, such indexes are constraints in the words of the server.
	 */
	List<Wanted<Object>> keys() {
		List<UniqueConstraint> canonicalUniques = this.canonical.uniqueConstraints();
		List<Object> definitions = new ArrayList<>(this.definition.uniqueConstraints());
		List<Index> others = new ArrayList<>(this.indexes);
		if (canonicalUniques.size() > definitions.size()) {
			others.stream().filter(Meaning::isUniqueKey).forEach(definitions::add);
			others.removeIf(Meaning::isUniqueKey);
		}
		definitions.addAll(others);
		List<Object> canonicals = new ArrayList<>(canonicalUniques);
		canonicals.addAll(this.canonicalIndexes);
		return Wanted.all(definitions, canonicals);
	}

}
