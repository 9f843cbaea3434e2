package dev.migration.boot.actuate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

import dev.migration.Direction;
import dev.migration.InvalidTargetException;
import dev.migration.MigrationPlan;
import dev.migration.MigrationStep;
import dev.migration.RevisionDirectory;
import dev.migration.RevisionHeader;
import dev.migration.RevisionPlace;
import dev.migration.boot.autoconfigure.EndpointProperties;
import dev.migration.boot.env.DatabaseNames;

/**
 * How far down the endpoint goes. It takes back neither the revision of the floor nor
 * anything that this one stands on, so that what is applied of it stays; other branches
 * are free.
 *
 * @param property the name of the property
 * @param revision its value, or {@code null} if there is no floor
 */
record DowngradeFloor(String property, @Nullable String revision) {

	private static final String PROPERTIES = "migration.endpoint";

	/**
	 * Return the floor of a database.
	 * @param environment the environment of its application
	 * @param database the name of the database
	 * @return the floor
	 */
	static DowngradeFloor of(Environment environment, String database) {
		if (DatabaseNames.of(environment).contains(database)) {
			DowngradeFloor own = in(environment, DatabaseNames.prefix(database) + ".endpoint");
			if (own.revision() != null) {
				return own;
			}
		}
		return in(environment, PROPERTIES);
	}

	private static DowngradeFloor in(Environment environment, String prefix) {
		String revision = Binder.get(environment).bindOrCreate(prefix, EndpointProperties.class).getDowngradeFloor();
		return new DowngradeFloor(prefix + ".downgrade-floor",
				(revision != null && !revision.isBlank()) ? revision.strip() : null);
	}

	/**
	 * Refuse a plan that goes below the floor.
	 * @param plan the plan
	 * @param directory the revisions of the application
	 * @throws DowngradeFloorException if it takes back what stays
	 * @throws InvalidDowngradeFloorException if the floor names no revision
	 */
	void check(MigrationPlan plan, RevisionDirectory directory) {
		Set<String> held = held(directory);
		for (MigrationStep step : plan.steps()) {
			if (this.revision != null && step.direction() == Direction.DOWNGRADE
					&& held.contains(step.revision().id())) {
				throw new DowngradeFloorException(step.revision(), this.revision, this.property);
			}
		}
	}

	/**
	 * Return the revisions that stay.
	 * @param directory the revisions of the application
	 * @return the ids of the floor and of all that it stands on; none without a floor
	 * @throws InvalidDowngradeFloorException if the floor names no revision
	 */
	Set<String> held(RevisionDirectory directory) {
		if (this.revision == null) {
			return Set.of();
		}
		Map<String, RevisionPlace> places = new HashMap<>();
		directory.history().forEach((place) -> places.put(place.id(), place));
		Set<String> held = new HashSet<>();
		Deque<String> open = new ArrayDeque<>(revisions(directory));
		while (!open.isEmpty()) {
			RevisionPlace place = places.get(open.remove());
			if (place != null && held.add(place.id())) {
				Stream.concat(place.revision().revises().stream(), place.dependsOn().stream()).forEach(open::add);
			}
		}
		return held;
	}

	/**
	 * Return the revisions that the floor names.
	 * @param directory the revisions of the application
	 * @return the ids; none without a floor
	 * @throws InvalidDowngradeFloorException if it names no revision
	 */
	List<String> revisions(RevisionDirectory directory) {
		String identifier = this.revision;
		if (identifier == null) {
			return List.of();
		}
		try {
			return directory.show(identifier).stream().map(RevisionPlace::revision).map(RevisionHeader::id).toList();
		}
		catch (InvalidTargetException ex) {
			throw new InvalidDowngradeFloorException(this.property, identifier, ex);
		}
	}

}
