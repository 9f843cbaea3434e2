package dev.migration.dialect.mysql;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.SequenceOptions;

/**
 * How a sequence of MariaDB counts, without what it does anyway.
 *
 * @see <a href="https://mariadb.com/kb/en/create-sequence/">CREATE SEQUENCE</a>
 */
final class SequenceFacts {

	private static final long LARGEST = Long.MAX_VALUE - 1;

	private static final long SMALLEST = Long.MIN_VALUE + 1;

	private static final long CACHE = 1000;

	private SequenceFacts() {
	}

	/**
	 * Return options without those that say what the server does anyway.
	 * @param options the options
	 * @return the others
	 */
	static SequenceOptions withoutDefaults(SequenceOptions options) {
		boolean isDescending = options.increment() != null && options.increment() < 0;
		long smallest = isDescending ? SMALLEST : 1;
		long largest = isDescending ? -1 : LARGEST;
		Long minValue = unless(smallest, options.minValue());
		Long maxValue = unless(largest, options.maxValue());
		long first = isDescending ? ((maxValue != null) ? maxValue : largest)
				: ((minValue != null) ? minValue : smallest);
		return new SequenceOptions(unless(first, options.start()), unless(1, options.increment()), minValue, maxValue,
				unless(CACHE, options.cache()), Boolean.TRUE.equals(options.cycle()) ? true : null);
	}

	private static @Nullable Long unless(long usual, @Nullable Long value) {
		return (value != null && value == usual) ? null : value;
	}

}
