package dev.migration.cli;

import java.util.ArrayList;
import java.util.List;

import dev.migration.RevisionDirectory;
import dev.migration.RevisionHeader;
import dev.migration.graph.RevisionGraph;

/**
 * Histories for tests, written oldest first.
 */
final class Histories {

	private final List<RevisionHeader> headers = new ArrayList<>();

	Histories add(String id, String message, String... revises) {
		return add(id, message, List.of(revises), List.of(), List.of());
	}

	Histories add(String id, String message, List<String> revises, List<String> dependsOn, List<String> labels) {
		this.headers.add(new RevisionHeader(id, revises, dependsOn, labels, message, null, id + ".sql"));
		return this;
	}

	RevisionDirectory directory() {
		return RevisionGraph.of(this.headers);
	}

	List<ShownRevision> history() {
		return directory().history().stream().map(ShownRevision::of).toList();
	}

	List<ShownRevision> history(String range) {
		return directory().history(range, List.of()).stream().map(ShownRevision::of).toList();
	}

}
