package dev.migration.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.migration.StateConflictException;
import dev.migration.dialect.Dialect;
import dev.migration.operation.TableOperation;
import dev.migration.schema.Definitions;
import dev.migration.schema.Table;
import dev.migration.schema.Types;

/**
 * The table of the current heads, in the form of Alembic's, so that either can take over
 * from the other.
 */
final class VersionTable {

	private static final String COLUMN = "version_num";

	private final String name;

	private final Dialect dialect;

	VersionTable(String name, Dialect dialect) {
		this.name = name;
		this.dialect = dialect;
	}

	String name() {
		return this.name;
	}

	TableOperation.CreateTable creation() {
		return new TableOperation.CreateTable(
				Table.of(this.name, List.of(Definitions.column(COLUMN, Types.varchar(32)).notNull(),
						Definitions.primaryKey(COLUMN).named(this.name + "_pkc"))),
				true);
	}

	/**
	 * Read the version rows.
	 * @param connection the connection, in auto-commit or in the transaction of a step
	 * @return the rows, sorted; none if there is no table yet
	 */
	List<String> read(Connection connection) throws SQLException {
		List<String> rows = new ArrayList<>();
		try (Statement statement = connection.createStatement();
				ResultSet result = statement
					.executeQuery("SELECT " + COLUMN + " FROM " + this.dialect.quote(this.name))) {
			while (result.next()) {
				rows.add(result.getString(1));
			}
		}
		catch (SQLException ex) {
			if (this.dialect.isMissingTable(ex)) {
				return List.of();
			}
			throw ex;
		}
		Collections.sort(rows);
		return List.copyOf(rows);
	}

	/**
	 * Replace rows by others, with as few statements as it takes.
	 * @param connection the connection, in the transaction of a step
	 * @param removed the rows that go
	 * @param added the rows that come
	 * @throws StateConflictException if a row that should go is not there
	 */
	void replace(Connection connection, List<String> removed, List<String> added) throws SQLException {
		String table = this.dialect.quote(this.name);
		int updates = Math.min(removed.size(), added.size());
		for (int i = 0; i < updates; i++) {
			change(connection, "UPDATE " + table + " SET " + COLUMN + " = ? WHERE " + COLUMN + " = ?", removed,
					added.get(i), removed.get(i));
		}
		for (String row : removed.subList(updates, removed.size())) {
			change(connection, "DELETE FROM " + table + " WHERE " + COLUMN + " = ?", removed, row);
		}
		for (String row : added.subList(updates, added.size())) {
			change(connection, "INSERT INTO " + table + " (" + COLUMN + ") VALUES (?)", removed, row);
		}
	}

	private void change(Connection connection, String sql, List<String> expected, String... values)
			throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < values.length; i++) {
				statement.setString(i + 1, values[i]);
			}
			if (statement.executeUpdate() != 1) {
				throw new StateConflictException(expected, read(connection));
			}
		}
	}

}
