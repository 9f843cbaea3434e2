package dev.migration.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.migration.dialect.sqlite.ddl.Expressions;
import tools.jackson.databind.JsonNode;

/**
 * Finds what differs from the case, and what is lost of what no operation has named.
 */
final class BatchComparison {

	private static final Map<String, Set<String>> ASPECTS_OF_LOSSES = Map.ofEntries(
			Map.entry("check", Set.of("checks")), Map.entry("index", Set.of("indexes")),
			Map.entry("index-definition", Set.of("indexes")), Map.entry("foreign-key", Set.of("foreign_keys")),
			Map.entry("collation", Set.of("collations", "indexes")), Map.entry("trigger", Set.of("triggers")),
			Map.entry("autoincrement", Set.of("autoincrement")), Map.entry("sequence-value", Set.of("sequence")),
			Map.entry("strict", Set.of("strict")), Map.entry("without-rowid", Set.of("without_rowid", "indexes")),
			Map.entry("rows-of-other-table", Set.of("other_tables")),
			Map.entry("dangling-reference", Set.of("other_tables", "foreign_keys")),
			Map.entry("rows", Set.of("rows", "rows as before")), Map.entry("values", Set.of("rows", "rows as before")),
			Map.entry("declared-type", Set.of("columns", "indexes")), Map.entry("not-null", Set.of("columns")));

	private final BatchCase test;

	private final BatchState before;

	private final BatchState after;

	BatchComparison(BatchCase test, BatchState before, BatchState after) {
		this.test = test;
		this.before = before;
		this.after = after;
	}

	/**
	 * Return what is not as in Alembic's result.
	 * @return the differences by aspect
	 */
	Map<String, String> differences() {
		Map<String, String> differences = new TreeMap<>();
		JsonNode expected = this.test.expected();
		compare(differences, "columns", columns(expected.get("columns")), columns(this.after.list("columns")));
		compare(differences, "indexes", indexes(expected.get("indexes")), indexes(this.after.list("indexes")));
		compare(differences, "foreign_keys", foreignKeys(expected.get("foreign_keys")),
				foreignKeys(this.after.list("foreign_keys")));
		compare(differences, "checks", BatchCase.strings(expected.get("checks")), this.after.get("checks"));
		for (String flag : List.of("autoincrement", "without_rowid", "strict")) {
			compare(differences, flag, expected.get(flag).asBoolean(), this.after.get(flag));
		}
		compare(differences, "collations", text(expected.get("collations")), text(this.after.get("collations")));
		boolean areKept = numbers(this.before.rows()).equals(numbers(this.after.rows()));
		compare(differences, areKept ? "rows as before" : "rows", rows(expected.get("rows")), rows(this.after.rows()));
		compare(differences, "triggers", names(expected.get("triggers")), names(this.after.list("triggers")));
		compare(differences, "views", views(expected.get("views")), views(this.after.list("views")));
		compare(differences, "other_tables", otherRows(expected.get("other_tables")), otherRows());
		JsonNode sequence = expected.get("sequence");
		compare(differences, "sequence", sequence.isNull() ? List.of() : rows(sequence), rows(sequence(this.after)));
		compare(differences, "integrity_check", "ok", this.after.get("integrity_check"));
		for (String kind : this.test.lostKinds()) {
			ASPECTS_OF_LOSSES.getOrDefault(kind, Set.of()).forEach(differences::remove);
		}
		return differences;
	}

	private static void compare(Map<String, String> differences, String aspect, Object expected, Object actual) {
		if (!expected.equals(actual)) {
			differences.put(aspect, expected + " <> " + actual);
		}
	}

	private static List<String> columns(JsonNode columns) {
		List<String> texts = new ArrayList<>();
		columns.forEach((column) -> texts.add(column.get("name").asString() + " " + column.get("type").asString() + " "
				+ column.get("notnull") + " " + defaultOf(column.get("dflt").asString(null)) + " " + column.get("pk")
				+ " " + column.get("hidden")));
		return texts;
	}

	private static List<String> columns(List<Map<String, Object>> columns) {
		return columns.stream()
			.map((column) -> column.get("name") + " " + column.get("type") + " " + column.get("notnull") + " "
					+ defaultOf((String) column.get("dflt")) + " " + column.get("pk") + " " + column.get("hidden"))
			.toList();
	}

	private static String defaultOf(String text) {
		String value = text;
		while (value != null && value.startsWith("(") && value.endsWith(")")) {
			value = value.substring(1, value.length() - 1);
		}
		return value;
	}

