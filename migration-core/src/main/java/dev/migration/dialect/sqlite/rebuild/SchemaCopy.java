package dev.migration.dialect.sqlite.rebuild;

import java.sql.Connection;
import java.sql.SQLException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Makes the tables, indexes, views and triggers of a database in an empty one.
 */
public final class SchemaCopy {

	private static final Log logger = LogFactory.getLog(SchemaCopy.class);

	private SchemaCopy() {
	}

	/**
	 * Copy the schema, without rows. What cannot be made is left out, such as a table
	 * with a function that only the connections of the application have.
	 * @param from a connection to the database
	 * @param to a connection to the empty one
	 * @throws SQLException if one of them refuses
	 */
	public static void copy(Connection from, Connection to) throws SQLException {
		Database.execute(to, "BEGIN");
		for (SchemaObject object : Rehearsal.inOrder(new Database(from, "main").objects())) {
			try {
				Database.execute(to, object.sql());
			}
			catch (SQLException ex) {
				logger.debug("Leaving out " + object.type() + " " + object.name(), ex);
			}
		}
		Database.execute(to, "COMMIT");
	}

}
