package dev.migration.dialect;

/**
 * Stands among the values of a statement for what the database works out when the
 * statement runs. Only a script can hold it: it cannot be bound.
 *
 * @param sql the expression
 */
public record SqlExpression(String sql) {
}
