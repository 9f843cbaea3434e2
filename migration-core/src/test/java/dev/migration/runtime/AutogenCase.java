package dev.migration.runtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.Computed;
import dev.migration.schema.Definitions;
import dev.migration.schema.EnumType;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Identity;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ReferentialAction;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;
import dev.migration.schema.TableComment;
import dev.migration.schema.TableElement;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Type;
import dev.migration.schema.Types;
import dev.migration.schema.UniqueConstraint;
import dev.migration.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An autogenerate case recorded from Alembic, with its model in our words.
 *
 * @param json the case
 */
record AutogenCase(JsonNode json) {

	private static final Set<String> WHOLE_NUMBERS = Set.of("INTEGER", "BIGINT", "SMALLINT");

	String id() {
		return this.json.get("id").asString();
	}

	boolean is(String kind) {
		return this.json.get("kind").asString().equals(kind);
	}

	String anchor() {
		return this.json.get("anchor").asString();
	}

	String group() {
		return this.json.get("group").asString();
	}

	TestDatabase.Kind database() {
		return isPostgresql() ? TestDatabase.Kind.POSTGRESQL : TestDatabase.Kind.SQLITE;
	}

	boolean isPostgresql() {
		return this.json.get("dialect").asString().equals("postgresql");
	}

	List<String> creation() {
		return elements(this.json.get("database")).map(JsonNode::asString).toList();
	}

	TargetSchema target() {
		List<Table> tables = new ArrayList<>();
		List<Index> indexes = new ArrayList<>();
		Set<EnumType> types = new LinkedHashSet<>();
		elements(this.json.get("model").get("tables")).forEach((table) -> {
			Table read = table(table);
			tables.add(read);
			indexes.addAll(indexes(table, read.name()));
			read.columns().forEach((column) -> {
				Type type = (column.type() instanceof Type.Array array) ? array.element() : column.type();
				if (type instanceof Type.Enumeration enumeration) {
					types.add(enumeration.enumType());
				}
			});
		});
		return TargetSchema.of(new Schema(tables, indexes, List.of(), List.copyOf(types)));
	}

	private Table table(JsonNode table) {
		QualifiedName name = new QualifiedName(text(table, "schema"), table.get("name").asString());
		List<TableElement> elements = new ArrayList<>();
		List<JsonNode> columns = elements(table.get("columns")).toList();
		long keys = columns.stream().filter((column) -> column.path("primary_key").asBoolean(false)).count();
		for (JsonNode column : columns) {
			elements.add(column(table, column, isOnlyKey(table, column, keys)));
		}
		if (table.has("primary_key")) {
			elements.add(new PrimaryKey(text(table.get("primary_key"), "name"), strings(table.get("primary_key"))));
		}
		elements(table.path("uniques")).forEach((unique) -> elements.add(unique(unique)));
		elements(table.path("foreign_keys")).forEach((key) -> elements.add(foreignKey(key)));
		elements(table.path("checks"))
			.forEach((check) -> elements.add(new CheckConstraint(text(check, "name"), check.get("sql").asString())));
		if (text(table, "comment") != null) {
			elements.add(new TableComment(table.get("comment").asString()));
		}
		return Table.of(name, elements);
	}

	private Column column(JsonNode table, JsonNode json, boolean isOnlyKey) {
		String name = json.get("name").asString();
		boolean isKey = json.path("primary_key").asBoolean(false);
		Column column = Definitions.column(name, type(table, json));
		if (!json.path("nullable").asBoolean(true)) {
			column = column.notNull();
		}
		if (isKey) {
			column = column.primaryKey();
		}
		if (inKey(table, name)) {
			column = column.notNull();
		}
		if (isOnlyKey && isNumbered(table, json)) {
			column = column.identity();
		}
		column = identity(column, json.get("identity"));
		if (json.has("computed")) {
			column = column.computed(new Computed(json.get("computed").get("sqltext").asString(),
					json.get("computed").path("persisted").asBoolean(isPostgresql())));
		}
		if (json.has("server_default")) {
			JsonNode value = json.get("server_default");
			column = column.serverDefault(value.has("literal") ? Definitions.literal(value.get("literal").asString())
					: Definitions.expression(value.get("sql").asString()));
		}
		if (json.path("unique").asBoolean(false) && !json.path("index").asBoolean(false)) {
			column = column.unique();
		}
		column = typeBound(column, json.get("type"));
		if (json.get("type").isObject() && text(json.get("type"), "collation") != null) {
			column = column.collation(text(json.get("type"), "collation"));
		}
		return column.comment(text(json, "comment"));
	}

	private static boolean isOnlyKey(JsonNode table, JsonNode column, long keys) {
		return table.has("primary_key")
				? strings(table.get("primary_key")).equals(List.of(column.get("name").asString()))
				: keys == 1 && column.path("primary_key").asBoolean(false);
	}

