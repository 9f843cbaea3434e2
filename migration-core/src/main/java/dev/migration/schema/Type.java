package dev.migration.schema;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The type of a column. {@link Types} has the factories.
 */
public sealed interface Type {

	/**
	 * Return this type with another one for one database.
	 * @param dialect the id of the dialect, such as {@code postgresql}
	 * @param type the type to use there
	 * @return the type with its variant
	 */
	default Type on(String dialect, Type type) {
		return new Variant(this, Map.of(dialect, type));
	}

	/**
	 * Return the type to use on one database.
	 * @param dialect the id of the dialect
	 * @return a type without variants
	 */
	default Type forDialect(String dialect) {
		return this;
	}

	/**
	 * Return this type in a schema, if it has a name there and does not say one.
	 * @param schema the schema, or {@code null} to leave the type as it is
	 * @return the type
	 */
	default Type in(@Nullable String schema) {
		return this;
	}

	/**
	 * A type that every dialect renders in its own way.
	 *
	 * @param name which type
	 * @param length the length, or the precision of a number or a time, or {@code null}
	 * for that of Hibernate
	 * @param scale the digits behind the decimal point
	 */
	record Generic(TypeName name, @Nullable Integer length, @Nullable Integer scale) implements Type {
	}

	/**
	 * A type in the words of the database.
	 *
	 * @param sql the SQL, rendered as it is
	 */
	record Verbatim(String sql) implements Type {
	}

	/**
	 * A list of values of one type.
	 *
	 * @param element the type of the values
	 * @param length how many values there may be, or {@code null} for any number
	 */
	record Array(Type element, @Nullable Integer length) implements Type {

		@Override
		public Type forDialect(String dialect) {
			return new Array(this.element.forDialect(dialect), this.length);
		}

		@Override
		public Type in(@Nullable String schema) {
			return new Array(this.element.in(schema), this.length);
		}

	}

	/**
	 * One of the values of an enum type.
	 *
	 * @param enumType the enum type
	 */
	record Enumeration(EnumType enumType) implements Type {

		@Override
		public Type in(@Nullable String schema) {
			return new Enumeration(this.enumType.in(schema));
		}

	}

	/**
	 * A type that is another one on some databases.
	 *
	 * @param base the type elsewhere
	 * @param variants the types by dialect id
	 */
	record Variant(Type base, Map<String, Type> variants) implements Type {

		public Variant {
			variants = Map.copyOf(variants);
		}

		@Override
		public Type on(String dialect, Type type) {
			Map<String, Type> all = new LinkedHashMap<>(this.variants);
			all.put(dialect, type);
			return new Variant(this.base, all);
		}

		@Override
		public Type in(@Nullable String schema) {
			Map<String, Type> all = new LinkedHashMap<>();
			this.variants.forEach((dialect, type) -> all.put(dialect, type.in(schema)));
			return new Variant(this.base.in(schema), all);
		}

		@Override
		public Type forDialect(String dialect) {
			return this.variants.getOrDefault(dialect, this.base).forDialect(dialect);
		}

	}

}
