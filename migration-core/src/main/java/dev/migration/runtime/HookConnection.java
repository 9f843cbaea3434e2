package dev.migration.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * The connection of a run in the hands of a hook. It cannot be closed by it, and the
 * transaction of a step cannot be ended.
 */
final class HookConnection implements InvocationHandler {

	private final Connection connection;

	private final boolean inTransaction;

	private HookConnection(Connection connection, boolean inTransaction) {
		this.connection = connection;
		this.inTransaction = inTransaction;
	}

	static Connection of(Connection connection, boolean inTransaction) {
		return (Connection) Proxy.newProxyInstance(HookConnection.class.getClassLoader(),
				new Class<?>[] { Connection.class }, new HookConnection(connection, inTransaction));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
		switch (method.getName()) {
			case "equals":
				return arguments != null && proxy == arguments[0];
			case "hashCode":
				return System.identityHashCode(proxy);
			case "close":
				return null;
			case "commit", "rollback", "setAutoCommit":
				requireOwnTransaction(method, arguments);
				break;
			default:
				break;
		}
		try {
			return method.invoke(this.connection, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	private void requireOwnTransaction(Method method, Object @Nullable [] arguments) throws SQLException {
		boolean toSavepoint = method.getName().equals("rollback") && arguments != null;
		if (this.inTransaction && !toSavepoint) {
			throw new SQLException(
					"The transaction is that of the step, so a hook cannot call " + method.getName() + "()");
		}
	}

}
