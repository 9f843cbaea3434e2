package dev.migration;

import org.jspecify.annotations.Nullable;

/**
 * An operation that an application adds to the vocabulary. Run it with
 * {@link Operations#invoke}. What it does it does through the operations that it is
 * given, so it can be rendered as any other.
 */
public interface CustomOperation {

	/**
	 * Return the operation in words, for errors.
	 * @return for example {@code grant select on team}
	 */
	String describe();

	/**
	 * Do it.
	 * @param op the operations; {@link Operations#dialect()} says on which database
	 */
	void apply(Operations op);

	/**
	 * Return what takes this operation back.
	 * @return the operation, or {@code null} if there is none
	 */
	default @Nullable CustomOperation inverse() {
		return null;
	}

}
