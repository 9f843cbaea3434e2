package dev.migration.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.SequenceOptions;
import dev.migration.schema.Type;

/**
 * Leaves out of the options of a sequence what PostgreSQL would choose by itself.
 *
 * @param smallest the smallest value of its type
 * @param largest the largest value of its type
 */
record CountingDefaults(long smallest, long largest) {

	/** Of a sequence that does not name a type. */
	static final CountingDefaults BIGINT = new CountingDefaults(Long.MIN_VALUE, Long.MAX_VALUE);

	private static final CountingDefaults INTEGER = new CountingDefaults(Integer.MIN_VALUE, Integer.MAX_VALUE);

	private static final CountingDefaults SMALLINT = new CountingDefaults(Short.MIN_VALUE, Short.MAX_VALUE);

	/**
	 * The columns of a row of {@code pg_sequence} that {@link #read(ResultSet)} needs.
	 */
	static final String COLUMNS = "s.seqtypid::bigint AS seqtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax,"
			+ " s.seqcache, s.seqcycle";

	private static final long INT2 = 21;

	private static final long INT4 = 23;

	/**
	 * Return what the server would choose for an identity.
	 * @param type the type of its column
	 */
	static CountingDefaults of(Type type) {
		if (!(type instanceof Type.Generic generic)) {
			return BIGINT;
		}
		return switch (generic.name()) {
			case SMALLINT -> SMALLINT;
			case INTEGER -> INTEGER;
			default -> BIGINT;
		};
	}

	static SequenceOptions read(ResultSet row) throws SQLException {
		long type = row.getLong("seqtype");
		CountingDefaults defaults = (type == INT2) ? SMALLINT : (type == INT4) ? INTEGER : BIGINT;
		return defaults.leaveOut(new SequenceOptions(row.getLong("seqstart"), row.getLong("seqincrement"),
				row.getLong("seqmin"), row.getLong("seqmax"), row.getLong("seqcache"), row.getBoolean("seqcycle")));
	}

	SequenceOptions leaveOut(SequenceOptions options) {
		boolean isDescending = options.increment() != null && options.increment() < 0;
		long defaultMin = isDescending ? this.smallest : 1;
		long defaultMax = isDescending ? -1 : this.largest;
		long min = (options.minValue() != null) ? options.minValue() : defaultMin;
		long max = (options.maxValue() != null) ? options.maxValue() : defaultMax;
		return new SequenceOptions(unless(options.start(), isDescending ? max : min), unless(options.increment(), 1),
				unless(options.minValue(), defaultMin), unless(options.maxValue(), defaultMax),
				unless(options.cache(), 1), Boolean.TRUE.equals(options.cycle()) ? true : null);
	}

	private static @Nullable Long unless(@Nullable Long value, long usual) {
		return (value != null && value == usual) ? null : value;
	}

}
