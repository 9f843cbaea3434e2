package dev.migration.sample.team;

import java.util.Locale;

/**
 * A name in the form in which it stands in a URL.
 */
final class Slug {

	private Slug() {
	}

	static String of(String name) {
		String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
		return slug.isEmpty() ? "team" : slug;
	}

}