	private static List<String> indexes(JsonNode indexes) {
		List<String> texts = new ArrayList<>();
		for (JsonNode index : indexes) {
			StringBuilder text = new StringBuilder(index.get("name").asString("-") + " " + index.get("unique") + " "
					+ index.get("origin").asString() + " " + index.get("partial"));
			index.get("columns")
				.forEach((column) -> text.append(" " + column.get("name").asString("-") + "/" + column.get("desc") + "/"
						+ column.get("coll").asString()));
			texts.add(text.toString());
		}
		return texts.stream().sorted().toList();
	}

	@SuppressWarnings("unchecked")
	private static List<String> indexes(List<Map<String, Object>> indexes) {
		return indexes.stream().map((index) -> {
			StringBuilder text = new StringBuilder(Objects.requireNonNullElse(index.get("name"), "-") + " "
					+ index.get("unique") + " " + index.get("origin") + " " + index.get("partial"));
			((List<Map<String, Object>>) index.get("columns"))
				.forEach((column) -> text.append(" " + Objects.requireNonNullElse(column.get("name"), "-") + "/"
						+ column.get("desc") + "/" + column.get("coll")));
			return text.toString();
		}).sorted().toList();
	}

	private static List<String> foreignKeys(JsonNode keys) {
		List<String> texts = new ArrayList<>();
		keys.forEach((key) -> texts
			.add(key.get("table").asString() + " " + BatchCase.strings(key.get("from")) + " " + targets(key.get("to"))
					+ " " + key.get("on_update").asString() + " " + key.get("on_delete").asString()));
		return texts.stream().sorted().toList();
	}

	private static String targets(JsonNode to) {
		return to.toString().replace("\"", "").replace(",", ", ");
	}

	private static List<String> foreignKeys(List<Map<String, Object>> keys) {
		return keys.stream()
			.map((key) -> key.get("table") + " " + key.get("from") + " " + key.get("to") + " " + key.get("on_update")
					+ " " + key.get("on_delete"))
			.sorted()
			.toList();
	}

	private static List<String> rows(JsonNode rows) {
		List<String> texts = new ArrayList<>();
		rows.forEach((row) -> {
			List<String> values = new ArrayList<>();
			row.forEach((value) -> values.add(value.isNull() ? "null" : value.asString()));
			texts.add(values.toString());
		});
		return texts.stream().sorted().toList();
	}

	private static List<String> rows(List<List<Object>> rows) {
		return rows.stream()
			.map((row) -> row.stream().map(String::valueOf).map(BatchComparison::masked).toList().toString())
			.sorted()
			.toList();
	}

	/**
	 * The values with 12.0 and 12 being the same.
	 */
	private static List<String> numbers(List<List<Object>> rows) {
		return rows.stream()
			.map((row) -> row.stream()
				.map((value) -> String.valueOf(value).replaceFirst("^(-?\\d+)\\.0$", "$1"))
				.toList()
				.toString())
			.sorted()
			.toList();
	}

	private static String masked(String value) {
		if (value.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d") && !value.startsWith("2020")) {
			return "<CURRENT_TIMESTAMP>";
		}
		return (value.matches("\\d{4}-\\d\\d-\\d\\d") && !value.startsWith("2020")) ? "<CURRENT_DATE>" : value;
	}

	private static List<String> names(JsonNode objects) {
		List<String> names = new ArrayList<>();
		objects.forEach((object) -> names.add(object.get("name").asString()));
		return names;
	}

	private static List<String> names(List<Map<String, Object>> objects) {
		return objects.stream().map((object) -> String.valueOf(object.get("name"))).toList();
	}

	private static List<String> views(JsonNode views) {
		List<String> texts = new ArrayList<>();
		views.forEach((view) -> texts
			.add(view.get("name").asString() + " " + (view.get("rows").isArray() ? rows(view.get("rows")) : "error")));
		return texts;
	}

	@SuppressWarnings("unchecked")
	private static List<String> views(List<Map<String, Object>> views) {
		return views.stream()
			.map((view) -> view.get("name") + " "
					+ ((view.get("rows") instanceof List<?> rows) ? rows((List<List<Object>>) rows) : "error"))
			.toList();
	}

	private static Map<String, String> otherRows(JsonNode tables) {
		Map<String, String> texts = new TreeMap<>();
		tables.propertyNames()
			.forEach((name) -> texts.put(name,
					columns(tables.get(name).get("columns")) + " " + rows(tables.get(name).get("rows"))));
		return texts;
	}

	@SuppressWarnings("unchecked")
	private Map<String, String> otherRows() {
		Map<String, String> texts = new TreeMap<>();
		((Map<String, Map<String, Object>>) this.after.get("other_tables")).forEach((name, table) -> {
			BatchState state = new BatchState(table);
			texts.put(name, columns(state.list("columns")) + " " + rows(state.rows()));
		});
		return texts;
	}

	private static String text(JsonNode map) {
		Map<String, String> texts = new TreeMap<>();
		map.propertyNames().forEach((name) -> texts.put(name, map.get(name).asString()));
		return texts.toString();
	}

