package dev.migration.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.MigrationPlan;
import dev.migration.RevisionHeader;
import dev.migration.RevisionStatus;
import dev.migration.RevisionStatus.State;

/**
 * How revisions and steps look in a line.
 */
final class RevisionLines {

	private static final String BASE = "<base>";

	private RevisionLines() {
	}

	/**
	 * A revision by itself, as in {@code 3f2a91c07b1e (head)}.
	 */
	static String shortLine(RevisionStatus status) {
		return status.revision().id() + labels(status.revision()) + marks(status, false);
	}

	/**
	 * A revision behind its parents, as in {@code 1b7d0c9a4e55 -> 3f2a91c07b1e (head),
	 * add team.slug}.
	 */
	static String historyLine(RevisionStatus status) {
		return parents(status.revision()) + " -> " + status.revision().id() + labels(status.revision())
				+ marks(status, true) + message(status.revision().message());
	}

	/**
	 * All that is known of a revision, a line each.
	 */
	static List<String> details(RevisionStatus status) {
		RevisionHeader revision = status.revision();
		List<String> lines = new ArrayList<>();
		lines.add("Revision:      " + revision.id() + marks(status, false));
		lines.add("Revises:       " + parents(revision));
		if (!revision.dependsOn().isEmpty()) {
			lines.add("Depends on:    " + String.join(", ", revision.dependsOn()));
		}
		if (!revision.branchLabels().isEmpty()) {
			lines.add("Branch labels: " + String.join(", ", revision.branchLabels()));
		}
		lines.add("Message:       " + revision.message());
		if (revision.created() != null) {
			lines.add("Created:       " + revision.created());
		}
		lines.add("Location:      " + revision.location());
		lines.add("State:         " + status.state());
		return lines;
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
		return message.isEmpty() ? "" : ", " + message;
	}

	private static String labels(RevisionHeader revision) {
		return revision.branchLabels().isEmpty() ? "" : " (" + String.join(", ", revision.branchLabels()) + ")";
	}

	private static String marks(RevisionStatus status, boolean withState) {
		StringBuilder marks = new StringBuilder();
		if (status.head()) {
			marks.append(status.effectiveHead() ? " (head)" : " (head, others depend on it)");
		}
		if (status.branchPoint()) {
			marks.append(" (branchpoint)");
		}
		if (status.mergePoint()) {
			marks.append(" (mergepoint)");
		}
		if (withState && status.current()) {
			marks.append(" (current)");
		}
		if (status.state() != State.APPLIED && (withState || status.state() != State.PENDING)) {
			marks.append(" (").append(status.state()).append(')');
		}
		return marks.toString();
	}

}
