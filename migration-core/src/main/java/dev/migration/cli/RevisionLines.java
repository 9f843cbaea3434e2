package dev.migration.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.MigrationPlan;
import dev.migration.RevisionHeader;
import dev.migration.RevisionPlace;
import dev.migration.RevisionStatus.State;

/**
 * How revisions and steps look in a line.
 */
final class RevisionLines {

	private static final String BASE = "<base>";

	private RevisionLines() {
	}

	/**
	 * A revision by itself, as in {@code 3f2a91c07b1e (shop) (head)}.
	 */
	static String shortLine(ShownRevision shown) {
		return shown.id() + branches(shown.place()) + marks(shown, false);
	}

	/**
	 * A revision behind its parents, as in {@code 1b7d0c9a4e55 -> 3f2a91c07b1e (head),
	 * add team.slug}.
	 */
	static String historyLine(ShownRevision shown) {
		List<String> dependsOn = shown.place().dependsOn();
		return parents(shown.place().revision())
				+ (dependsOn.isEmpty() ? "" : " (" + String.join(", ", dependsOn) + ")") + " -> " + markedLine(shown);
	}

	/**
	 * A revision without its parents, as in {@code 3f2a91c07b1e (head), add team.slug}.
	 */
	static String markedLine(ShownRevision shown) {
		return shown.id() + branches(shown.place()) + marks(shown, true) + message(shown.place().revision().message());
	}

	/**
	 * All that is known of a revision, a line each.
	 */
	static List<String> details(ShownRevision shown) {
		RevisionPlace place = shown.place();
		RevisionHeader revision = place.revision();
		List<String> lines = new ArrayList<>();
		lines.add("Revision:      " + revision.id() + marks(shown, false));
		lines.add("Revises:       " + parents(revision));
		addList(lines, "Depends on:    ", revision.dependsOn());
		addList(lines, "Branches into: ", place.isBranchPoint() ? place.next() : List.of());
		addList(lines, "Branch labels: ", revision.branchLabels());
		addList(lines, "On branches:   ",
				place.branches().equals(revision.branchLabels()) ? List.of() : place.branches());
		lines.add("Message:       " + flat(revision.message()));
		if (revision.created() != null) {
			lines.add("Created:       " + revision.created());
		}
		lines.add("Location:      " + revision.location());
		if (shown.state() != null) {
			lines.add("State:         " + shown.state() + (shown.current() ? ", current" : ""));
		}
		return lines;
	}

	private static void addList(List<String> lines, String title, List<String> values) {
		if (!values.isEmpty()) {
			lines.add(title + String.join(", ", values));
		}
	}

	static String step(ExecutedStep step) {
		Instant finished = step.finishedAt();
		String duration = (finished != null) ? " (" + Duration.between(step.startedAt(), finished).toMillis() + " ms)"
				: "";
		String parents = step.revises().isEmpty() ? BASE : String.join(", ", step.revises());
		return line(step.direction(), parents, step.revision(), step.message()) + duration;
	}

	static List<String> plan(MigrationPlan plan) {
		return plan.steps()
			.stream()
			.map((step) -> line(step.direction(), parents(step.revision()), step.revision().id(),
					step.revision().message()))
			.toList();
	}

	private static String line(Direction direction, String parents, String id, String message) {
		String path = (direction == Direction.UPGRADE) ? parents + " -> " + id : id + " -> " + parents;
		return direction + " " + path + message(message);
	}

	static String place(List<String> versions) {
		return versions.isEmpty() ? BASE : String.join(", ", versions);
	}

	private static String parents(RevisionHeader revision) {
		return revision.revises().isEmpty() ? BASE : String.join(", ", revision.revises());
	}

	private static String message(String message) {
		return message.isEmpty() ? "" : ", " + flat(message);
	}

	/**
	 * A message is one line here, whatever was written.
	 */
	private static String flat(String message) {
		return message.replaceAll("\\s*\\R\\s*", " ");
	}

	private static String branches(RevisionPlace place) {
		return place.branches().isEmpty() ? "" : " (" + String.join(", ", place.branches()) + ")";
	}

	private static String marks(ShownRevision shown, boolean withPending) {
		RevisionPlace place = shown.place();
		State state = shown.state();
		StringBuilder marks = new StringBuilder();
		if (place.isHead() && state != State.UNKNOWN) {
			marks.append(place.isEffectiveHead() ? " (effective head)" : " (head)");
		}
		if (withPending && shown.current()) {
			marks.append(" (current)");
		}
		if (place.isBranchPoint()) {
			marks.append(" (branchpoint)");
		}
		if (place.isMergePoint()) {
			marks.append(" (mergepoint)");
		}
		if (state != null && state != State.APPLIED && (withPending || state != State.PENDING)) {
			marks.append(" (").append(state).append(')');
		}
		return marks.toString();
	}

}