	private static String text(Object map) {
		return new TreeMap<>((Map<?, ?>) map).toString();
	}

	@SuppressWarnings("unchecked")
	private static List<List<Object>> sequence(BatchState state) {
		return (List<List<Object>>) state.get("sequence");
	}

	/**
	 * Return what was there before and is not now, although no operation names it.
	 * @return the losses, in words
	 */
	List<String> losses() {
		List<String> losses = new ArrayList<>();
		lossesOfColumns(losses);
		lossesOfIndexes(losses);
		lossesOfKeysAndChecks(losses);
		for (String flag : List.of("autoincrement", "without_rowid", "strict")) {
			boolean isGone = Boolean.TRUE.equals(this.before.get(flag)) && !Boolean.TRUE.equals(this.after.get(flag));
			if (isGone && !touchesKey()) {
				losses.add(flag);
			}
		}
		for (String kind : List.of("triggers", "views")) {
			if (!names(this.before.list(kind)).equals(names(this.after.list(kind)))) {
				losses.add(kind);
			}
		}
		if (this.test.renames().isEmpty() && !this.before.get("triggers").equals(this.after.get("triggers"))) {
			losses.add("text of triggers");
		}
		lossesOfRows(losses);
		if ((Long) this.before.get("conflicts") > (Long) this.after.get("conflicts") && !touchesConflict()) {
			losses.add("ON CONFLICT");
		}
		if ((Integer) this.before.get("foreign_key_check") < (Integer) this.after.get("foreign_key_check")) {
			losses.add("a foreign key does not hold");
		}
		return losses;
	}

	private boolean touchesKey() {
		return this.test.has("create_primary_key") || this.test.has("drop_constraint")
				|| !this.test.droppedColumns().isEmpty() || !this.test.retypedColumns().isEmpty();
	}

	private boolean touchesConflict() {
		return !this.test.droppedColumns().isEmpty() || this.test.has("drop_constraint")
				|| this.test.has("create_primary_key")
				|| this.test.operations("alter_column").anyMatch((operation) -> operation.has("nullable"));
	}

	private void lossesOfColumns(List<String> losses) {
		Map<String, Map<String, Object>> now = new HashMap<>();
		this.after.list("columns").forEach((column) -> now.put(lower(column.get("name")), column));
		Map<?, ?> collationsBefore = (Map<?, ?>) this.before.get("collations");
		Map<?, ?> collations = (Map<?, ?>) this.after.get("collations");
		for (Map<String, Object> column : this.before.list("columns")) {
			String name = renamed(column.get("name"));
			Map<String, Object> same = now.get(name.toLowerCase(Locale.ROOT));
			if (this.test.droppedColumns().contains(lower(column.get("name")))) {
				continue;
			}
			if (same == null) {
				losses.add("column " + name);
				continue;
			}
			boolean isAltered = this.test.operations("alter_column")
				.anyMatch((operation) -> lower(operation.get("column").asString()).equals(lower(column.get("name"))));
			for (String property : List.of("type", "notnull", "dflt", "hidden")) {
				if (!isAltered && !Objects.equals(column.get(property), same.get(property))) {
					losses.add(property + " of column " + name);
				}
			}
			String collation = String.valueOf(collationsBefore.get(column.get("name")));
			if (!collation.equals(String.valueOf(collations.get(same.get("name"))))) {
				losses.add("collation of column " + name);
			}
		}
	}

	private static String lower(Object name) {
		return String.valueOf(name).toLowerCase(Locale.ROOT);
	}

	private String renamed(Object name) {
		return this.test.renames().getOrDefault(lower(name), String.valueOf(name));
	}

	@SuppressWarnings("unchecked")
	private void lossesOfIndexes(List<String> losses) {
		List<String> dropped = this.test.operations("drop_index")
			.map((operation) -> operation.get("name").asString())
			.toList();
		List<String> now = indexes(this.after.list("indexes"));
		for (Map<String, Object> index : this.before.list("indexes")) {
			String sql = String.valueOf(index.get("sql"));
			boolean isOfDropped = this.test.droppedColumns()
				.stream()
				.anyMatch((column) -> Expressions.mentions(sql, column));
			if (index.get("name") == null || dropped.contains(index.get("name")) || isOfDropped) {
				continue;
			}
			Map<String, Object> renamed = new HashMap<>(index);
			renamed.put("columns", ((List<Map<String, Object>>) index.get("columns")).stream().map((column) -> {
				Map<String, Object> copy = new HashMap<>(column);
				copy.replace("name", (column.get("name") != null) ? renamed(column.get("name")) : null);
				return copy;
			}).toList());
			if (!now.containsAll(indexes(List.of(renamed)))) {
				losses.add("index " + index.get("name"));
			}
			boolean hasSameText = this.after.list("indexes").stream().anyMatch((each) -> sql.equals(each.get("sql")));
			if (this.test.renames().isEmpty() && !hasSameText) {
				losses.add("text of index " + index.get("name"));
			}
		}
	}

