package dev.migration.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.migration.StateConflictException;
import dev.migration.dialect.Dialect;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.TableOperation;
import dev.migration.schema.Definitions;
import dev.migration.schema.Table;
import dev.migration.schema.Types;
import dev.migration.schema.QualifiedName;

/**
 * The table of the current heads, in the form of Alembic's, so that either can take over
 * from the other.
 */
final class VersionTable {

	private static final String COLUMN = "version_num";

	private final QualifiedName name;

	private final Dialect dialect;

	VersionTable(QualifiedName name, Dialect dialect) {
		this.name = name;
		this.dialect = dialect;
	}

	QualifiedName name() {
		return this.name;
	}

	TableOperation.CreateTable creation() {
		return new TableOperation.CreateTable(
				Table.of(this.name, List.of(Definitions.column(COLUMN, Types.varchar(32)).notNull(),
						Definitions.primaryKey(COLUMN).named(this.name.name() + "_pkc"))),
				true);
	}

	/**
	 * Read the version rows.
	 * @param connection the connection, in auto-commit or in the transaction of a step
	 * @return the rows, sorted; none if there is no table yet
	 */
	List<String> read(Connection connection) throws SQLException {
		return readIfThere(connection).orElse(List.of());
	}

	/**
	 * Return whether there is a table.
	 * @param connection the connection, in auto-commit
	 * @return whether it is there
	 */
	boolean exists(Connection connection) throws SQLException {
		return readIfThere(connection).isPresent();
	}

	private Optional<List<String>> readIfThere(Connection connection) throws SQLException {
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
				return Optional.empty();
			}
			throw ex;
		}
		Collections.sort(rows);
		return Optional.of(List.copyOf(rows));
	}

	/**
	 * Replace rows by others, with as few statements as it takes.
	 * @param connection the connection, in the transaction of a step
	 * @param removed the rows that go
	 * @param added the rows that come
	 * @throws StateConflictException if a row that should go is not there
	 */
	void replace(Connection connection, List<String> removed, List<String> added) throws SQLException {
		for (SqlStatement change : changes(removed, added)) {
			change(connection, change, removed);
		}
	}

	/**
	 * Return what replaces rows by others, with as few statements as it takes.
	 * @param removed the rows that go
	 * @param added the rows that come
	 * @return the statements, each of which changes one row
	 */
	List<SqlStatement> changes(List<String> removed, List<String> added) {
		String table = this.dialect.quote(this.name);
		List<SqlStatement> changes = new ArrayList<>();
		int updates = Math.min(removed.size(), added.size());
		for (int i = 0; i < updates; i++) {
			changes.add(statement("UPDATE " + table + " SET " + COLUMN + " = ? WHERE " + COLUMN + " = ?", added.get(i),
					removed.get(i)));
		}
		for (String row : removed.subList(updates, removed.size())) {
			changes.add(statement("DELETE FROM " + table + " WHERE " + COLUMN + " = ?", row));
		}
		for (String row : added.subList(updates, added.size())) {
			changes.add(statement("INSERT INTO " + table + " (" + COLUMN + ") VALUES (?)", row));
		}
		return changes;
	}

	private static SqlStatement statement(String sql, String... values) {
		return new SqlStatement(sql, List.of(List.of((Object[]) values)), null);
	}

	/**
	 * Remove all rows, whatever they are.
	 * @param connection the connection, in the transaction of a stamp
	 */
	void purge(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.executeUpdate("DELETE FROM " + this.dialect.quote(this.name));
		}
	}

	private void change(Connection connection, SqlStatement change, List<String> expected) throws SQLException {
		List<@Nullable Object> values = change.rows().get(0);
		try (PreparedStatement statement = connection.prepareStatement(change.sql())) {
			for (int i = 0; i < values.size(); i++) {
				statement.setString(i + 1, (String) values.get(i));
			}
			int changed = statement.executeUpdate();
			if (changed != 1) {
				throw new StateConflictException(expected, (changed == 0) ? read(connection)
						: Collections.nCopies(changed, (String) values.get(values.size() - 1)));
			}
		}
	}

}
