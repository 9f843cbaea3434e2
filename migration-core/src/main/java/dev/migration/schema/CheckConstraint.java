package dev.migration.schema;

/**
 * A condition that every row meets.
 *
 * @param name the name of the constraint
 * @param condition the condition, as SQL
 */
public record CheckConstraint(String name, String condition) implements TableElement {

	public CheckConstraint {
		Names.require(name, "check constraint");
		if (condition.isBlank()) {
			throw new IllegalArgumentException("Check constraint '" + name + "' has no condition");
		}
	}

}
