package dev.migration.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Columns, constraints, indexes and defaults, for static import.
 */
public final class Definitions {

	private Definitions() {
	}

	/**
	 * A column: nullable and without a default unless it says otherwise.
	 * @param name the name
	 * @param type the type, from {@link Types}
	 * @return the column
	 */
	public static Column column(String name, Type type) {
		return new Column(name, type, true, false, false, null);
	}

	/**
	 * The primary key.
	 * @param columns the columns, in the order of the key
	 * @return the key
	 */
	public static PrimaryKey primaryKey(String... columns) {
		return new PrimaryKey(null, List.of(columns));
	}

	/**
	 * A unique constraint, to be followed by {@link UniqueConstraint#on(String...)}.
	 * @param name the name of the constraint
	 * @return the constraint
	 */
	public static UniqueConstraint unique(String name) {
		return new UniqueConstraint(name, List.of());
	}

	/**
	 * A foreign key, to be followed by {@link ForeignKey#on(String...)} and
	 * {@link ForeignKey#references(String, String...)}.
	 * @param name the name of the constraint
	 * @return the key
	 */
	public static ForeignKey foreignKey(String name) {
		return new ForeignKey(name, List.of(), "", List.of(), null, null);
	}

	/**
	 * A check constraint.
	 * @param name the name of the constraint
	 * @param condition the condition, as SQL
	 * @return the constraint
	 */
	public static CheckConstraint check(String name, String condition) {
		return new CheckConstraint(name, condition);
	}

	/**
	 * An index, to be followed by {@link Index#on(String, String...)}.
	 * @param name the name
	 * @return the index
	 */
	public static Index index(String name) {
		return new Index(name, "", List.of(), false);
	}

	/**
	 * A constant as a default.
	 * @param value the value: a string, number, boolean, time, UUID, byte array, enum or
	 * {@code null}
	 * @return the default
	 */
	public static ServerDefault literal(@Nullable Object value) {
		return new ServerDefault.Literal(value);
	}

	/**
	 * An SQL expression as a default.
	 * @param sql the SQL, rendered as it is
	 * @return the default
	 */
	public static ServerDefault expression(String sql) {
		return new ServerDefault.Expression(sql);
	}

	/**
	 * The time of the insert as a default.
	 * @return the default
	 */
	public static ServerDefault currentTimestamp() {
		return new ServerDefault.CurrentTimestamp();
	}

}
