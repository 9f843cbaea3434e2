package dev.migration.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migration.BatchOperations;
import dev.migration.BatchOperations.Recreate;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.Computed;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Identity;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ReferentialAction;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Type;
import tools.jackson.databind.JsonNode;

import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.expression;
import static dev.migration.schema.Definitions.foreignKey;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Definitions.primaryKey;
import static dev.migration.schema.Definitions.unique;
import static dev.migration.schema.Types.sqlType;

/**
 * Says in our words what a recorded case asks for.
 */
final class BatchOperationsOfCase {

	private final BatchCase test;

	private final List<String> order;

	private boolean isOrdered;

	/**
	 * Create a new instance.
	 * @param test the case
	 * @param columns the columns that the table has
	 */
	BatchOperationsOfCase(BatchCase test, List<String> columns) {
		this.test = test;
		this.order = new ArrayList<>(columns);
	}

	static NamingConvention names(BatchCase test) {
		Map<String, String> templates = new LinkedHashMap<>();
		JsonNode given = test.options().path("naming_convention");
		given.propertyNames().forEach((kind) -> templates.put(kind, given.get(kind).asString()));
		return NamingConvention.DEFAULT.with(templates);
	}

	void apply(BatchOperations batch) {
		batch.recreate(Recreate.valueOf(this.test.options().path("recreate").asString("auto").toUpperCase()));
		this.test.operations().forEach((operation) -> apply(batch, operation));
		JsonNode arguments = this.test.options().path("table_kwargs");
		if (arguments.path("sqlite_autoincrement").asBoolean(false)) {
			batch.alterColumn("id", (change) -> change.identity(Identity.BY_DEFAULT));
		}
		for (JsonNode constraint : this.test.options().path("table_args")) {
			apply(batch, constraint);
		}
		reorder();
		if (this.isOrdered) {
			batch.columnOrder(this.order.toArray(String[]::new));
		}
	}

	private void apply(BatchOperations batch, JsonNode operation) {
		switch (operation.get("op").asString()) {
			case "add_column" -> addColumn(batch, operation);
			case "drop_column" -> {
				batch.dropColumn(text(operation, "column"));
				this.order.removeIf(text(operation, "column")::equalsIgnoreCase);
			}
			case "alter_column" -> alterColumn(batch, operation);
			case "create_unique_constraint" ->
				batch.createConstraint(unique(text(operation, "name")).on(columns(operation, "columns")));
			case "create_check_constraint" ->
				batch.createConstraint(check(text(operation, "name"), text(operation, "condition")));
			case "create_primary_key" ->
				batch.createConstraint(primaryKey(columns(operation, "columns")).named(text(operation, "name")));
			case "create_foreign_key" -> batch.createConstraint(key(operation));
			case "drop_constraint" -> dropConstraint(batch, operation);
			case "create_index" -> batch.createIndex(index(operation));
			case "drop_index" -> batch.dropIndex(text(operation, "name"));
			case "create_table_comment" -> batch.createTableComment(operation.path("comment").asString("c"));
			default -> throw new IllegalStateException("No such operation: " + operation);
		}
	}

	private void addColumn(BatchOperations batch, JsonNode operation) {
		JsonNode node = operation.get("column");
		String name = text(node, "name");
		Column column = column(name, type(node.path("type")));
		if (!node.path("nullable").asBoolean(true)) {
			column = column.notNull();
		}
		if (node.has("server_default")) {
			column = column.serverDefault(serverDefault(node.get("server_default")));
		}
		if (node.has("computed")) {
			JsonNode computed = node.get("computed");
			column = column
				.computed(new Computed(text(computed, "sqltext"), computed.path("persisted").asBoolean(false)));
		}
		if (node.path("unique").asBoolean(false)) {
			column = column.unique();
		}
		if (node.path("primary_key").asBoolean(false)) {
			column = column.primaryKey();
		}
		if (node.has("references")) {
			column = reference(column, node.get("references"));
		}
		for (String constraint : checks(name, node.path("type"))) {
			column = column.with(check(node.path("type").path("name").asString("ck_" + name), constraint));
		}
		batch.addColumn(column.comment(node.path("comment").asString(null)));
		place(name, operation);
	}

	private static Column reference(Column column, JsonNode reference) {
		String[] target = (reference.isObject()
				? reference.path("table").asString() + "." + reference.path("column").asString("id")
				: reference.asString())
			.split("\\.");
		ForeignKey key = foreignKey().on(column.name()).references(target[0], target[1]);
		return column.with(reference.has("ondelete")
				? key.onDelete(ReferentialAction.valueOf(reference.get("ondelete").asString().replace(' ', '_')))
				: key);
	}

