package dev.migration.schema;

/**
 * What a table is made of: a column, a constraint, a comment, or an option for one
 * database.
 */
public sealed interface TableElement permits Column, Constraint, TableComment, TableOption {

}
