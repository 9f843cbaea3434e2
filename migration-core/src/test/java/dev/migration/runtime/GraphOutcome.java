package dev.migration.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import dev.migration.RevisionHeader;
import tools.jackson.databind.JsonNode;

/**
 * What a command gave, or should give.
 *
 * @param result steps or revisions, or {@code null} if they do not matter
 * @param versions the version rows, the heads or the marked revisions, sorted, or
 * {@code null} if they do not matter
 * @param error the kind of error
 */
record GraphOutcome(List<String> result, List<String> versions, String error) {

	static GraphOutcome of(List<String> result) {
		return new GraphOutcome(result, null, null);
	}

	static GraphOutcome error(String kind) {
		return new GraphOutcome(List.of(), null, kind);
	}

	static String branch(String revision, List<String> children) {
		return revision + " -> " + children.stream().sorted().toList();
	}

	static List<String> created(String id, List<String> revises, List<String> dependsOn, List<String> labels) {
		return List.of("revision " + id, "revises " + revises, "depends on " + dependsOn, "labels " + labels);
	}

	static List<String> created(RevisionHeader header) {
		return created(header.id(), header.revises(), header.dependsOn(), header.branchLabels());
	}

	/**
	 * What a case asks for: what follows from the graph where Alembic is wrong.
	 */
	static GraphOutcome expected(GraphCase test) {
		JsonNode json = test.json();
		JsonNode expect = json.has("ideal") ? json.get("ideal") : json.get("expect");
		if (expect.has("error")) {
			boolean crash = json.path("anchor_defect").asString("").equals("crash") && !json.has("ideal");
			return error(crash ? "internal" : expect.get("error").asString());
		}
		if (expect.has("revisions")) {
			return new GraphOutcome(GraphCase.strings(expect.get("revisions")), sorted(expect.path("current")), null);
		}
		if (expect.has("branches")) {
			List<String> branches = new ArrayList<>();
			expect.get("branches")
				.forEach((branch) -> branches
					.add(branch(branch.get("revision").asString(), GraphCase.strings(branch.get("children")))));
			return of(branches);
		}
		if (expect.has("created")) {
			JsonNode created = expect.get("created");
			return new GraphOutcome(created(created.get("revision").asString(),
					GraphCase.strings(created.get("down_revision")), GraphCase.strings(created.get("depends_on")),
					GraphCase.strings(created.get("branch_labels"))), sorted(expect.path("heads_after")), null);
		}
		return new GraphOutcome(steps(expect), sorted(expect.path("versions_after")), null);
	}

	private static List<String> steps(JsonNode expect) {
		if (!expect.has("steps")) {
			return null;
		}
		List<String> steps = new ArrayList<>();
		expect.get("steps")
			.forEach((step) -> steps
				.add(step.path("direction").asString("") + " " + step.path("revision").asString("")));
		return steps;
	}

	private static List<String> sorted(JsonNode node) {
		return node.isArray() ? GraphCase.strings(node).stream().sorted().toList() : null;
	}

	boolean matches(GraphOutcome actual, GraphCase test) {
		if (this.error != null) {
			return actual.error != null && (this.error.equals(actual.error)
					|| GraphError.matches(this.error, actual.error) || this.error.equals("internal"));
		}
		if (actual.error != null || (this.versions != null && !this.versions.equals(actual.versions))) {
			return false;
		}
		if (this.result == null) {
			return true;
		}
		if (test.json().path("order").asString().equals("exact")) {
			return this.result.equals(actual.result);
		}
		return new HashSet<>(this.result).equals(new HashSet<>(actual.result)) && keepsOrder(actual.result, test);
	}

	private static boolean keepsOrder(List<String> result, GraphCase test) {
		List<String> ids = result.stream().map((step) -> step.substring(step.indexOf(' ') + 1)).toList();
		for (JsonNode pair : test.json().path("constraint").path("before")) {
			if (ids.indexOf(pair.get(0).asString()) > ids.indexOf(pair.get(1).asString())) {
				return false;
			}
		}
		return true;
	}

	/**
	 * How the kinds of broken graph read in our one error.
	 */
	private enum GraphError {

		CYCLE("There is a cycle"), MISSING_REVISION("which is not there"), DUPLICATE_BRANCH_LABEL("is already"),
		ILLEGAL_REVISION_ID("must not be empty");

		private final String words;

		GraphError(String words) {
			this.words = words;
		}

		static boolean matches(String kind, String message) {
			for (GraphError error : values()) {
				if (error.name().toLowerCase().replace('_', '-').equals(kind)) {
					return message.contains(error.words);
				}
			}
			return false;
		}

	}

}
