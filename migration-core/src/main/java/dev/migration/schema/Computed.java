package dev.migration.schema;

/**
 * The expression that a column is computed from.
 *
 * @param expression the expression, as SQL
 * @param isStored whether the value is stored, rather than computed when it is read
 */
public record Computed(String expression, boolean isStored) {

	public Computed {
		if (expression.isBlank()) {
			throw new IllegalArgumentException("A computed column needs an expression");
		}
	}

}
