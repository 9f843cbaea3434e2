package dev.migration.dialect.sqlite.rebuild;

import java.util.Locale;

import dev.migration.dialect.sqlite.ddl.SqlToken;

/**
 * A row of {@code sqlite_master}.
 *
 * @param type {@code table}, {@code index}, {@code view} or {@code trigger}
 * @param name the name
 * @param table the table, or view, that it belongs to
 * @param sql the text that made it
 */
record SchemaObject(String type, String name, String table, String sql) {

	boolean is(String wantedType, String wantedName) {
		return this.type.equals(wantedType) && this.name.equalsIgnoreCase(wantedName);
	}

	boolean isOn(String wantedTable) {
		return this.table.equalsIgnoreCase(wantedTable);
	}

	boolean isInternal() {
		return this.name.toLowerCase(Locale.ROOT).startsWith("sqlite_");
	}

	boolean isVirtual() {
		return this.type.equals("table") && this.sql.regionMatches(true, 0, "CREATE VIRTUAL", 0, 14);
	}

	/**
	 * Return the text that makes it in a schema.
	 * @param schema the schema
	 * @return the text; {@code sqlite_master} keeps it without the schema
	 */
	String sqlIn(String schema) {
		if (schema.equals("main")) {
			return this.sql;
		}
		boolean isAfterType = false;
		for (SqlToken token : SqlToken.significant(this.sql)) {
			if (isAfterType) {
				return this.sql.substring(0, token.start()) + Database.quote(schema) + "."
						+ this.sql.substring(token.start());
			}
			isAfterType = token.isWord(this.type.toUpperCase(Locale.ROOT));
		}
		return this.sql;
	}

}
