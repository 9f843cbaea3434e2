package dev.migration.autogenerate;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Finds names as people write them among those of a schema, which a server may give in
 * other letters.
 */
final class WrittenNames {

	private WrittenNames() {
	}

	/**
	 * Find a name.
	 * @param names the names
	 * @param written the name as somebody wrote it
	 * @return the name, or {@code null} if it is not among them
	 */
	static @Nullable String find(List<String> names, String written) {
		if (names.contains(written)) {
			return written;
		}
		return names.stream().filter(written::equalsIgnoreCase).findFirst().orElse(null);
	}

}
