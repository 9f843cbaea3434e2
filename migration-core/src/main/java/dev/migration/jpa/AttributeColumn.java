package dev.migration.jpa;

import java.util.List;
import java.util.stream.Collectors;

import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

import dev.migration.RenamedFrom;

/**
 * A column that an attribute is stored in.
 *
 * @param table the table
 * @param column the column
 * @param entity the entity that has the attribute
 * @param path the way from the entity to the attribute, through embeddables and
 * collections
 */
record AttributeColumn(Table table, Column column, String entity, List<Step> path) {

	AttributeColumn {
		path = List.copyOf(path);
	}

	/**
	 * Return the attribute for people.
	 * @return for example {@code Order.shipTo.zip}
	 */
	String attribute() {
		return this.path.stream().map(Step::name).collect(Collectors.joining(".", this.entity + ".", ""));
	}

	/**
	 * An attribute on the way.
	 *
	 * @param name its name; in braces what is no attribute, but a part of a collection
	 * @param formerNames what it was called before, latest first, as {@link RenamedFrom}
	 * says
	 */
	record Step(String name, List<String> formerNames) {

		Step {
			formerNames = List.copyOf(formerNames);
		}

		static Step of(String part) {
			return new Step(part, List.of());
		}

	}

}
