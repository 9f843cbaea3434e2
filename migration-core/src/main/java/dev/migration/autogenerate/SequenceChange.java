package dev.migration.autogenerate;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migration.operation.SequenceOperation;
import dev.migration.schema.Sequence;
import dev.migration.schema.SequenceOptions;

/**
 * Compares how sequences count. Where one began does not matter any more when it is
 * there.
 */
final class SequenceChange {

	private static final SequenceOptions DEFAULTS = new SequenceOptions(null, 1L, 1L, Long.MAX_VALUE, 1L, false);

	private SequenceChange() {
	}

	/**
	 * How many numbers a session takes at a time is nothing that numbers depend on, so it
	 * counts only where it is said.
	 */
	static boolean isSame(SequenceOptions wanted, SequenceOptions present) {
		return differing(wanted, present).equals(SequenceOptions.DEFAULTS);
	}

	static SequenceOperation.AlterSequence of(Sequence existing, SequenceOptions wanted) {
		return new SequenceOperation.AlterSequence(existing.name(), differing(wanted, existing.options()),
				back(existing.options(), wanted));
	}

	private static SequenceOptions back(SequenceOptions present, SequenceOptions wanted) {
		SequenceOptions all = differing(present, wanted);
		Long cache = (wanted.cache() != null) ? unless(full(present).cache(), wanted.cache()) : null;
		return new SequenceOptions(null, all.increment(), all.minValue(), all.maxValue(), cache, all.cycle());
	}

	private static SequenceOptions full(SequenceOptions options) {
		return new SequenceOptions(null, options.increment(), options.minValue(), options.maxValue(), options.cache(),
				options.cycle())
			.orElse(DEFAULTS);
	}

	/**
	 * Return what must be said to come from one to the other, also where the one is as
	 * the database has it by itself.
	 */
	static SequenceOptions differing(SequenceOptions wanted, SequenceOptions present) {
		SequenceOptions options = full(wanted);
		SequenceOptions others = full(present);
		return new SequenceOptions(null, unless(options.increment(), others.increment()),
				unless(options.minValue(), others.minValue()), unless(options.maxValue(), others.maxValue()),
				(wanted.cache() != null) ? unless(options.cache(), others.cache()) : null,
				unless(options.cycle(), others.cycle()));
	}

	private static <T> @Nullable T unless(@Nullable T value, @Nullable T same) {
		return Objects.equals(value, same) ? null : value;
	}

}
