package dev.migration.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * A recorded case: a database, the operations of one batch, and what Alembic did.
 *
 * @param json the case as it was recorded
 */
record BatchCase(JsonNode json) {

	String id() {
		return this.json.get("id").asString();
	}

	String group() {
		return this.json.get("group").asString();
	}

	List<String> creation() {
		return strings(this.json.get("create"));
	}

	String table() {
		return this.json.get("table").asString();
	}

	List<JsonNode> operations() {
		List<JsonNode> operations = new ArrayList<>();
		this.json.get("ops").forEach(operations::add);
		return operations;
	}

	JsonNode options() {
		return this.json.path("options");
	}

	JsonNode expected() {
		return this.json.get("expect");
	}

	boolean isExpectedToFail() {
		return expected().has("error");
	}

	Set<String> lostKinds() {
		return new HashSet<>(strings(expected().path("lost_kinds")));
	}

	boolean has(String operation) {
		return operations().stream().anyMatch((each) -> each.get("op").asString().equals(operation));
	}

	Stream<JsonNode> operations(String name) {
		return operations().stream().filter((each) -> each.get("op").asString().equals(name));
	}

	/**
	 * What columns are called afterwards.
	 */
	Map<String, String> renames() {
		Map<String, String> renames = new HashMap<>();
		operations("alter_column").filter((operation) -> operation.has("name"))
			.forEach((operation) -> renames.put(operation.get("column").asString().toLowerCase(),
					operation.get("name").asString()));
		return renames;
	}

	Set<String> droppedColumns() {
		Set<String> dropped = new HashSet<>();
		operations("drop_column").forEach((operation) -> dropped.add(operation.get("column").asString().toLowerCase()));
		return dropped;
	}

	/**
	 * The columns whose type changes.
	 */
	Set<String> retypedColumns() {
		Set<String> retyped = new HashSet<>();
		operations("alter_column").filter((operation) -> operation.has("type"))
			.forEach((operation) -> retyped
				.add(operation.path("name").asString(operation.get("column").asString()).toLowerCase()));
		return retyped;
	}

	String describe() {
		return id() + " " + group() + " " + creation() + "\n  " + operations() + " " + options();
	}

	static List<String> strings(JsonNode node) {
		List<String> strings = new ArrayList<>();
		node.forEach((each) -> strings.add(each.asString()));
		return strings;
	}

}
