package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Finds which wanted constraint or index is there already. They are the same when they
 * mean the same and the name is not another one that somebody chose.
 *
 * @param <T> what is paired
 * @param missing what is wanted and not there, in the order in which it is wanted
 * @param surplus what is there and not wanted
 */
record Pairing<T>(List<Wanted<T>> missing, List<T> surplus) {

	static <T> Pairing<T> of(List<Wanted<T>> wanted, List<T> present, Function<T, @Nullable String> name,
			Function<T, Object> meaning) {
		List<Wanted<T>> missing = new ArrayList<>(wanted);
		List<T> surplus = new ArrayList<>(present);
		// By name first, so that of two that mean the same each finds its own.
		pair(missing, surplus, (one, other) -> meaning.apply(one).equals(meaning.apply(other))
				&& Objects.equals(name.apply(one), name.apply(other)));
		pair(missing, surplus,
				(one, other) -> name.apply(one) == null && meaning.apply(one).equals(meaning.apply(other)));
		return new Pairing<>(missing, surplus);
	}

	private static <T> void pair(List<Wanted<T>> missing, List<T> surplus, Same<T> same) {
		missing.removeIf((wanted) -> {
			for (T candidate : surplus) {
				if (same.test(wanted.canonical(), candidate)) {
					return remove(surplus, candidate);
				}
			}
			return false;
		});
	}

	/**
	 * By identity: two that are equal are still two.
	 */
	private static <T> boolean remove(List<T> list, T element) {
		for (int i = 0; i < list.size(); i++) {
			if (list.get(i) == element) {
				list.remove(i);
				return true;
			}
		}
		return false;
	}

	@FunctionalInterface
	private interface Same<T> {

		boolean test(T wanted, T present);

	}

	/**
	 * Something wanted.
	 *
	 * @param <T> what it is
	 * @param definition it as the application defines it
	 * @param canonical it as the server would write it
	 */
	record Wanted<T>(T definition, T canonical) {

		static <T> List<Wanted<T>> all(List<? extends T> definitions, List<? extends T> canonical) {
			List<Wanted<T>> all = new ArrayList<>();
			for (int i = 0; i < definitions.size(); i++) {
				all.add(new Wanted<>(definitions.get(i), canonical.get(i)));
			}
			return all;
		}

	}

}
