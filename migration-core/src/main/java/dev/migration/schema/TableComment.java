package dev.migration.schema;

/**
 * The comment of a table, among its elements.
 *
 * @param text the comment
 */
public record TableComment(String text) implements TableElement {

}