	private static boolean inKey(JsonNode table, String column) {
		return table.has("primary_key") && strings(table.get("primary_key")).contains(column);
	}

	/**
	 * SQLAlchemy numbers the only column of a key if it is a whole number.
	 */
	private boolean isNumbered(JsonNode table, JsonNode column) {
		boolean pointsElsewhere = elements(table.path("foreign_keys"))
			.anyMatch((key) -> strings(key).contains(column.get("name").asString()));
		return isPostgresql() && column.path("autoincrement").asBoolean(true) && !column.has("server_default")
				&& !column.has("identity") && !pointsElsewhere && WHOLE_NUMBERS.contains(ddlType(table, column));
	}

	private static Column identity(Column column, @Nullable JsonNode json) {
		if (json == null) {
			return column;
		}
		Identity identity = json.path("always").asBoolean(false) ? Identity.ALWAYS : Identity.BY_DEFAULT;
		identity = json.has("start") ? identity.startWith(json.get("start").asLong()) : identity;
		identity = json.has("increment") ? identity.incrementBy(json.get("increment").asLong()) : identity;
		identity = json.has("cache") ? identity.cache(json.get("cache").asLong()) : identity;
		return column.identity(identity);
	}

	/**
	 * An enum that is no type of the database, and a boolean, can bring a constraint.
	 */
	private Column typeBound(Column column, JsonNode type) {
		boolean isNative = isPostgresql() && type.path("type").asString("").equals("Boolean");
		if (!type.path("create_constraint").asBoolean(false) || isNative) {
			return column;
		}
		String values = type.get("type").asString().equals("Boolean") ? "0, 1" : String.join(", ",
				elements(type.get("values")).map((value) -> "'" + value.asString().replace("'", "''") + "'").toList());
		return column.with(new CheckConstraint(text(type, "name"), column.name() + " IN (" + values + ")"));
	}

	private String ddlType(JsonNode table, JsonNode column) {
		String schema = text(table, "schema");
		String key = table.get("name").asString() + "." + column.get("name").asString();
		JsonNode types = this.json.get("ddl_types");
		return (types.has(key) ? types.get(key) : types.get(schema + "." + key)).asString();
	}

	private Type type(JsonNode table, JsonNode column) {
		JsonNode type = column.get("type");
		if (isPostgresql() && type.path("item").isObject() && type.get("item").has("values")) {
			return Types.array(enumeration(type.get("item")));
		}
		String name = type.path("type").asString("");
		boolean isEnum = name.equals("PGENUM") || (name.equals("Enum") && type.path("native_enum").asBoolean(true));
		if (isPostgresql() && isEnum) {
			return enumeration(type);
		}
		String sql = ddlType(table, column);
		int collation = sql.indexOf(" COLLATE");
		return Types.sqlType((collation > 0) ? sql.substring(0, collation) : sql);
	}

	private static Type enumeration(JsonNode type) {
		return Types.enumeration(text(type, "name"),
				elements(type.get("values")).map(JsonNode::asString).toArray(String[]::new));
	}

	private static UniqueConstraint unique(JsonNode json) {
		UniqueConstraint unique = new UniqueConstraint(text(json, "name"), strings(json));
		unique = json.path("deferrable").asBoolean(false) ? unique.deferrable() : unique;
		unique = json.path("nulls_not_distinct").asBoolean(false) ? unique.nullsNotDistinct() : unique;
		return json.has("include")
				? unique.include(elements(json.get("include")).map(JsonNode::asString).toArray(String[]::new)) : unique;
	}

	private static ForeignKey foreignKey(JsonNode json) {
		ForeignKey key = new ForeignKey(text(json, "name"), strings(json),
				new QualifiedName(text(json, "ref_schema"), json.get("ref_table").asString()),
				elements(json.get("ref_columns")).map(JsonNode::asString).toList());
		key = json.has("ondelete") ? key.onDelete(action(json, "ondelete")) : key;
		key = json.has("onupdate") ? key.onUpdate(action(json, "onupdate")) : key;
		key = json.path("deferrable").asBoolean(false) ? key.deferrable() : key;
		return "DEFERRED".equals(text(json, "initially")) ? key.initiallyDeferred() : key;
	}

	private static ReferentialAction action(JsonNode json, String field) {
		return ReferentialAction.valueOf(json.get(field).asString().replace(' ', '_'));
	}

	private static List<Index> indexes(JsonNode table, QualifiedName name) {
		List<Index> indexes = new ArrayList<>();
		elements(table.get("columns")).filter((column) -> column.path("index").asBoolean(false)).forEach((column) -> {
			String of = column.get("name").asString();
			Index index = new Index("ix_" + name.name() + "_" + of, name, List.of(IndexPart.ofColumn(of)));
			indexes.add(column.path("unique").asBoolean(false) ? index.unique() : index);
		});
		elements(table.path("indexes")).forEach((json) -> indexes.add(index(json, name)));
		return indexes;
	}

