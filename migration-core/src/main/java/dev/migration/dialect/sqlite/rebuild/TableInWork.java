package dev.migration.dialect.sqlite.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.sqlite.ddl.TableDefinition;
import dev.migration.operation.Operation;

/**
 * The table of a batch while its changes are rehearsed: how it is now, what the
 * statements of SQLite would be, and whether these are enough.
 */
final class TableInWork {

	private final String name;

	private final @Nullable Database real;

	private final Rehearsal rehearsal;

	private final List<TrackedColumn> columns = new ArrayList<>();

	private final List<SqlStatement> statements = new ArrayList<>();

	private final List<SqlStatement> checks = new ArrayList<>();

	private final boolean knowsRows;

	private OptionalLong counted = OptionalLong.empty();

	private boolean needsRebuild;

	private boolean needsOrder;

	/**
	 * Create a table in work.
	 * @param name the name as the database has it
	 * @param real the database, or {@code null} if SQL is only written
	 * @param rehearsal where the changes are tried
	 * @param knowsRows whether the rows of the database are those that the changes meet
	 */
	TableInWork(String name, @Nullable Database real, Rehearsal rehearsal, boolean knowsRows) {
		this.name = name;
		this.real = real;
		this.rehearsal = rehearsal;
		this.knowsRows = knowsRows;
		definition().columns()
			.forEach((column) -> this.columns.add(new TrackedColumn(column.columnName(), column.columnName())));
	}

	String name() {
		return this.name;
	}

	@Nullable Database real() {
		return this.real;
	}

	Rehearsal rehearsal() {
		return this.rehearsal;
	}

	List<TrackedColumn> columns() {
		return this.columns;
	}

	List<SqlStatement> statements() {
		return this.statements;
	}

	boolean needsRebuild() {
		return this.needsRebuild;
	}

	void requireRebuild() {
		this.needsRebuild = true;
	}

	/**
	 * Return whether a statement refuses to run while any view or trigger is broken.
	 */
	boolean needsOrder() {
		return this.needsOrder;
	}

	TableDefinition definition() {
		return this.rehearsal.table(this.name);
	}

	/**
	 * Return whether no row is in the way. A table that nobody can look at may have rows.
	 */
	boolean isEmpty() {
		return this.knowsRows && this.real != null && this.real.isEmpty(this.name);
	}

	/**
	 * Count the rows. Where they are many, that takes long enough to do it only once.
	 */
	long count() {
		if (this.counted.isEmpty() && this.real != null) {
			this.counted = OptionalLong.of(this.real.number("SELECT count(*) FROM " + qualifiedName()));
		}
		return this.counted.orElse(0);
	}

	/**
	 * Return the number of rows if they have been counted.
	 */
	OptionalLong counted() {
		return this.counted;
	}

	/**
	 * Return the table as it stands in SQL for the database.
	 */
	String qualifiedName() {
		return (this.real != null) ? this.real.qualified(this.name) : Database.quote(this.name);
	}

	@Nullable TrackedColumn find(String column) {
		for (TrackedColumn each : this.columns) {
			if (each.name().equalsIgnoreCase(column)) {
				return each;
			}
		}
		return this.columns.stream().filter((each) -> each.wasNamed(column)).findFirst().orElse(null);
	}

	/**
	 * Return a column by the name that it has now, or had earlier in the batch.
	 */
	TrackedColumn column(String column, Operation operation) {
		TrackedColumn found = find(column);
		if (found == null) {
			throw refused(operation, "table " + this.name + " has no column '" + column + "'",
					"Its columns are " + names() + ". Name one of them.");
		}
		return found;
	}

	List<String> names() {
		return this.columns.stream().map(TrackedColumn::name).toList();
	}

	List<String> namesInLowerCase() {
		return this.columns.stream().map((column) -> column.name().toLowerCase(Locale.ROOT)).toList();
	}

	/**
	 * Try whether SQLite itself can make a change.
	 * @param change the end of an {@code ALTER TABLE}
	 * @return whether it could
	 */
	boolean alter(String change) {
		if (this.rehearsal.attempt("ALTER TABLE " + Database.quote(this.name) + " " + change) != null) {
			return false;
		}
		this.statements.add(new SqlStatement("ALTER TABLE " + qualifiedName() + " " + change));
		this.needsOrder |= !change.startsWith("ADD ");
		return true;
	}

	/**
	 * Make a change by another definition, which the database will get by a rebuild.
	 */
	void replace(Operation operation, TableDefinition definition) {
		String error = this.rehearsal.replace(this.name, definition);
		if (error != null) {
			throw refused(operation, error, "Mend the operation.");
		}
		this.needsRebuild = true;
	}

	void dropIndex(String index) {
		this.rehearsal.attempt("DROP INDEX " + Database.quote(index));
		this.statements.add(new SqlStatement(
				"DROP INDEX " + ((this.real != null) ? this.real.qualified(index) : Database.quote(index))));
	}

	/**
	 * Return what is checked before anything is changed.
	 */
	List<SqlStatement> checks() {
		return this.checks;
	}

	/**
	 * Make sure, before anything is changed, that a condition holds for all rows.
	 * @param condition the condition, as SQL, with the names that the columns have now
	 * @param problem what is wrong with the others, in words
	 * @param action what to do about them
	 */
	void require(String condition, String problem, String action) {
		if (this.real != null) {
			this.checks.add(new Rows(this.real, this.name).requirement(condition, problem, action));
		}
	}

	/**
	 * Make sure that no row has null in a column that is to be without.
	 */
	void requireNoNull(TrackedColumn column) {
		if (column.original() != null && column.using() == null) {
			require(Database.quote(column.original()) + " IS NOT NULL", "column " + column.name() + " is null",
					"Fill it first, with op.execute(\"UPDATE …\").");
		}
	}

	static UnsupportedChangeException refused(Operation operation, String reason, String action) {
		return new UnsupportedChangeException(operation.describe(), "SQLite", reason, action);
	}

}
