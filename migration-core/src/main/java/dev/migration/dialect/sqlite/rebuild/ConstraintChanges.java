package dev.migration.dialect.sqlite.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.StandardRenderer;
import dev.migration.dialect.sqlite.ddl.Clause;
import dev.migration.dialect.sqlite.ddl.ClauseKind;
import dev.migration.dialect.sqlite.ddl.TableDefinition;
import dev.migration.dialect.sqlite.ddl.TableItem;
import dev.migration.operation.ConstraintOperation.CreateConstraint;
import dev.migration.operation.ConstraintOperation.DropConstraint;
import dev.migration.operation.Operation;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Constraint;
import dev.migration.schema.ConstraintKind;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.UniqueConstraint;

/**
 * Changes the constraints of a table in work.
 */
final class ConstraintChanges {

	private final TableInWork table;

	private final StandardRenderer renderer;

	ConstraintChanges(TableInWork table, StandardRenderer renderer) {
		this.table = table;
		this.renderer = renderer;
	}

	void create(CreateConstraint operation) {
		Constraint constraint = operation.constraint();
		String name = constraint.name();
		if (name != null && findByName(name, null) != null) {
			if (operation.ifNotExists()) {
				return;
			}
			throw TableInWork.refused(operation,
					"table " + this.table.name() + " has a constraint of the name '" + name + "'",
					"Choose another name, or drop that constraint first.");
		}
		Constraint resolved = resolve(constraint, operation);
		String text = this.renderer.definitions().constraint(resolved);
		// SQLite could add a check, but would refuse the rows for which it is null.
		TableDefinition definition = this.table.definition();
		if (resolved instanceof PrimaryKey) {
			definition = withoutPrimaryKey(definition);
		}
		this.table.replace(operation, definition.withConstraint(text));
	}

	/**
	 * Name the columns as they are now: a column that was renamed earlier in the batch is
	 * also known by its old name.
	 */
	private Constraint resolve(Constraint constraint, Operation operation) {
		if (constraint instanceof PrimaryKey key) {
			return new PrimaryKey(key.name(), resolve(key.columns(), operation), key.deferral());
		}
		if (constraint instanceof UniqueConstraint unique) {
			return new UniqueConstraint(unique.name(), resolve(unique.columns(), operation), unique.deferral(),
					unique.isNullsNotDistinct(), unique.include());
		}
		if (constraint instanceof ForeignKey key) {
			requireTable(key, operation);
			return new ForeignKey(key.name(), resolve(key.columns(), operation), key.referencedTable(),
					key.referencedColumns(), key.onDelete(), key.onUpdate(), key.match(), key.deferral(),
					key.isNotValid());
		}
		return constraint;
	}

	private List<String> resolve(List<String> columns, Operation operation) {
		List<String> names = new ArrayList<>();
		columns.forEach((column) -> names.add(this.table.column(column, operation).name()));
		return names;
	}

	private void requireTable(ForeignKey key, Operation operation) {
		String parent = key.referencedTable().name();
		boolean isThere = this.table.rehearsal()
			.database()
			.objects()
			.stream()
			.anyMatch((object) -> object.is("table", parent));
		if (!isThere && this.table.real() != null) {
			throw TableInWork.refused(operation, "there is no table '" + parent + "'", "Create that table first.");
		}
	}

	private static TableDefinition withoutPrimaryKey(TableDefinition definition) {
		TableDefinition without = definition;
		for (Clause clause : definition.tableClauses()) {
			if (clause.kind() == ClauseKind.PRIMARY_KEY) {
				without = without.withoutConstraint(clause);
			}
		}
		for (TableItem item : definition.columns()) {
			if (item.has(ClauseKind.PRIMARY_KEY)) {
				without = without.withColumn(item.columnName(),
						(each) -> each.withClause(ClauseKind.PRIMARY_KEY, null));
			}
		}
		return without;
	}

	void drop(DropConstraint operation) {
		Found found = find(operation);
		if (found == null) {
			if (operation.ifExists()) {
				return;
			}
			throw TableInWork.refused(operation, "table " + this.table.name() + " has no such constraint",
					"Its constraints are " + names()
							+ ". One without a name is found by its structure: drop it with its definition.");
		}
		boolean isCheck = found.clause.kind() == ClauseKind.CHECK && found.clause.name() != null;
		if (isCheck && this.renderer.context().version().isAtLeast(3, 53) && !this.table.needsRebuild()
				&& this.table.alter("DROP CONSTRAINT " + Database.quote(String.valueOf(found.clause.name())))) {
			return;
		}
		TableDefinition definition = this.table.definition();
		this.table.replace(operation, (found.column == null) ? definition.withoutConstraint(found.clause)
				: definition.withColumn(found.column, (item) -> item.without(found.clause::equals)));
	}

