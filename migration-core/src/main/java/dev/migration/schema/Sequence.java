package dev.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param name the name
 * @param options how it counts
 */
public record Sequence(QualifiedName name, SequenceOptions options) {

	/**
	 * Return this sequence in a schema, unless it is in one already.
	 * @param schema the schema, or {@code null} to leave the name as it is
	 * @return the sequence
	 */
	public Sequence in(@Nullable String schema) {
		return new Sequence(this.name.in(schema), this.options);
	}

	/**
	 * Return this sequence with a first value.
	 * @param value the first value; when a sequence is altered, the value it goes on from
	 * @return the sequence
	 */
	public Sequence startWith(long value) {
		return new Sequence(this.name, this.options.startWith(value));
	}

	/**
	 * Return this sequence with a step.
	 * @param value the step from value to value
	 * @return the sequence
	 */
	public Sequence incrementBy(long value) {
		return new Sequence(this.name, this.options.incrementBy(value));
	}

	/**
	 * Return this sequence with a smallest value.
	 * @param value the smallest value
	 * @return the sequence
	 */
	public Sequence minValue(long value) {
		return new Sequence(this.name, this.options.minValue(value));
	}

	/**
	 * Return this sequence with a largest value.
	 * @param value the largest value
	 * @return the sequence
	 */
	public Sequence maxValue(long value) {
		return new Sequence(this.name, this.options.maxValue(value));
	}

	/**
	 * Return this sequence with a cache.
	 * @param value how many values a session takes at a time
	 * @return the sequence
	 */
	public Sequence cache(long value) {
		return new Sequence(this.name, this.options.cache(value));
	}

	/**
	 * Return this sequence beginning anew after the last value.
	 * @return the sequence
	 */
	public Sequence cycle() {
		return new Sequence(this.name, this.options.cycle(true));
	}

	/**
	 * Return this sequence ending at its last value.
	 * @return the sequence
	 */
	public Sequence noCycle() {
		return new Sequence(this.name, this.options.cycle(false));
	}

}
