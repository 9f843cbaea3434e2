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
	 * A type that every dialect renders in its own way.
	 *
	 * @param name which type
	 * @param length the length, or the precision of a number
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
		public Type forDialect(String dialect) {
			return this.variants.getOrDefault(dialect, this.base).forDialect(dialect);
		}

	}

}
