package dev.migration.schema;

/**
 * How the database numbers a column.
 *
 * @param always whether an insert must not give a value of its own
 * @param options how it counts
 */
public record Identity(boolean always, SequenceOptions options) {

	/**
	 * Numbers a row that comes without a number.
	 */
	public static final Identity BY_DEFAULT = new Identity(false, SequenceOptions.DEFAULTS);

	/**
	 * Numbers every row.
	 */
	public static final Identity ALWAYS = new Identity(true, SequenceOptions.DEFAULTS);

	/**
	 * Return this identity with a first value.
	 * @param value the first value
	 * @return the identity
	 */
	public Identity startWith(long value) {
		return new Identity(this.always, this.options.startWith(value));
	}

	/**
	 * Return this identity with a step.
	 * @param value the step from value to value
	 * @return the identity
	 */
	public Identity incrementBy(long value) {
		return new Identity(this.always, this.options.incrementBy(value));
	}

	/**
	 * Return this identity with a smallest value.
	 * @param value the smallest value
	 * @return the identity
	 */
	public Identity minValue(long value) {
		return new Identity(this.always, this.options.minValue(value));
	}

	/**
	 * Return this identity with a largest value.
	 * @param value the largest value
	 * @return the identity
	 */
	public Identity maxValue(long value) {
		return new Identity(this.always, this.options.maxValue(value));
	}

	/**
	 * Return this identity with a cache.
	 * @param value how many values a session takes at a time
	 * @return the identity
	 */
	public Identity cache(long value) {
		return new Identity(this.always, this.options.cache(value));
	}

	/**
	 * Return this identity beginning anew after the last value.
	 * @return the identity
	 */
	public Identity cycle() {
		return new Identity(this.always, this.options.cycle(true));
	}

}
