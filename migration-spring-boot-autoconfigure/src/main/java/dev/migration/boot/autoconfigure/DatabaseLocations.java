package dev.migration.boot.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.util.ClassUtils;

/**
 * The folders that hold the revisions of one database.
 *
 * @param locations the locations
 */
record DatabaseLocations(List<String> locations) {

	DatabaseLocations {
		locations = List.copyOf(locations);
	}

	/**
	 * Return whether a class is in one of the packages.
	 * @param type the class
	 * @return whether it belongs to this database
	 */
	boolean hold(Class<?> type) {
		String folder = normalize("classpath:" + ClassUtils.getPackageName(type).replace('.', '/'));
		return this.locations.stream().anyMatch((location) -> pattern(location).matcher(folder).lookingAt());
	}

	/**
	 * Return a location that is inside of one of these. The same location is no such
	 * case: several databases can share their revisions.
	 * @param others the locations of another database
	 * @return the first that would be read for this database too, with what it is in
	 */
	Optional<String> findInside(DatabaseLocations others) {
		for (String outer : this.locations) {
			for (String inner : others.locations) {
				if (normalize(inner).startsWith(normalize(outer)) && !normalize(inner).equals(normalize(outer))) {
					return Optional.of("'" + inner.strip() + "' is inside of '" + outer.strip() + "'");
				}
			}
		}
		return Optional.empty();
	}

	private static Pattern pattern(String location) {
		return Pattern.compile(Arrays.stream(normalize(location).split(Pattern.quote(VendorLocations.PLACEHOLDER), -1))
			.map(Pattern::quote)
			.collect(Collectors.joining("[^/]+")));
	}

	private static String normalize(String location) {
		String path = location.strip();
		boolean file = path.startsWith("filesystem:") || path.startsWith("file:");
		path = path.replaceFirst("^(classpath\\*?|filesystem|file):", "").replaceFirst("/*$", "/");
		return (file) ? "file:" + path : "classpath:" + path.replaceFirst("^/+", "");
	}

}
