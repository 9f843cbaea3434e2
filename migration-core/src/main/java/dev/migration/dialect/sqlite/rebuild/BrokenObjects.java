package dev.migration.dialect.sqlite.rebuild;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.sqlite.ddl.SqlToken;

/**
 * Finds the views and triggers that cannot run, by compiling what would run them. SQLite
 * keeps them without a word until somebody uses them, and then refuses to rename anything
 * because of them.
 */
final class BrokenObjects {

	private final Database database;

	private final List<SchemaObject> objects;

	BrokenObjects(Database database) {
		this.database = database;
		this.objects = database.objects();
	}

	/**
	 * Return what is broken.
	 * @return the error by object
	 */
	Map<SchemaObject, String> find() {
		Map<SchemaObject, String> broken = new LinkedHashMap<>();
		for (SchemaObject object : this.objects) {
			String error = switch (object.type()) {
				case "view" ->
					this.database.compile("SELECT * FROM " + this.database.qualified(object.name()) + " LIMIT 0");
				case "trigger" -> compileTrigger(object);
				default -> null;
			};
			if (error != null) {
				broken.put(object, error);
			}
		}
		return broken;
	}

	/**
	 * Return the names of the views and triggers that are broken and were not before.
	 * @param before what was broken before
	 * @return the errors, for people
	 */
	List<String> findNew(Map<SchemaObject, String> before) {
		List<String> names = before.keySet().stream().map((object) -> object.type() + " " + object.name()).toList();
		List<String> errors = new ArrayList<>();
		find().forEach((object, error) -> {
			String name = object.type() + " " + object.name();
			if (!names.contains(name)) {
				errors.add(name + " (" + error + ")");
			}
		});
		return errors;
	}

	private @Nullable String compileTrigger(SchemaObject trigger) {
		String table = this.database.qualified(trigger.table());
		String event = event(trigger.sql());
		List<String> columns = new ArrayList<>();
		for (List<@Nullable Object> column : this.database.columns(trigger.table())) {
			if (String.valueOf(column.get(1)).equals("0")) {
				columns.add(Database.quote(Database.text(column, 0)));
			}
		}
		return switch (event) {
			case "INSERT" -> this.database.compile("INSERT INTO " + table + " DEFAULT VALUES");
			case "DELETE" -> this.database.compile("DELETE FROM " + table);
			default -> this.database.compile("UPDATE " + table + " SET "
					+ columns.stream().map((column) -> column + " = " + column).collect(Collectors.joining(", ")));
		};
	}

	private static String event(String sql) {
		for (SqlToken token : SqlToken.significant(sql)) {
			for (String event : List.of("INSERT", "DELETE", "UPDATE")) {
				if (token.isWord(event)) {
					return event;
				}
			}
		}
		return "UPDATE";
	}

}
