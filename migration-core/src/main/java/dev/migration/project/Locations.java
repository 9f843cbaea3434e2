package dev.migration.project;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.RevisionHeader;

/**
 * Decides where a new revision goes.
 */
final class Locations {

	private final ProjectSettings settings;

	private final List<RevisionLocation> locations;

	Locations(ProjectSettings settings) {
		this.settings = settings;
		this.locations = settings.locations().stream().map(RevisionLocation::parse).toList();
		if (this.locations.isEmpty()) {
			throw new InvalidLocationException("There is no location for revisions", "Set 'migration.locations'.",
					null);
		}
	}

	List<RevisionLocation> all() {
		return this.locations;
	}

	/**
	 * Find a location that people name.
	 * @param name its name
	 * @return the location
	 * @throws InvalidLocationException if it is not one of the project
	 */
	RevisionLocation named(String name) {
		return this.locations.stream()
			.filter((location) -> location.isNamed(name, this.settings.baseDirectory()))
			.findFirst()
			.orElseThrow(() -> new InvalidLocationException(
					"The location '" + name + "' is not one of this project, which has " + names(),
					"Choose one of them, or add it to 'migration.locations'.", null));
	}

	/**
	 * Choose the location of a new revision.
	 * @param name its name, if it was given
	 * @param parents the revisions that the new one comes directly after
	 * @return the one that is named, else the only one, else that of the first parent
	 * @throws InvalidLocationException if it is not one of the project, or not clear
	 */
	RevisionLocation choose(@Nullable String name, List<RevisionHeader> parents) {
		if (name != null) {
			return named(name);
		}
		if (this.locations.size() == 1) {
			return this.locations.get(0);
		}
		RevisionLocation best = null;
		int longest = -1;
		for (RevisionLocation location : this.locations) {
			int length = parents.isEmpty() ? -1 : location.match(parents.get(0), this.settings.baseDirectory());
			if (length > longest) {
				best = location;
				longest = length;
			}
		}
		if (best == null) {
			String why = parents.isEmpty() ? "" : ", and " + parents.get(0).describe() + " is in none of them";
			throw new InvalidLocationException("There are several locations for revisions: " + names() + why,
					"Say where the new one goes with '--location'.", null);
		}
		return best;
	}

	private String names() {
		return String.join(", ", this.locations.stream().map(RevisionLocation::text).toList());
	}

}
