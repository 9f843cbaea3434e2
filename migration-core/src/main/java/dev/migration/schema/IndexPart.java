package dev.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column or an expression in an index.
 *
 * @param text the name of the column, or the expression as SQL
 * @param isExpression whether it is an expression
 * @param isDescending whether the largest value comes first
 * @param nulls where nulls come, or {@code null} as the database has it
 * @param collation the collation, if it is not that of the column
 * @param operatorClass the operator class, if it is not that of the type
 * @param prefixLength how many characters count, or {@code null} for all
 */
public record IndexPart(String text, boolean isExpression, boolean isDescending, @Nullable Nulls nulls,
		@Nullable String collation, @Nullable String operatorClass, @Nullable Integer prefixLength) {

	public IndexPart {
		Names.require(text, isExpression ? "expression of an index" : "column");
	}

	/**
	 * Return a column in an index.
	 * @param column the column
	 * @return the part
	 */
	public static IndexPart ofColumn(String column) {
		return new IndexPart(column, false, false, null, null, null, null);
	}

	/**
	 * Return an expression in an index.
	 * @param expression the expression, as SQL
	 * @return the part
	 */
	public static IndexPart ofExpression(String expression) {
		return new IndexPart(expression, true, false, null, null, null, null);
	}

	/**
	 * Return this part with the largest value first.
	 * @return the part
	 */
	public IndexPart descending() {
		return new IndexPart(this.text, this.isExpression, true, this.nulls, this.collation, this.operatorClass,
				this.prefixLength);
	}

	/**
	 * Return this part with nulls first.
	 * @return the part
	 */
	public IndexPart nullsFirst() {
		return nulls(Nulls.FIRST);
	}

	/**
	 * Return this part with nulls last.
	 * @return the part
	 */
	public IndexPart nullsLast() {
		return nulls(Nulls.LAST);
	}

	private IndexPart nulls(Nulls value) {
		return new IndexPart(this.text, this.isExpression, this.isDescending, value, this.collation, this.operatorClass,
				this.prefixLength);
	}

	/**
	 * Return this part with a collation.
	 * @param name the name of the collation
	 * @return the part
	 */
	public IndexPart collate(String name) {
		return new IndexPart(this.text, this.isExpression, this.isDescending, this.nulls, name, this.operatorClass,
				this.prefixLength);
	}

	/**
	 * Return this part with an operator class.
	 * @param name the operator class, such as {@code text_pattern_ops}
	 * @return the part
	 */
	public IndexPart operatorClass(String name) {
		return new IndexPart(this.text, this.isExpression, this.isDescending, this.nulls, this.collation, name,
				this.prefixLength);
	}

	/**
	 * Return this part with only the beginning of a long value counting, as MySQL needs
	 * it for text. Databases that index the whole value do so.
	 * @param length how many characters count
	 * @return the part
	 */
	public IndexPart prefix(int length) {
		return new IndexPart(this.text, this.isExpression, this.isDescending, this.nulls, this.collation,
				this.operatorClass, length);
	}

	/**
	 * Where nulls come in an index.
	 */
	public enum Nulls {

		/** Before all values. */
		FIRST,

		/** After all values. */
		LAST

	}

}
