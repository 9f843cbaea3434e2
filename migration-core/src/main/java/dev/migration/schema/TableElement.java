package dev.migration.schema;

/**
 * What a table is made of: a column or a constraint.
 */
public sealed interface TableElement permits Column, PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint {

}
