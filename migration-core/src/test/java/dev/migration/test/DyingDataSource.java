package dev.migration.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Loses its session, as a process that dies does, right before or right after the n-th
 * statement that changes something.
 */
public class DyingDataSource extends DelegatingDataSource {

	private final TestDatabase database;

	private final int deadly;

	private final boolean isAfter;

	private int changes;

	private boolean isDead;

	/**
	 * Create a data source whose process dies once.
	 * @param database the database
	 * @param deadly the number of the change that it dies at, from 1
	 * @param isAfter whether the database has made that change
	 */
	public DyingDataSource(TestDatabase database, int deadly, boolean isAfter) {
		super(database.dataSource());
		this.database = database;
		this.deadly = deadly;
		this.isAfter = isAfter;
	}

	public boolean isDead() {
		return this.isDead;
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = super.getConnection();
		return (Connection) dying(Connection.class, connection, connection, "");
	}

	private Object dying(Class<?> type, Object target, Connection connection, String prepared) {
		return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
			String sql = (arguments != null && arguments.length > 0 && arguments[0] instanceof String text) ? text
					: prepared;
			boolean isDeadly = method.getName().startsWith("execute") && changesSomething(sql)
					&& ++this.changes == this.deadly;
			if (isDeadly && !this.isAfter) {
				die(connection);
			}
			try {
				Object result = method.invoke(target, arguments);
				if (isDeadly) {
					die(connection);
					throw new SQLException("The answer never came");
				}
				return (result instanceof Statement && method.getReturnType().isInterface())
						? dying(method.getReturnType(), result, connection, sql) : result;
			}
			catch (InvocationTargetException ex) {
				throw ex.getCause();
			}
		});
	}

	private static boolean changesSomething(String sql) {
		return !sql.startsWith("SELECT") && !sql.contains("_lock") && !sql.contains("migration_version (")
				&& !sql.contains("EXISTS migration_");
	}

	private void die(Connection connection) throws SQLException {
		this.isDead = true;
		if (this.database.kind() == TestDatabase.Kind.MARIADB) {
			try (Statement statement = connection.createStatement();
					java.sql.ResultSet id = statement.executeQuery("SELECT CONNECTION_ID()")) {
				id.next();
				this.database.execute("KILL " + id.getLong(1));
			}
			return;
		}
		connection.unwrap(org.h2.jdbc.JdbcConnection.class).close();
	}

}
