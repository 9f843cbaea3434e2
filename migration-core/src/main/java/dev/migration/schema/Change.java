package dev.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * What an alteration does with one aspect of a thing. That an aspect is not mentioned is
 * something else than that it is set to nothing.
 *
 * @param <T> the type of the aspect
 * @param isMentioned whether the aspect changes
 * @param value what it changes to; {@code null} if it goes, or is not mentioned
 */
public record Change<T>(boolean isMentioned, @Nullable T value) {

	/**
	 * Return that an aspect stays as it is.
	 * @param <T> the type of the aspect
	 * @return the change
	 */
	public static <T> Change<T> keep() {
		return new Change<>(false, null);
	}

	/**
	 * Return that an aspect becomes something else.
	 * @param <T> the type of the aspect
	 * @param value what it becomes, or {@code null} if it goes
	 * @return the change
	 */
	public static <T> Change<T> to(@Nullable T value) {
		return new Change<>(true, value);
	}

	/**
	 * Return the aspect after the change.
	 * @param existing the aspect before it
	 * @return what it changes to, else what it was
	 */
	public @Nullable T applyTo(@Nullable T existing) {
		return this.isMentioned ? this.value : existing;
	}

	/**
	 * Return the change back.
	 * @param existing the aspect before this change
	 * @return a change to what it was, if this one mentions it
	 */
	public Change<T> backTo(@Nullable T existing) {
		return this.isMentioned ? to(existing) : this;
	}

}
