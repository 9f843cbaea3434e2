package dev.migration.dialect.sqlite.ddl;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A clause behind a column, or of a table, with its text.
 *
 * @param kind what it is
 * @param gap the white space and comments before it
 * @param text its text, with its name
 * @param name the name of the constraint, if it has one
 * @param columns the columns it lists; empty behind a column
 * @param detail the expression of a check or a generated column, the value of a default,
 * the name of a collation
 * @param referencedTable the table that a foreign key points at
 * @param referencedColumns the columns that a foreign key points at; empty for the
 * primary key
 */
public record Clause(ClauseKind kind, String gap, String text, @Nullable String name, List<String> columns,
		@Nullable String detail, @Nullable String referencedTable, List<String> referencedColumns) {

	/**
	 * Return whether a word stands in this clause.
	 * @param keyword the keyword, in upper case
	 * @return whether it does, outside of its expression
	 */
	public boolean says(String keyword) {
		int depth = 0;
		for (SqlToken token : SqlToken.significant(this.text)) {
			depth += token.isSymbol('(') ? 1 : 0;
			depth -= token.isSymbol(')') ? 1 : 0;
			boolean isOutside = depth == 0 || this.kind == ClauseKind.PRIMARY_KEY;
			if (isOutside && token.isWord(keyword)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether this clause needs a column: it lists it, or its expression names it.
	 * @param column the name of the column
	 * @return whether it does
	 */
	public boolean mentions(String column) {
		boolean hasExpression = this.kind == ClauseKind.CHECK || this.kind == ClauseKind.GENERATED;
		return this.columns.stream().anyMatch(column::equalsIgnoreCase)
				|| (hasExpression && this.detail != null && Expressions.mentions(this.detail, column));
	}

	Clause withoutQualifier(String table) {
		if (this.kind != ClauseKind.CHECK && this.kind != ClauseKind.GENERATED) {
			return this;
		}
		String plain = Expressions.withoutQualifier(this.text, table);
		return plain.equals(this.text) ? this : ClauseParser.parseClause(plain).withGap(this.gap);
	}

	Clause withGap(String other) {
		return new Clause(this.kind, other, this.text, this.name, this.columns, this.detail, this.referencedTable,
				this.referencedColumns);
	}

}
