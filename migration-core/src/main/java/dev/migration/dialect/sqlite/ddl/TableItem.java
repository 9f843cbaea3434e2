package dev.migration.dialect.sqlite.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What stands between two commas of a definition: a column, or constraints of the table.
 *
 * @param lead the white space and comments before it
 * @param column the name of the column, or {@code null} for constraints of the table
 * @param columnText the name as it is written; empty for constraints of the table
 * @param type the type as it is written, with the white space before it
 * @param clauses the clauses in their order
 * @param trail the white space and comments behind it, before the comma
 * @param remark the comment behind the comma on the same line
 */
public record TableItem(String lead, @Nullable String column, String columnText, String type, List<Clause> clauses,
		String trail, String remark) {

	String body() {
		StringBuilder body = new StringBuilder(this.columnText).append(this.type);
		this.clauses.forEach((clause) -> body.append(clause.gap()).append(clause.text()));
		return body.toString();
	}

	/**
	 * Return the name of the column.
	 * @return the name
	 */
	public String columnName() {
		if (this.column == null) {
			throw new IllegalStateException("Not a column: " + body());
		}
		return this.column;
	}

	/**
	 * Return the declared type.
	 * @return the type, empty if there is none
	 */
	public String declaredType() {
		List<SqlToken> words = SqlToken.significant(this.type);
		if (words.isEmpty()) {
			return "";
		}
		return (words.size() == 1) ? words.get(0).name() : this.type.substring(words.get(0).start());
	}

	/**
	 * Return the first clause of a kind.
	 * @param kind the kind
	 * @return the clause, or {@code null} if there is none
	 */
	public @Nullable Clause clause(ClauseKind kind) {
		return this.clauses.stream().filter((clause) -> clause.kind() == kind).findFirst().orElse(null);
	}

	/**
	 * Return whether there is a clause of a kind.
	 * @param kind the kind
	 * @return whether there is
	 */
	public boolean has(ClauseKind kind) {
		return clause(kind) != null;
	}

	/**
	 * Return whether this is the column that a name means.
	 * @param name the name
	 * @return whether it is
	 */
	public boolean isColumn(String name) {
		return this.column != null && NameLetters.areSame(this.column, name);
	}

	TableItem withSpace(String newLead, String newTrail, String newRemark) {
		return new TableItem(newLead, this.column, this.columnText, this.type, this.clauses, newTrail, newRemark);
	}

	/**
	 * Return this column with another declared type.
	 * @param newType the type; empty for none
	 * @return the column
	 */
	public TableItem withDeclaredType(String newType) {
		return new TableItem(this.lead, this.column, this.columnText, newType.isEmpty() ? "" : " " + newType,
				this.clauses, this.trail, this.remark);
	}

	/**
	 * Return this column with one more clause.
	 * @param text the clause as it is to be written
	 * @return the column
	 */
	public TableItem withClause(String text) {
		List<Clause> all = new ArrayList<>(this.clauses);
		all.add(ClauseParser.parseClause(text).withGap(" "));
		return withClauses(all);
	}

	/**
	 * Return this column with a clause in the place of those of the same kind.
	 * @param kind the kind
	 * @param text the clause as it is to be written, or {@code null} for none
	 * @return the column
	 */
	public TableItem withClause(ClauseKind kind, @Nullable String text) {
		Clause existing = clause(kind);
		if (existing == null || text == null) {
			TableItem without = without((clause) -> clause.kind() == kind);
			return (text != null) ? without.withClause(text) : without;
		}
		List<Clause> all = new ArrayList<>(this.clauses);
		all.set(all.indexOf(existing), ClauseParser.parseClause(text).withGap(existing.gap()));
		return withClauses(all);
	}

	/**
	 * Return this item without some clauses. A comment before one of them stays.
	 * @param condition which
	 * @return the item
	 */
	public TableItem without(Predicate<Clause> condition) {
		List<Clause> left = new ArrayList<>();
		String carried = "";
		for (Clause clause : this.clauses) {
			if (condition.test(clause)) {
				carried += clause.gap().isBlank() ? "" : clause.gap();
			}
			else {
				left.add(clause.withGap(carried + clause.gap()));
				carried = "";
			}
		}
		return new TableItem(this.lead, this.column, this.columnText, this.type, List.copyOf(left),
				carried + this.trail, this.remark);
	}

	TableItem withoutQualifier(String table) {
		return withClauses(this.clauses.stream().map((clause) -> clause.withoutQualifier(table)).toList());
	}

	private TableItem withClauses(List<Clause> all) {
		return new TableItem(this.lead, this.column, this.columnText, this.type, List.copyOf(all), this.trail,
				this.remark);
	}

}
