package dev.migration.dialect.sqlite.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migration.IncompatibleRowsException;
import dev.migration.dialect.TransactionKind;
import dev.migration.dialect.TransactionKindException;

/**
 * A transaction in which SQLite does not keep foreign keys. What the connection would
 * have kept by itself is checked at its end, whatever statement was at fault.
 */
public final class UnenforcedForeignKeys {

	private final Connection connection;

	private Set<String> known = Set.of();

	private UnenforcedForeignKeys(Connection connection) {
		this.connection = connection;
	}

	/**
	 * Make sure that foreign keys are not kept in the open transaction.
	 * @param connection the connection
	 * @param reason what would harm other tables, for people
	 * @throws TransactionKindException if a transaction is open in which they are
	 */
	public static void require(Connection connection, String reason) {
		Database database = new Database(connection, "main");
		if (new ForeignKeys(database).areEnforced() && database.isInTransaction()) {
			throw new TransactionKindException(TransactionKind.WITHOUT_FOREIGN_KEYS, reason);
		}
	}

	/**
	 * Switch foreign keys off. The caller switches them on again.
	 * @param connection the connection, outside of a transaction
	 * @return what to check, or {@code null} if they were off anyway
	 * @throws SQLException if the database refuses
	 */
	public static @Nullable UnenforcedForeignKeys on(Connection connection) throws SQLException {
		boolean wereOn = TableCopy.number(connection, "PRAGMA foreign_keys") != 0;
		Database.execute(connection, "PRAGMA foreign_keys = OFF");
		return wereOn ? new UnenforcedForeignKeys(connection) : null;
	}

	/**
	 * Remember what is wrong already, which is nobody's fault.
	 * @throws SQLException if the database refuses
	 */
	public void remember() throws SQLException {
		this.known = violations();
	}

	/**
	 * Check the foreign keys of the whole database.
	 * @throws IncompatibleRowsException if there is a violation that was not there before
	 * @throws SQLException if the database refuses
	 */
	public void check() throws SQLException {
		Set<String> violations = violations();
		violations.removeAll(this.known);
		if (!violations.isEmpty()) {
			throw FinalChecks.violation(violations);
		}
	}

	private Set<String> violations() throws SQLException {
		Set<String> tables = new LinkedHashSet<>();
		for (List<@Nullable Object> row : Database.query(this.connection,
				"SELECT DISTINCT m.name FROM sqlite_master m, pragma_foreign_key_list(m.name) WHERE m.type = 'table'")) {
			tables.add(Database.text(row, 0));
		}
		return new ForeignKeys(new Database(this.connection, "main")).violations(tables);
	}

}
