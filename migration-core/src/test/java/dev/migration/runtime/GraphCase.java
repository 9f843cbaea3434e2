package dev.migration.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import dev.migration.RevisionHeader;
import dev.migration.graph.RevisionGraph;
import tools.jackson.databind.JsonNode;

/**
 * A recorded case: revisions, a command, and what Alembic did.
 *
 * @param json the case as it was recorded
 */
record GraphCase(JsonNode json) {

	String command() {
		return this.json.get("command").asString();
	}

	List<RevisionHeader> revisions() {
		List<RevisionHeader> headers = new ArrayList<>();
		this.json.get("revisions")
			.forEach((revision) -> headers.add(new RevisionHeader(revision.get("revision").asString(),
					strings(revision.get("down_revision")), strings(revision.get("depends_on")),
					strings(revision.get("branch_labels")), "", null, revision.get("revision").asString())));
		return headers;
	}

	RevisionGraph graph() {
		return RevisionGraph.of(revisions());
	}

	List<String> rows() {
		return strings(this.json.path("current"));
	}

	List<String> targets() {
		return strings(this.json.path("target"));
	}

	/**
	 * The two ends of a range, the lower one first.
	 */
	List<String> ends() {
		if (command().equals("history") && hasTarget() && targets().get(0).contains(":")) {
			return List.of(targets().get(0).split(":", -1));
		}
		return Stream.of("lower", "upper").flatMap((end) -> strings(this.json.path(end)).stream()).toList();
	}

	boolean hasTarget() {
		return !this.json.path("target").isMissingNode() && !this.json.path("target").isNull();
	}

	boolean option(String name) {
		return this.json.path("options").path(name).asBoolean(false);
	}

	boolean option(String name, boolean otherwise) {
		return this.json.path("options").path(name).asBoolean(otherwise);
	}

	List<String> optionValues(String name) {
		return strings(this.json.path("options").path(name));
	}

	boolean hasOption(String name) {
		return this.json.path("options").has(name);
	}

	boolean isOffline() {
		return option("sql");
	}

	String describe() {
		return this.json.get("id").asString() + " " + command() + " " + this.json.path("target") + " "
				+ this.json.path("options") + " " + this.json.path("upper") + " " + this.json.path("lower") + " from "
				+ this.json.path("current") + " [" + this.json.path("source").asString() + "]";
	}

	static List<String> strings(JsonNode node) {
		if (node.isMissingNode() || node.isNull()) {
			return List.of();
		}
		if (!node.isArray()) {
			return List.of(node.asString());
		}
		return StreamSupport.stream(node.spliterator(), false).map(JsonNode::asString).toList();
	}

}
