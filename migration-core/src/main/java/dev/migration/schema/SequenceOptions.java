package dev.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * How a sequence or an identity column counts. What is {@code null} is left to the
 * database.
 *
 * @param start the first value
 * @param increment the step from value to value
 * @param minValue the smallest value
 * @param maxValue the largest value
 * @param cache how many values a session takes at a time
 * @param cycle whether it begins anew after the last value
 */
public record SequenceOptions(@Nullable Long start, @Nullable Long increment, @Nullable Long minValue,
		@Nullable Long maxValue, @Nullable Long cache, @Nullable Boolean cycle) {

	/**
	 * All is left to the database.
	 */
	public static final SequenceOptions DEFAULTS = new SequenceOptions(null, null, null, null, null, null);

	public SequenceOptions {
		if (increment != null && increment == 0) {
			throw new IllegalArgumentException("A sequence cannot be incremented by 0");
		}
		if (minValue != null && maxValue != null && minValue > maxValue) {
			throw new IllegalArgumentException(
					"The smallest value " + minValue + " of a sequence is above its largest, " + maxValue);
		}
	}

	SequenceOptions startWith(long value) {
		return new SequenceOptions(value, this.increment, this.minValue, this.maxValue, this.cache, this.cycle);
	}

	SequenceOptions incrementBy(long value) {
		return new SequenceOptions(this.start, value, this.minValue, this.maxValue, this.cache, this.cycle);
	}

	SequenceOptions minValue(long value) {
		return new SequenceOptions(this.start, this.increment, value, this.maxValue, this.cache, this.cycle);
	}

	SequenceOptions maxValue(long value) {
		return new SequenceOptions(this.start, this.increment, this.minValue, value, this.cache, this.cycle);
	}

	SequenceOptions cache(long value) {
		return new SequenceOptions(this.start, this.increment, this.minValue, this.maxValue, value, this.cycle);
	}

	SequenceOptions cycle(boolean value) {
		return new SequenceOptions(this.start, this.increment, this.minValue, this.maxValue, this.cache, value);
	}

	/**
	 * Return these options, completed by others.
	 * @param others the options to take where these say nothing
	 * @return the options
	 */
	public SequenceOptions orElse(SequenceOptions others) {
		return new SequenceOptions(first(this.start, others.start), first(this.increment, others.increment),
				first(this.minValue, others.minValue), first(this.maxValue, others.maxValue),
				first(this.cache, others.cache), first(this.cycle, others.cycle));
	}

	private static <T> @Nullable T first(@Nullable T own, @Nullable T other) {
		return (own != null) ? own : other;
	}

}
