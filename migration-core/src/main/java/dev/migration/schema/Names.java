package dev.migration.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The checks that every value of this package makes of its names.
 */
final class Names {

	private Names() {
	}

	static void require(String name, String what) {
		if (name.isBlank()) {
			throw new IllegalArgumentException("The name of a " + what + " must not be blank");
		}
		if (name.indexOf('\0') >= 0) {
			throw new IllegalArgumentException("The name of a " + what + " must not hold a NUL character");
		}
	}

	static void requireIfGiven(@Nullable String name, String what) {
		if (name != null) {
			require(name, what);
		}
	}

	static List<String> copy(List<String> names, String what) {
		names.forEach((name) -> require(name, what));
		return List.copyOf(names);
	}

}