	@SuppressWarnings("unchecked")
	private void lossesOfKeysAndChecks(List<String> losses) {
		boolean isNamedElsewhere = this.test.has("drop_constraint") || !this.test.droppedColumns().isEmpty();
		if (isNamedElsewhere) {
			return;
		}
		int checks = ((List<String>) this.before.get("checks")).size();
		if (((List<String>) this.after.get("checks")).size() < checks) {
			losses.add("checks");
		}
		List<String> names = new ArrayList<>((List<String>) this.before.get("constraint_names"));
		names.removeAll((List<String>) this.after.get("constraint_names"));
		boolean isExplained = this.test.has("create_primary_key")
				|| this.test.operations("alter_column").anyMatch((operation) -> operation.has("nullable"));
		if (!names.isEmpty() && !isExplained) {
			losses.add("constraint names " + names);
		}
		List<String> keys = new ArrayList<>(foreignKeys(this.before.list("foreign_keys").stream().map((key) -> {
			Map<String, Object> copy = new HashMap<>(key);
			copy.put("from", ((List<Object>) key.get("from")).stream().map(this::renamed).toList());
			boolean isSelf = this.test.table().equalsIgnoreCase(String.valueOf(key.get("table")));
			if (isSelf) {
				copy.put("to", ((List<Object>) key.get("to")).stream().map(this::renamed).toList());
			}
			return copy;
		}).toList()));
		keys.removeAll(foreignKeys(this.after.list("foreign_keys")));
		if (!keys.isEmpty()) {
			losses.add("foreign keys " + keys);
		}
	}

	@SuppressWarnings("unchecked")
	private void lossesOfRows(List<String> losses) {
		if (this.before.rows().size() != this.after.rows().size()) {
			losses.add("rows");
		}
		if (!Objects.equals(this.before.get("rowids"), this.after.get("rowids")) && !touchesKey()
				&& !Boolean.TRUE.equals(this.after.get("without_rowid"))) {
			losses.add("rowids");
		}
		Map<String, Map<String, Object>> others = (Map<String, Map<String, Object>>) this.after.get("other_tables");
		((Map<String, Map<String, Object>>) this.before.get("other_tables")).forEach((name, table) -> {
			Map<String, Object> now = others.get(name);
			Stream.of("rows", "columns", "indexes", "rowids")
				.filter((aspect) -> now == null || !Objects.equals(table.get(aspect), now.get(aspect)))
				.forEach((aspect) -> losses.add(aspect + " of table " + name));
		});
		List<List<Object>> counters = new ArrayList<>(sequence(this.before));
		counters.removeAll(sequence(this.after));
		if (!counters.isEmpty() && !touchesKey()) {
			losses.add("counter " + counters);
		}
	}

	/**
	 * Return the requested changes that are not there.
	 * @return the changes, as the case has them
	 */
	List<String> missingChanges() {
		List<String> missing = new ArrayList<>();
		for (JsonNode operation : this.test.operations()) {
			if (!isThere(operation)) {
				missing.add(operation.toString());
			}
		}
		return missing;
	}

	private boolean isThere(JsonNode operation) {
		String sql = String.valueOf(this.after.get("sql"));
		return switch (operation.get("op").asString()) {
			case "add_column" -> column(operation.get("column").get("name").asString()) != null;
			case "drop_column" ->
				column(operation.get("column").asString()) == null || this.test.operations("add_column")
					.anyMatch((other) -> other.get("column").get("name").equals(operation.get("column")));
			case "alter_column" -> isAltered(operation);
			case "create_unique_constraint", "create_check_constraint", "create_foreign_key", "create_primary_key" ->
				sql.contains(operation.get("name").asString());
			case "create_index" -> this.after.list("indexes")
				.stream()
				.anyMatch((index) -> operation.get("name").asString().equals(index.get("name")));
			default -> true;
		};
	}

	private boolean isAltered(JsonNode operation) {
		String name = operation.path("name").asString(operation.get("column").asString());
		Map<String, Object> column = column(renamed(name));
		if (column == null) {
			return this.test.droppedColumns().contains(lower(name));
		}
		boolean hasType = !operation.path("type").isString()
				|| operation.get("type").asString().equals(column.get("type"));
		boolean hasNull = !operation.has("nullable")
				|| operation.get("nullable").asBoolean() == column.get("notnull").equals(0L);
		return hasType && hasNull;
	}

	private Map<String, Object> column(String name) {
		return this.after.list("columns")
			.stream()
			.filter((column) -> name.equalsIgnoreCase(String.valueOf(column.get("name"))))
			.findFirst()
			.orElse(null);
	}

}
