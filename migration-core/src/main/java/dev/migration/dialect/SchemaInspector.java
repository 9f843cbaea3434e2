package dev.migration.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.migration.schema.Schema;
import dev.migration.schema.Trigger;
import dev.migration.schema.View;

/**
 * Reads what tables there are, and how the server would write others. Both answers are in
 * the same words, so that two schemas that mean the same are equal in all but their order
 * and the names that nobody chose.
 * <p>
 * A type is a generic one where rendering that one gives the type of the column, and the
 * words of the server otherwise. Of several generic types that are the same on a database
 * it is always the same one.
 */
public interface SchemaInspector {

	/**
	 * Read the tables, indexes, sequences and enum types, and which of the schemas are
	 * there, though nothing that is read may be in them. Takes a number of queries that
	 * does not depend on how many there are. What belongs to an extension or is a part of
	 * another table (a partition) is left out. Only reads.
	 * @param connection the connection
	 * @param schemas the schemas to read besides the default one of the connection
	 * @return the inspected schema
	 * @throws SQLException if the catalogue cannot be read
	 */
	Schema inspect(Connection connection, Collection<String> schemas) throws SQLException;

	/**
	 * Read the views, with their queries in the words of the server. Those of an
	 * extension are left out. Only reads.
	 * @param connection the connection
	 * @param schemas the schemas to read besides the default one of the connection
	 * @return the views, by their names
	 * @throws SQLException if the catalogue cannot be read
	 */
	List<View> views(Connection connection, Collection<String> schemas) throws SQLException;

	/**
	 * Read the triggers of tables and views, each with the statements that create it
	 * where the table is there. Those of an extension are left out. Only reads.
	 * @param connection the connection
	 * @param schemas the schemas to read besides the default one of the connection
	 * @return the triggers, in an order in which they can be created
	 * @throws SQLException if the catalogue cannot be read
	 */
	List<Trigger> triggers(Connection connection, Collection<String> schemas) throws SQLException;

	/**
	 * Name what else there is that somebody has made, and that is no part of a schema, no
	 * view and no trigger, such as {@code function rank(integer)}. Only reads.
	 * @param connection the connection
	 * @param schemas the schemas to look into besides the default one of the connection
	 * @return the kind and the name of each
	 * @throws SQLException if the catalogue cannot be read
	 */
	List<String> others(Connection connection, Collection<String> schemas) throws SQLException;

	/**
	 * Read which schemas there are in the database besides the default one of the
	 * connection, without those of the server itself and of extensions.
	 * @param connection the connection
	 * @return their names; none where another schema is another database
	 * @throws SQLException if the catalogue cannot be read
	 */
	default Set<String> schemas(Connection connection) throws SQLException {
		return Set.of();
	}

	/**
	 * Return a schema in the words of the server: what {@link #inspect inspect} would
	 * return had these definitions been created on an empty database. Types, defaults,
	 * conditions and expressions are canonicalised by the server itself where it can.
	 * Constraints and indexes without a name stay without one. Which schemas are there is
	 * not said. The database is unchanged afterwards, and nothing of its own is locked.
	 * @param connection the connection; it is in auto-commit before and after
	 * @param schema the definitions
	 * @param context the server they are for
	 * @return the schema, with its elements in the same order
	 * @throws SQLException if the server refuses a definition
	 */
	Schema canonical(Connection connection, Schema schema, RenderContext context) throws SQLException;

	/**
	 * Return a condition in the words of the server as a person would have written it. It
	 * is a suggestion, which means the same only if {@link #canonical canonical} puts it
	 * in the same words again.
	 * @param condition the condition as it was read
	 * @return the suggestion; the condition itself unless a dialect has a better one
	 */
	default String readable(String condition) {
		return condition;
	}

	/**
	 * Return whether the case of a name tells it from another one. Where it does not, a
	 * name that is written otherwise is no difference.
	 * @param connection the connection
	 * @return the answer; that it does, unless a dialect says otherwise
	 * @throws SQLException if the server cannot be asked
	 */
	default NameCase nameCase(Connection connection) throws SQLException {
		return NameCase.COUNTS;
	}

}
