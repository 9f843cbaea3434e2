package dev.migration.dialect.sqlite.rebuild;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The foreign keys from and to a table.
 */
final class ForeignKeys {

	private final Database database;

	ForeignKeys(Database database) {
		this.database = database;
	}

	/**
	 * Return whether the connection keeps foreign keys at this moment.
	 * @return whether dropping a table would also drop, or be refused for, rows of others
	 */
	boolean areEnforced() {
		return this.database.number("PRAGMA foreign_keys") != 0;
	}

	/**
	 * Return the tables that refer to a table, perhaps itself.
	 * @param table the table
	 * @return their names
	 */
	List<String> referringTo(String table) {
		return names("f.\"table\" = " + Database.literal(table) + " COLLATE NOCASE");
	}

	/**
	 * Return the tables that refer to a column of a table, perhaps itself.
	 * @param table the table
	 * @param column the column
	 * @return their names
	 */
	List<String> referringTo(String table, String column) {
		String schema = Database.literal(this.database.schema());
		return names("f.\"table\" = " + Database.literal(table) + " COLLATE NOCASE AND (f.\"to\" = "
				+ Database.literal(column) + " COLLATE NOCASE OR (f.\"to\" IS NULL AND EXISTS (SELECT 1 FROM"
				+ " pragma_table_info(" + Database.literal(table) + ", " + schema + ") c WHERE c.pk > 0 AND c.name = "
				+ Database.literal(column) + " COLLATE NOCASE)))");
	}

	boolean hasAny(String table) {
		return !this.database
			.query("SELECT 1 FROM pragma_foreign_key_list(" + Database.literal(table) + ", "
					+ Database.literal(this.database.schema()) + ") LIMIT 1")
			.isEmpty();
	}

	private List<String> names(String condition) {
		List<String> names = new ArrayList<>();
		for (List<@Nullable Object> row : this.database.query("SELECT DISTINCT m.name FROM "
				+ Database.quote(this.database.schema()) + ".sqlite_master m, pragma_foreign_key_list(m.name, "
				+ Database.literal(this.database.schema()) + ") f WHERE m.type = 'table' AND " + condition)) {
			names.add(Database.text(row, 0));
		}
		return names;
	}

	/**
	 * Return the rows that refer to something that is not there.
	 * @param tables the tables to look at
	 * @return the violations, for people
	 */
	Set<String> violations(Iterable<String> tables) {
		Set<String> violations = new LinkedHashSet<>();
		for (String table : tables) {
			violations.addAll(violations("PRAGMA " + Database.quote(this.database.schema()) + ".foreign_key_check("
					+ Database.quote(table) + ")"));
		}
		return violations;
	}

	private Set<String> violations(String pragma) {
		Set<String> violations = new LinkedHashSet<>();
		try {
			for (List<@Nullable Object> row : Database.query(this.database.connection(), pragma)) {
				violations.add("row " + row.get(1) + " of table " + row.get(0) + " refers to a row that table "
						+ row.get(2) + " does not have");
			}
		}
		catch (SQLException ex) {
			violations.add(Database.message(ex));
		}
		return violations;
	}

}