	private @Nullable Found find(DropConstraint operation) {
		Found named = findByName(operation.name(), operation.kind());
		if (named != null) {
			return named;
		}
		if (operation.kind() == ConstraintKind.PRIMARY_KEY) {
			return all().stream()
				.filter((found) -> found.clause.kind() == ClauseKind.PRIMARY_KEY && found.clause.name() == null)
				.findFirst()
				.orElse(null);
		}
		for (Found found : all()) {
			boolean isIt = found.clause.name() == null
					&& (matches(found, operation.was()) || operation.name().equalsIgnoreCase(conventionalName(found)));
			if (isIt) {
				return found;
			}
		}
		return null;
	}

	private @Nullable Found findByName(String name, @Nullable ConstraintKind kind) {
		for (Found found : all()) {
			boolean isKind = kind == null || found.clause.kind() == kindOf(kind);
			if (isKind && name.equalsIgnoreCase(found.clause.name())) {
				return found;
			}
		}
		return null;
	}

	private static @Nullable ClauseKind kindOf(ConstraintKind kind) {
		return switch (kind) {
			case PRIMARY_KEY -> ClauseKind.PRIMARY_KEY;
			case UNIQUE_CONSTRAINT -> ClauseKind.UNIQUE;
			case FOREIGN_KEY -> ClauseKind.FOREIGN_KEY;
			case CHECK_CONSTRAINT -> ClauseKind.CHECK;
			case EXCLUSION_CONSTRAINT -> null;
		};
	}

	private List<Found> all() {
		List<Found> all = new ArrayList<>();
		TableDefinition definition = this.table.definition();
		for (TableItem item : definition.columns()) {
			item.clauses().forEach((clause) -> all.add(new Found(item.columnName(), clause)));
		}
		definition.tableClauses().forEach((clause) -> all.add(new Found(null, clause)));
		return all;
	}

	private List<String> names() {
		List<String> names = new ArrayList<>();
		for (Found found : all()) {
			if (found.clause.name() != null) {
				names.add(found.clause.name());
			}
		}
		return names;
	}

	private static boolean matches(Found found, @Nullable Constraint wanted) {
		if (wanted instanceof UniqueConstraint unique) {
			return found.clause.kind() == ClauseKind.UNIQUE && areSame(found.columns(), unique.columns());
		}
		if (wanted instanceof ForeignKey key) {
			return found.clause.kind() == ClauseKind.FOREIGN_KEY && areSame(found.columns(), key.columns())
					&& key.referencedTable().name().equalsIgnoreCase(found.clause.referencedTable());
		}
		return wanted instanceof CheckConstraint check && found.clause.kind() == ClauseKind.CHECK
				&& squeeze(check.condition()).equals(squeeze(String.valueOf(found.clause.detail())));
	}

	private static boolean areSame(List<String> columns, List<String> others) {
		return String.join(",", columns).equalsIgnoreCase(String.join(",", others));
	}

	private static String squeeze(String condition) {
		return condition.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
	}

	private @Nullable String conventionalName(Found found) {
		Constraint constraint = found.toConstraint();
		return (constraint != null)
				? this.renderer.context().names().apply(QualifiedName.of(this.table.name()), constraint).name() : null;
	}

	/**
	 * A constraint in the definition.
	 *
	 * @param column the column behind which it stands, or {@code null} if it stands on
	 * its own
	 * @param clause the constraint
	 */
	private record Found(@Nullable String column, Clause clause) {

		List<String> columns() {
			return (this.column != null) ? List.of(this.column) : this.clause.columns();
		}

		@Nullable Constraint toConstraint() {
			String table = this.clause.referencedTable();
			return switch (this.clause.kind()) {
				case PRIMARY_KEY -> new PrimaryKey(null, columns());
				case UNIQUE -> new UniqueConstraint(null, columns());
				case CHECK -> new CheckConstraint(null, String.valueOf(this.clause.detail()));
				case FOREIGN_KEY -> (table != null && this.clause.referencedColumns().size() == columns().size())
						? new ForeignKey(null, columns(), QualifiedName.of(table), this.clause.referencedColumns())
						: null;
				default -> null;
			};
		}

	}

}
