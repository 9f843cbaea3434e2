package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Constraint;
import dev.migration.schema.ExclusionConstraint;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.UniqueConstraint;

/**
 * What makes two constraints or indexes the same, whatever their names are.
 */
final class Meaning {

	private Meaning() {
	}

	static Object of(Object key) {
		return (key instanceof Constraint constraint) ? of(constraint) : of((Index) key);
	}

	static @Nullable String nameOf(Object key) {
		return (key instanceof Constraint constraint) ? constraint.name() : ((Index) key).name();
	}

	/**
	 * Return whether an index keeps nothing but the values of columns unique.
	 */
	static boolean isUniqueKey(Index index) {
		return index.isUnique() && index.where() == null && index.method() == null
				&& index.parts()
					.stream()
					.allMatch((part) -> !part.isExpression() && !part.isDescending() && part.prefixLength() == null
							&& part.operatorClass() == null && part.collation() == null);
	}

	/**
	 * Return what a unique constraint and a unique index have in common.
	 */
	static @Nullable Object ofUniqueness(Object key) {
		if (key instanceof UniqueConstraint unique) {
			return (unique.deferral() == null)
					? List.of(unique.columns(), unique.isNullsNotDistinct(), unique.include()) : null;
		}
		return (key instanceof Index index && isUniqueKey(index)) ? List
			.of(index.parts().stream().map(IndexPart::text).toList(), index.isNullsNotDistinct(), index.include())
				: null;
	}

	static Object of(Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			return new PrimaryKey(null, key.columns(), key.deferral());
		}
		if (constraint instanceof UniqueConstraint unique) {
			return new UniqueConstraint(null, unique.columns(), unique.deferral(), unique.isNullsNotDistinct(),
					unique.include());
		}
		if (constraint instanceof ForeignKey key) {
			return of(key);
		}
		if (constraint instanceof CheckConstraint check) {
			return new CheckConstraint(null, check.condition());
		}
		ExclusionConstraint exclusion = (ExclusionConstraint) constraint;
		return new ExclusionConstraint(null, exclusion.method(), exclusion.parts(), exclusion.where(),
				exclusion.deferral());
	}

	/**
	 * Which column points to which counts, and not the order in which they are listed.
	 */
	private static Object of(ForeignKey key) {
		Map<String, String> columns = new TreeMap<>();
		for (int i = 0; i < key.columns().size(); i++) {
			columns.put(key.columns().get(i), key.referencedColumns().get(i));
		}
		List<Object> rules = new ArrayList<>();
		rules.add(columns);
		rules.add(key.referencedTable());
		rules.add(String.valueOf(key.onDelete()));
		rules.add(String.valueOf(key.onUpdate()));
		rules.add(String.valueOf(key.match()));
		rules.add(String.valueOf(key.deferral()));
		return rules;
	}

	/**
	 * How it is made does not count.
	 */
	static Object of(Index index) {
		return new Index(null, index.table(), index.parts(), index.isUnique(), false, index.method(), index.where(),
				index.include(), index.isNullsNotDistinct(), index.storageParameters());
	}

}
