package dev.migration.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.NameCase;
import dev.migration.schema.QualifiedName;

/**
 * What a session says of itself that decides how names and strings are read.
 *
 * @param database the database that it uses, if it uses one
 * @param backslashEscapes whether a backslash escapes in a string that it states
 * @param foldsNames whether names of tables are kept in lower case
 * @param nameCase whether the case of a name tells it from another one
 */
record SessionFacts(@Nullable String database, boolean backslashEscapes, boolean foldsNames, NameCase nameCase) {

	static SessionFacts of(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT DATABASE(), @@sql_mode, @@lower_case_table_names")) {
			row.next();
			String mode = String.valueOf(row.getString(2)).toUpperCase(Locale.ROOT);
			return new SessionFacts(row.getString(1), !mode.contains("NO_BACKSLASH_ESCAPES"), row.getInt(3) == 1,
					(row.getInt(3) == 0) ? NameCase.COUNTS_IN_TABLES : NameCase.DOES_NOT_COUNT);
		}
	}

	ServerText text(UnaryOperator<String> quote) {
		return new ServerText(quote, this.backslashEscapes);
	}

	/**
	 * Return a name as the server keeps it, without the database that the session uses.
	 * @param name the name
	 * @return the name
	 */
	QualifiedName name(QualifiedName name) {
		return name(name.schema(), name.name());
	}

	QualifiedName name(@Nullable String schema, String name) {
		String kept = (schema != null && schema.equalsIgnoreCase(this.database)) ? null : schema;
		return new QualifiedName((kept != null) ? nameOfTable(kept) : null, nameOfTable(name));
	}

	/**
	 * Return the name of a table or a database as the server keeps it.
	 * @param name the name
	 * @return the name
	 */
	String nameOfTable(String name) {
		return this.foldsNames ? name.toLowerCase(Locale.ROOT) : name;
	}

}