	private static Index index(JsonNode json, QualifiedName table) {
		List<IndexPart> parts = elements(json.get("columns")).map(AutogenCase::part).toList();
		Index index = new Index(text(json, "name"), table, parts);
		index = json.path("unique").asBoolean(false) ? index.unique() : index;
		index = json.has("where") ? index.where(json.get("where").asString()) : index;
		index = json.has("using") ? index.using(json.get("using").asString()) : index;
		index = json.path("nulls_not_distinct").asBoolean(false) ? index.nullsNotDistinct() : index;
		for (var entry : json.path("with").properties()) {
			index = index.storageParameter(entry.getKey(), entry.getValue().asString());
		}
		return index;
	}

	private static IndexPart part(JsonNode json) {
		if (!json.isObject()) {
			return IndexPart.ofColumn(json.asString());
		}
		IndexPart part = json.has("sql") ? IndexPart.ofExpression(json.get("sql").asString())
				: IndexPart.ofColumn(json.get("name").asString());
		part = json.path("desc").asBoolean(false) ? part.descending() : part;
		part = "first".equals(text(json, "nulls")) ? part.nullsFirst() : part;
		part = "last".equals(text(json, "nulls")) ? part.nullsLast() : part;
		part = json.has("opclass") ? part.operatorClass(json.get("opclass").asString()) : part;
		return json.has("collation") ? part.collate(json.get("collation").asString()) : part;
	}

	List<String> tables() {
		return elements(this.json.get("model").get("tables")).map((table) -> table.get("name").asString()).toList();
	}

	/**
	 * Return the conditions of the checks of a table, with those that its types bring.
	 */
	List<String> checksOf(String table) {
		return target().schema()
			.tables()
			.stream()
			.filter((each) -> each.name().name().equals(table))
			.flatMap((each) -> each.checkConstraints().stream())
			.map(CheckConstraint::condition)
			.toList();
	}

	/**
	 * Return the type of a column, {@code table.column}, as SQLAlchemy writes it.
	 */
	String typeOf(String column) {
		return this.json.get("ddl_types").path(column).asString("");
	}

	/**
	 * Return the default of a column, {@code table.column}, in SQL.
	 */
	@Nullable String defaultOf(String column) {
		for (JsonNode table : elements(this.json.get("model").get("tables")).toList()) {
			for (JsonNode each : elements(table.get("columns")).toList()) {
				if (column.equals(table.get("name").asString() + "." + each.get("name").asString())) {
					JsonNode value = each.path("server_default");
					return value.has("literal") ? "'" + value.get("literal").asString().replace("'", "''") + "'"
							: text(value, "sql");
				}
			}
		}
		return null;
	}

	Map<String, List<String>> enumTypes() {
		return target().schema()
			.enumTypes()
			.stream()
			.collect(Collectors.toMap((type) -> type.name().name(), EnumType::values));
	}

	/**
	 * Return whether the database was made from the same model, but with names where this
	 * one has none.
	 */
	boolean differsInMissingNamesOnly() {
		return this.json.has("database_model")
				&& withoutNames(this.json.get("database_model"), this.json.get("model")).equals(this.json.get("model"));
	}

	/**
	 * Leave out the name of a constraint if the other model has none at the same place.
	 */
	private static JsonNode withoutNames(JsonNode database, JsonNode model) {
		JsonNode copy = database.deepCopy();
		List<JsonNode> tables = elements(copy.get("tables")).toList();
		for (int i = 0; i < tables.size(); i++) {
			for (String kind : List.of("uniques", "foreign_keys", "checks")) {
				List<JsonNode> keys = elements(tables.get(i).path(kind)).toList();
				for (int j = 0; j < keys.size(); j++) {
					JsonNode other = model.get("tables").path(i).path(kind).path(j);
					if (other.isObject() && text(other, "name") == null) {
						ObjectNode key = (ObjectNode) keys.get(j);
						key.remove("name");
						if (other.has("name")) {
							key.putNull("name");
						}
					}
				}
			}
		}
		return copy;
	}

	static @Nullable String text(JsonNode json, String field) {
		return json.path(field).isString() ? json.get(field).asString() : null;
	}

	static Stream<JsonNode> elements(@Nullable JsonNode array) {
		List<JsonNode> all = new ArrayList<>();
		if (array != null) {
			array.forEach(all::add);
		}
		return all.stream();
	}

	private static List<String> strings(JsonNode json) {
		return elements(json.get("columns")).map(JsonNode::asString).toList();
	}

}
