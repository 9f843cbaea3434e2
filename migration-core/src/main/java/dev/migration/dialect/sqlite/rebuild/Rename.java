package dev.migration.dialect.sqlite.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StatementAction;

/**
 * Gives the copy the name of the table. Views, triggers and foreign keys of others name
 * the table and mean the copy from now on; SQLite must not look at them, nor rewrite
 * them, which is what {@code legacy_alter_table} is for. The pragma is set back whatever
 * happens, since a rollback does not do it.
 *
 * @param statement the statement that renames
 */
record Rename(String statement) implements StatementAction {

	String sql() {
		return this.statement;
	}

	/**
	 * Without the switch is how every connection begins.
	 */
	@Override
	public List<SqlStatement> inScript() {
		return List.of(new SqlStatement("PRAGMA legacy_alter_table = ON"), new SqlStatement(this.statement),
				new SqlStatement("PRAGMA legacy_alter_table = OFF"));
	}

	@Override
	public void run(Connection connection) throws SQLException {
		Object before = Database.query(connection, "PRAGMA legacy_alter_table").get(0).get(0);
		Database.execute(connection, "PRAGMA legacy_alter_table = ON");
		try {
			Database.execute(connection, this.statement);
		}
		finally {
			Database.execute(connection, "PRAGMA legacy_alter_table = " + before);
		}
	}

}
