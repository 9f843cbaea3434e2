package dev.migration.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.migration.dialect.Dialect;
import dev.migration.schema.QualifiedName;

/**
 * Where a database stands: its version rows, and whether its last step came to an end. A
 * revision keeps its row until its downgrade is complete, so that the rows alone would
 * not tell that it is half taken back.
 *
 * @param versions the version rows, sorted
 * @param endsHalfDone whether the last step of the history did not succeed
 */
record Standing(List<String> versions, boolean endsHalfDone) {

	/**
	 * Read both with one select. It looks at one row of the history, however long that
	 * is.
	 * @param connection the connection, in auto-commit
	 * @param dialect the dialect
	 * @param versionTable the version table
	 * @param historyTable the name of the history table
	 * @return where it stands; without a history table, by the version rows alone
	 */
	static Standing read(Connection connection, Dialect dialect, VersionTable versionTable, QualifiedName historyTable)
			throws SQLException {
		String history = dialect.quote(historyTable);
		String sql = "SELECT version_num, (SELECT status FROM " + history + " WHERE id = (SELECT max(id) FROM "
				+ history + ")) FROM " + dialect.quote(versionTable.name());
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
			List<String> versions = new ArrayList<>();
			String status = null;
			while (row.next()) {
				versions.add(row.getString(1));
				status = row.getString(2);
			}
			Collections.sort(versions);
			return new Standing(List.copyOf(versions), status != null && !status.equals("succeeded"));
		}
		catch (SQLException ex) {
			if (!dialect.isMissingTable(ex)) {
				throw ex;
			}
			return new Standing(versionTable.read(connection), false);
		}
	}

}
