package dev.migration.dialect.sqlite.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.sqlite.ddl.Clause;
import dev.migration.dialect.sqlite.ddl.ClauseKind;
import dev.migration.dialect.sqlite.ddl.TableDefinition;
import dev.migration.dialect.sqlite.ddl.TableItem;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.Computed;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Identity;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Table;
import dev.migration.schema.TableOption;
import dev.migration.schema.Type;
import dev.migration.schema.UniqueConstraint;

/**
 * Reads a table from its definition.
 */
final class TableReader {

	private final QualifiedName name;

	private final TableDefinition definition;

	private final ForeignKeyReader foreignKeyReader;

	private final ExpressionText expressions;

	private final DefaultReader defaults;

	private @Nullable PrimaryKey primaryKey;

	private boolean isNumbered;

	private final List<UniqueConstraint> uniqueConstraints = new ArrayList<>();

	private final List<ForeignKey> foreignKeys = new ArrayList<>();

	private final List<CheckConstraint> checks = new ArrayList<>();

	TableReader(QualifiedName name, TableDefinition definition, ForeignKeyReader foreignKeyReader,
			ExpressionText expressions, DefaultReader defaults) {
		this.name = name;
		this.definition = definition;
		this.foreignKeyReader = foreignKeyReader;
		this.expressions = expressions;
		this.defaults = defaults;
	}

	Table read() {
		for (TableItem item : this.definition.items()) {
			readConstraints(item);
		}
		List<Column> columns = this.definition.columns().stream().map(this::column).toList();
		return new Table(this.name, columns, this.primaryKey, this.uniqueConstraints, this.foreignKeys, this.checks,
				List.of(), null, options());
	}

	private void readConstraints(TableItem item) {
		for (int i = 0; i < item.clauses().size(); i++) {
			Clause clause = item.clauses().get(i);
			switch (clause.kind()) {
				case PRIMARY_KEY -> {
					this.primaryKey = new PrimaryKey(clause.name(), columns(item, clause));
					this.isNumbered = clause.says("AUTOINCREMENT");
				}
				case UNIQUE -> this.uniqueConstraints.add(new UniqueConstraint(clause.name(), columns(item, clause)));
				case FOREIGN_KEY -> this.foreignKeys
					.add(this.foreignKeyReader.read(this.name, columns(item, clause), clause, deferrable(item, i + 1)));
				case CHECK -> this.checks
					.add(new CheckConstraint(clause.name(), this.expressions.of(String.valueOf(clause.detail()))));
				default -> {
				}
			}
		}
	}

	private static @Nullable Clause deferrable(TableItem item, int index) {
		boolean isNext = index < item.clauses().size() && item.clauses().get(index).kind() == ClauseKind.DEFERRABLE;
		return isNext ? item.clauses().get(index) : null;
	}

	private List<String> columns(TableItem item, Clause clause) {
		List<String> written = clause.columns().isEmpty() ? List.of(item.columnName()) : clause.columns();
		return written.stream().map((column) -> DefinedTables.column(this.definition, column)).toList();
	}

	private Column column(TableItem item) {
		String declared = item.declaredType();
		Type type = SqliteTypes.read(declared);
		boolean isKey = this.primaryKey != null && this.primaryKey.columns().contains(item.columnName());
		Clause generated = item.clause(ClauseKind.GENERATED);
		Computed computed = (generated != null)
				? new Computed(this.expressions.of(String.valueOf(generated.detail())), generated.says("STORED"))
				: null;
		boolean isCounted = isNumbered(item, isKey);
		return new Column(item.columnName(), type, isNullable(item, isKey), false,
				isCounted ? Identity.BY_DEFAULT : null,
				(computed != null || isCounted) ? null : serverDefault(item, declared, type), computed, collation(item),
				null, List.of());
	}

	/**
	 * SQLite numbers its rowid with {@code AUTOINCREMENT} and without: it only makes sure
	 * that no number comes twice.
	 */
	private boolean isNumbered(TableItem item, boolean isKey) {
		return isKey && (this.isNumbered || item.equals(this.definition.rowidAlias()));
	}

	/**
	 * SQLite only takes null in the columns of a primary key if neither the key is its
	 * rowid, nor the table has none, nor is it strict.
	 */
	private boolean isNullable(TableItem item, boolean isKey) {
		boolean isImplied = isKey && (this.definition.isWithoutRowid() || this.definition.isStrict()
				|| item.equals(this.definition.rowidAlias()));
		return !item.has(ClauseKind.NOT_NULL) && !isImplied;
	}

	private @Nullable ServerDefault serverDefault(TableItem item, String declared, Type type) {
		Clause last = lastClause(item, ClauseKind.DEFAULT);
		return (last != null) ? this.defaults.read(String.valueOf(last.detail()), declared, type) : null;
	}

	/**
	 * Return the collation of a column.
	 * @param item the column
	 * @return the collation in capitals, or {@code null} if it compares bytes
	 */
	static @Nullable String collation(TableItem item) {
		Clause last = lastClause(item, ClauseKind.COLLATE);
		String collation = (last != null) ? String.valueOf(last.detail()).toUpperCase(Locale.ROOT) : "BINARY";
		return collation.equals("BINARY") ? null : collation;
	}

	/**
	 * SQLite takes a clause twice; the last one counts.
	 */
	private static @Nullable Clause lastClause(TableItem item, ClauseKind kind) {
		return item.clauses().stream().filter((clause) -> clause.kind() == kind).reduce((a, b) -> b).orElse(null);
	}

	private List<TableOption> options() {
		List<TableOption> options = new ArrayList<>();
		if (this.definition.isStrict()) {
			options.add(new TableOption("sqlite", "STRICT", false));
		}
		if (this.definition.isWithoutRowid()) {
			options.add(new TableOption("sqlite", "WITHOUT ROWID", false));
		}
		return options;
	}

}
