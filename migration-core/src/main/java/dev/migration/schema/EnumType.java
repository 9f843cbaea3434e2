package dev.migration.schema;

import java.util.HashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A named list of values: a type of its own where the database has such types.
 *
 * @param name the name of the type
 * @param values the values, in their order
 */
public record EnumType(QualifiedName name, List<String> values) {

	public EnumType {
		values = List.copyOf(values);
		if (values.isEmpty()) {
			throw new IllegalArgumentException("The enum type '" + name + "' has no value");
		}
		if (new HashSet<>(values).size() != values.size()) {
			throw new IllegalArgumentException("The enum type '" + name + "' has a value twice: " + values);
		}
	}

	/**
	 * Return the enum type with the constants of a Java enum.
	 * @param name the name of the type
	 * @param constants the Java enum
	 * @return the enum type
	 */
	public static EnumType of(String name, Class<? extends Enum<?>> constants) {
		return new EnumType(QualifiedName.of(name),
				List.of(constants.getEnumConstants()).stream().map(Enum::name).toList());
	}

	/**
	 * Return this enum type in the schema that the connection uses, for a column or a
	 * change in another one.
	 * @return the enum type
	 */
	public EnumType inDefaultSchema() {
		return new EnumType(QualifiedName.inDefaultSchema(this.name.name()), this.values);
	}

	/**
	 * Return this enum type in a schema, unless it is in one already.
	 * @param schema the schema, or {@code null} to leave the name as it is
	 * @return the enum type
	 */
	public EnumType in(@Nullable String schema) {
		return new EnumType(this.name.in(schema), this.values);
	}

}
