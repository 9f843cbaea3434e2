package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import dev.migration.autogenerate.ComparisonHook.ObjectKind;
import dev.migration.operation.ConstraintOperation;
import dev.migration.operation.IndexOperation;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Constraint;
import dev.migration.schema.ExclusionConstraint;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.UniqueConstraint;

/**
 * Proposes to create and drop the constraints and indexes of a table. What has no name
 * gets the one that the convention gives it: by that it is also found where it was made
 * without one.
 */
final class KeyChanges {

	private final QualifiedName table;

	private final NamingConvention names;

	KeyChanges(QualifiedName table, NamingConvention names) {
		this.table = table;
		this.names = names;
	}

	ProposedChange create(Object key) {
		if (key instanceof Index index) {
			Index named = this.names.apply(index);
			return ProposedChange.of(new IndexOperation.CreateIndex(named, false),
					"added index '" + named.name() + "' on '" + describe(IndexPart::text, index.parts()) + "'");
		}
		Constraint named = this.names.apply(this.table, (Constraint) key);
		return ProposedChange.of(new ConstraintOperation.CreateConstraint(this.table, named, false),
				"added " + describe(named));
	}

	ProposedChange drop(Object key) {
		if (key instanceof Index index) {
			Index named = this.names.apply(index);
			IndexOperation.CreateIndex creation = new IndexOperation.CreateIndex(named, false);
			return ProposedChange.of(new IndexOperation.DropIndex(creation.name(), this.table, false, false, named),
					"removed index '" + named.name() + "' on '" + this.table + "'");
		}
		Constraint named = this.names.apply(this.table, (Constraint) key);
		String name = new ConstraintOperation.CreateConstraint(this.table, named, false).name();
		return ProposedChange.of(new ConstraintOperation.DropConstraint(this.table, name, named.kind(), false, named),
				"removed " + describe(named));
	}

	private String describe(Constraint constraint) {
		if (constraint instanceof ForeignKey key) {
			return "foreign key (" + String.join(", ", key.columns()) + ")("
					+ String.join(", ", key.referencedColumns()) + ") on table '" + this.table + "'";
		}
		return constraint.describe() + " on table '" + this.table + "'";
	}

	private static <T> String describe(Function<T, String> text, List<T> parts) {
		return String.join(", ", parts.stream().map(text).toList());
	}

	/**
	 * Return the columns of each key that others may point to and that goes.
	 */
	static List<Set<String>> droppedKeys(List<ProposedChange> drops) {
		List<Set<String>> keys = new ArrayList<>();
		for (ProposedChange drop : drops) {
			if (drop.operation() instanceof ConstraintOperation.DropConstraint constraint && constraint.was() != null) {
				keys.add(columns(constraint.was()));
			}
			else if (drop.operation() instanceof IndexOperation.DropIndex index && index.was() != null) {
				keys.add(columns(index.was()));
			}
		}
		return keys;
	}

	/**
	 * Return the columns of each key that comes.
	 */
	static List<Set<String>> createdKeys(List<ProposedChange> creates) {
		List<Set<String>> keys = new ArrayList<>();
		for (ProposedChange create : creates) {
			if (create.operation() instanceof ConstraintOperation.CreateConstraint constraint) {
				keys.add(columns(constraint.constraint()));
			}
			else if (create.operation() instanceof IndexOperation.CreateIndex index) {
				keys.add(columns(index.index()));
			}
		}
		return keys;
	}

	static ObjectKind kind(Object key) {
		if (key instanceof Index) {
			return ObjectKind.INDEX;
		}
		return switch (((Constraint) key).kind()) {
			case PRIMARY_KEY -> ObjectKind.PRIMARY_KEY;
			case UNIQUE_CONSTRAINT -> ObjectKind.UNIQUE_CONSTRAINT;
			case FOREIGN_KEY -> ObjectKind.FOREIGN_KEY;
			case CHECK_CONSTRAINT -> ObjectKind.CHECK_CONSTRAINT;
			case EXCLUSION_CONSTRAINT -> ObjectKind.EXCLUSION_CONSTRAINT;
		};
	}

	/**
	 * Return the columns that a constraint or an index names. What is in an expression is
	 * not looked into.
	 */
	static Set<String> columns(Object key) {
		if (key instanceof Index index) {
			Set<String> columns = new LinkedHashSet<>(index.include());
			index.parts().stream().filter((part) -> !part.isExpression()).map(IndexPart::text).forEach(columns::add);
			return columns;
		}
		if (key instanceof PrimaryKey primaryKey) {
			return new LinkedHashSet<>(primaryKey.columns());
		}
		if (key instanceof UniqueConstraint unique) {
			Set<String> columns = new LinkedHashSet<>(unique.columns());
			columns.addAll(unique.include());
			return columns;
		}
		if (key instanceof ForeignKey foreignKey) {
			return new LinkedHashSet<>(foreignKey.columns());
		}
		if (key instanceof ExclusionConstraint exclusion) {
			Set<String> columns = new LinkedHashSet<>();
			exclusion.parts()
				.stream()
				.map(ExclusionConstraint.Part::part)
				.filter((part) -> !part.isExpression())
				.map(IndexPart::text)
				.forEach(columns::add);
			return columns;
		}
		assert key instanceof CheckConstraint : key;
		return Set.of();
	}

}
