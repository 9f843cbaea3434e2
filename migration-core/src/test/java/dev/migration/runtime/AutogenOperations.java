package dev.migration.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import dev.migration.autogenerate.ProposedChange;
import dev.migration.operation.Batch;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.ConstraintOperation;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.Constraint;
import dev.migration.schema.ConstraintKind;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.UniqueConstraint;
import tools.jackson.databind.JsonNode;

/**
 * Operations in words that ours and Alembic's have in common: what is done to what. What
 * has no name is called by its columns.
 */
final class AutogenOperations {

	private AutogenOperations() {
	}

	static List<String> ofCase(JsonNode operations) {
		List<String> words = new ArrayList<>();
		AutogenCase.elements(operations).forEach((operation) -> {
			if (operation.get("op").asString().equals("alter_column")) {
				changes(operation.get("changes")).forEach((change) -> words.add("alter_column "
						+ operation.get("table").asString() + "." + operation.get("column").asString() + " " + change));
			}
			else {
				words.add(words(operation));
			}
		});
		return words.stream().sorted().toList();
	}

	private static String words(JsonNode json) {
		String name = json.get("op").asString();
		String table = json.path("table").asString("");
		return switch (name) {
			case "create_table", "drop_table", "create_table_comment", "drop_table_comment" ->
				name.replaceAll("(create|drop)_table_comment", "comment_table") + " " + table;
			case "add_column" -> name + " " + table + "." + json.get("column").get("name").asString();
			case "drop_column" -> name + " " + table + "." + json.get("column").asString();
			case "drop_constraint" -> name + " " + table + " " + json.get("type").asString();
			case "create_foreign_key" -> name + " " + table + " " + columns(json);
			case "create_unique" -> name + " " + table + " " + columns(json);
			case "create_check" -> name + " " + table;
			default -> name + " " + table + " " + json.get("name").asString();
		};
	}

	private static TreeSet<String> changes(JsonNode changes) {
		TreeSet<String> names = new TreeSet<>();
		changes.propertyNames().forEach(names::add);
		return names;
	}

	private static List<String> columns(JsonNode json) {
		return AutogenCase.elements(json.get("columns")).map(JsonNode::asString).toList();
	}

	static List<String> of(List<ProposedChange> changes) {
		List<String> words = new ArrayList<>();
		changes.forEach((change) -> add(words, change.operation()));
		return words.stream().sorted().toList();
	}

	private static void add(List<String> words, Operation operation) {
		if (operation instanceof Batch batch) {
			batch.operations().forEach((each) -> add(words, each));
		}
		else if (operation instanceof ColumnOperation.AlterColumn alteration) {
			changes(alteration.change()).forEach((change) -> words
				.add("alter_column " + alteration.table().name() + "." + alteration.column() + " " + change));
		}
		else {
			words.add(words(operation));
		}
	}

	private static String words(Operation operation) {
		if (operation instanceof TableOperation.CreateTable creation) {
			return "create_table " + creation.table().name().name();
		}
		if (operation instanceof TableOperation.DropTable drop) {
			return "drop_table " + drop.table().name();
		}
		if (operation instanceof TableOperation.CommentTable comment) {
			return "comment_table " + comment.table().name();
		}
		if (operation instanceof ColumnOperation.AddColumn addition) {
			return "add_column " + addition.table().name() + "." + addition.column().name();
		}
		if (operation instanceof ColumnOperation.DropColumn drop) {
			return "drop_column " + drop.table().name() + "." + drop.column();
		}
		if (operation instanceof ConstraintOperation.CreateConstraint creation) {
			return creation(creation.table().name(), creation.constraint());
		}
		if (operation instanceof ConstraintOperation.DropConstraint drop) {
			return "drop_constraint " + drop.table().name() + " " + kind(drop.kind());
		}
		if (operation instanceof IndexOperation.CreateIndex creation) {
			return "create_index " + creation.index().table().name() + " " + creation.index().name();
		}
		if (operation instanceof IndexOperation.DropIndex drop) {
			return "drop_index " + drop.table().name() + " " + drop.name();
		}
		return operation.describe();
	}

	private static String creation(String table, Constraint constraint) {
		if (constraint instanceof ForeignKey key) {
			return "create_foreign_key " + table + " " + key.columns();
		}
		if (constraint instanceof UniqueConstraint unique) {
			return "create_unique " + table + " " + unique.columns();
		}
		return (constraint.kind() == ConstraintKind.CHECK_CONSTRAINT) ? "create_check " + table
				: "create " + constraint.kind().words() + " " + table;
	}

	private static String kind(ConstraintKind kind) {
		return switch (kind) {
			case FOREIGN_KEY -> "foreignkey";
			case UNIQUE_CONSTRAINT -> "unique";
			case CHECK_CONSTRAINT -> "check";
			default -> kind.words();
		};
	}

	private static TreeSet<String> changes(ColumnChange change) {
		TreeSet<String> names = new TreeSet<>();
		add(names, "name", change.name().isMentioned());
		add(names, "type", change.type().isMentioned() || change.collation().isMentioned());
		add(names, "nullable", change.nullability().isMentioned());
		add(names, "server_default", change.serverDefault().isMentioned());
		add(names, "identity", change.identity().isMentioned());
		add(names, "computed", change.computed().isMentioned());
		add(names, "comment", change.comment().isMentioned());
		return names;
	}

	private static void add(TreeSet<String> names, String name, boolean isMentioned) {
		if (isMentioned) {
			names.add(name);
		}
	}

}