	private void place(String name, JsonNode operation) {
		if (operation.has("insert_before") || operation.has("insert_after")) {
			boolean isBefore = operation.has("insert_before");
			String neighbour = text(operation, isBefore ? "insert_before" : "insert_after");
			int index = this.order.indexOf(neighbour);
			if (index < 0) {
				throw new IllegalArgumentException("There is no column " + neighbour);
			}
			this.order.add(isBefore ? index : index + 1, name);
			this.isOrdered = true;
		}
		else {
			this.order.add(name);
		}
	}

	/**
	 * Alembic is told pairs of neighbours, we are told an order.
	 */
	private void reorder() {
		for (JsonNode group : this.test.options().path("partial_reordering")) {
			List<String> wanted = BatchCase.strings(group);
			this.isOrdered = true;
			for (int i = 1; i < wanted.size(); i++) {
				int before = this.order.indexOf(wanted.get(i - 1));
				int after = this.order.indexOf(wanted.get(i));
				if (before > after && after >= 0) {
					this.order.add(before, this.order.remove(after));
				}
			}
		}
	}

	private void alterColumn(BatchOperations batch, JsonNode operation) {
		String name = text(operation, "column");
		ColumnChange change = ColumnChange.NONE;
		if (operation.has("type")) {
			change = change.type(type(operation.get("type")));
		}
		if (operation.has("nullable")) {
			change = operation.get("nullable").asBoolean() ? change.nullable() : change.notNull();
		}
		if (operation.has("server_default")) {
			JsonNode value = operation.get("server_default");
			change = value.isNull() ? change.dropServerDefault() : change.serverDefault(serverDefault(value));
		}
		if (operation.has("name")) {
			change = change.rename(text(operation, "name"));
			this.order.replaceAll((each) -> each.equalsIgnoreCase(name) ? text(operation, "name") : each);
		}
		ColumnChange result = change;
		batch.alterColumn(name, (none) -> result);
		for (String constraint : checks(operation.path("name").asString(name), operation.path("type"))) {
			batch.createConstraint(check(operation.path("type").path("name").asString("ck_" + name), constraint));
		}
	}

	private static Type type(JsonNode type) {
		if (type.has("boolean")) {
			return sqlType("BOOLEAN");
		}
		if (type.has("enum")) {
			int longest = BatchCase.strings(type.get("enum")).stream().mapToInt(String::length).max().orElse(1);
			return sqlType("VARCHAR(" + longest + ")");
		}
		return sqlType(type.asString(""));
	}

	private static List<String> checks(String column, JsonNode type) {
		if (!type.path("create_constraint").asBoolean(false)) {
			return List.of();
		}
		return List.of(type.has("boolean") ? column + " IN (0, 1)"
				: column + " IN ('" + String.join("', '", BatchCase.strings(type.get("enum"))) + "')");
	}

	private static ServerDefault serverDefault(JsonNode value) {
		return value.has("literal") ? literal(value.get("literal").asString())
				: expression(value.path("sql").asString().replaceFirst("^\\((.*)\\)$", "$1"));
	}

	private static ForeignKey key(JsonNode operation) {
		ForeignKey key = foreignKey(text(operation, "name")).on(columns(operation, "columns"))
			.references(text(operation, "referent_table"), columns(operation, "referent_columns"));
		if (operation.has("ondelete")) {
			key = key.onDelete(ReferentialAction.valueOf(text(operation, "ondelete").replace(' ', '_')));
		}
		if (operation.has("onupdate")) {
			key = key.onUpdate(ReferentialAction.valueOf(text(operation, "onupdate").replace(' ', '_')));
		}
		if (operation.path("deferrable").asBoolean(false)) {
			key = operation.path("initially").asString("").equals("DEFERRED") ? key.initiallyDeferred()
					: key.deferrable();
		}
		return key;
	}

	private static void dropConstraint(BatchOperations batch, JsonNode operation) {
		String name = operation.path("name").asString(null);
		if (name == null) {
			throw new IllegalArgumentException("A constraint is dropped by its name or its definition");
		}
		switch (operation.path("type").asString("")) {
			case "unique" -> batch.dropUniqueConstraint(name);
			case "check" -> batch.dropCheckConstraint(name);
			case "foreignkey" -> batch.dropForeignKey(name);
			case "primary" -> batch.dropPrimaryKey(name);
			default -> batch.dropConstraint(name);
		}
	}

	private Index index(JsonNode operation) {
		List<IndexPart> parts = new ArrayList<>();
		for (JsonNode part : operation.get("columns")) {
			parts
				.add(part.has("sql") ? IndexPart.ofExpression(text(part, "sql")) : IndexPart.ofColumn(part.asString()));
		}
		Index index = new Index(text(operation, "name"), QualifiedName.of(this.test.table()), parts);
		if (operation.path("unique").asBoolean(false)) {
			index = index.unique();
		}
		return operation.has("where") ? index.where(text(operation, "where")) : index;
	}

	private static String[] columns(JsonNode node, String property) {
		return BatchCase.strings(node.get(property)).toArray(String[]::new);
	}

	private static String text(JsonNode node, String property) {
		return node.get(property).asString();
	}

}
