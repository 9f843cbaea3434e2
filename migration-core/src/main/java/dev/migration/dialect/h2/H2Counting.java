package dev.migration.dialect.h2;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.SequenceOptions;

/**
 * Reads how a sequence or an identity counts, without what H2 would choose by itself.
 */
final class H2Counting {

	private static final long CACHE = 32;

	private H2Counting() {
	}

	/**
	 * Read the options.
	 * @param row the row of a sequence or column
	 * @param prefix what the names of its columns begin with
	 * @param type the type of the numbers
	 */
	static SequenceOptions read(ResultSet row, String prefix, String type) throws SQLException {
		long start = row.getLong(prefix + "start");
		long increment = row.getLong(prefix + "increment");
		long min = row.getLong(prefix + "minimum");
		long max = row.getLong(prefix + "maximum");
		boolean isDescending = increment < 0;
		return new SequenceOptions(unless(start, isDescending ? max : min), unless(increment, 1),
				unless(min, isDescending ? smallest(type) : Math.min(1, start)),
				unless(max, isDescending ? Math.max(-1, start) : largest(type)),
				unless(row.getLong(prefix + "cache"), CACHE),
				"YES".equals(row.getString(prefix + "cycle")) ? true : null);
	}

	private static @Nullable Long unless(long value, long usual) {
		return (value == usual) ? null : value;
	}

	private static long smallest(String type) {
		return switch (type) {
			case "TINYINT" -> Byte.MIN_VALUE;
			case "SMALLINT" -> Short.MIN_VALUE;
			case "INTEGER" -> Integer.MIN_VALUE;
			default -> Long.MIN_VALUE;
		};
	}

	private static long largest(String type) {
		return switch (type) {
			case "TINYINT" -> Byte.MAX_VALUE;
			case "SMALLINT" -> Short.MAX_VALUE;
			case "INTEGER" -> Integer.MAX_VALUE;
			default -> Long.MAX_VALUE;
		};
	}

}
