package dev.migration.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

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

	private static final Pattern CONTROL = Pattern.compile("\\s*[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029]\\s*");

	private RevisionLines() {
	}

	/**
	 * A revision by itself, as in {@code 3f2a91c07b1e (shop) (head)}.
	 */
	static String shortLine(ShownRevision shown, Palette palette) {
		return palette.id(shown.id()) + branches(shown.place(), palette) + marks(shown, false, palette);
	}

	/**
	 * A revision behind its parents, as in {@code 1b7d0c9a4e55 -> 3f2a91c07b1e (head),
	 * add team.slug}.
	 */
	static String historyLine(ShownRevision shown, Palette palette) {
		List<String> dependsOn = shown.place().dependsOn();
		return parents(shown.place().revision())
				+ (dependsOn.isEmpty() ? "" : " (" + String.join(", ", dependsOn) + ")") + " -> "
				+ marked(shown, palette) + message(shown.message());
	}

	/**
	 * A revision beside its lanes, as in {@code 3f2a91c07b1e (head), add team.slug}.
	 * @param missing the parents that no lane leads to
	 */
	static String graphLine(ShownRevision shown, List<String> missing, Palette palette) {
		return marked(shown, palette) + listed(" (depends on ", shown.place().dependsOn())
				+ listed(" (revises ", missing) + message(shown.message());
	}

	private static String listed(String what, List<String> ids) {
		return ids.isEmpty() ? "" : what + String.join(", ", ids) + ")";
	}

	private static String marked(ShownRevision shown, Palette palette) {
		return palette.id(shown.id()) + branches(shown.place(), palette) + marks(shown, true, palette);
	}

	/**
	 * All that is known of a revision, a line each.
	 */
	static List<String> details(ShownRevision shown, Palette palette) {
		RevisionPlace place = shown.place();
		RevisionHeader revision = place.revision();
		List<String> lines = new ArrayList<>();
		lines.add("Revision:      " + palette.id(revision.id()) + marks(shown, false, palette));
		lines.add("Revises:       " + parents(revision));
		addList(lines, "Depends on:    ", revision.dependsOn());
		addList(lines, "Branches into: ", place.isBranchPoint() ? place.next() : List.of());
		addList(lines, "Branch labels: ", revision.branchLabels());
		addList(lines, "On branches:   ",
				place.branches().equals(revision.branchLabels()) ? List.of() : place.branches());
		lines.add("Message:       " + shown.message());
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
		List<String> lines = new ArrayList<>();
		if (plan.direction() == Direction.UPGRADE && !plan.stamped().isEmpty()) {
			lines.add(line(Direction.STAMP, place(plan.from()), String.join(", ", plan.stamped()), ""));
		}
		plan.steps()
			.forEach((step) -> lines.add(
					line(step.direction(), parents(step.revision()), step.revision().id(), step.revision().message())));
		return lines;
	}

	private static String line(Direction direction, String parents, String id, String message) {
		String path = (direction == Direction.DOWNGRADE) ? id + " -> " + parents : parents + " -> " + id;
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
	 * A message is one line here, whatever was written, and does nothing to a terminal.
	 */
	static String flat(String message) {
		return CONTROL.matcher(message).replaceAll(" ");
	}

	private static String branches(RevisionPlace place, Palette palette) {
		return place.branches().isEmpty() ? ""
				: " " + palette.branches("(" + String.join(", ", place.branches()) + ")");
	}

	private static String marks(ShownRevision shown, boolean withPending, Palette palette) {
		RevisionPlace place = shown.place();
		State state = shown.state();
		StringBuilder marks = new StringBuilder();
		if (shown.isHead()) {
			marks.append(' ').append(palette.head(place.isEffectiveHead() ? "(effective head)" : "(head)"));
		}
		if (withPending && shown.current()) {
			marks.append(' ').append(palette.current("(current)"));
		}
		if (place.isBranchPoint()) {
			marks.append(" (branchpoint)");
		}
		if (place.isMergePoint()) {
			marks.append(" (mergepoint)");
		}
		if (state != null && state != State.APPLIED && (withPending || state != State.PENDING)) {
			marks.append(' ').append(palette.state("(" + state + ")"));
		}
		return marks.toString();
	}

}
