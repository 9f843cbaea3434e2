package dev.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * The value that the database gives a column which an insert leaves out.
 */
public sealed interface ServerDefault {

	/**
	 * A constant.
	 *
	 * @param value the value, rendered as a literal of the database
	 */
	record Literal(@Nullable Object value) implements ServerDefault {
	}

	/**
	 * An SQL expression.
	 *
	 * @param sql the SQL, rendered as it is
	 */
	record Expression(String sql) implements ServerDefault {
	}

	/**
	 * The time of the insert, in the form in which the database's driver reads and writes
	 * times.
	 */
	record CurrentTimestamp() implements ServerDefault {
	}

}
