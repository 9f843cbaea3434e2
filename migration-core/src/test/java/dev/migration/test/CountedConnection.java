package dev.migration.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connection that counts the statements which are sent over it.
 *
 * @param connection the connection to use
 * @param count how many statements were sent so far
 */
public record CountedConnection(Connection connection, AtomicInteger count) {

	private static final Set<String> SENDS = Set.of("execute", "executeQuery", "executeUpdate", "executeBatch",
			"executeLargeUpdate", "executeLargeBatch");

	/**
	 * Count the statements of a connection.
	 * @param connection the connection
	 * @return the connection to use in its place
	 */
	public static CountedConnection of(Connection connection) {
		AtomicInteger count = new AtomicInteger();
		return new CountedConnection(wrap(Connection.class, connection, count), count);
	}

	private static <T> T wrap(Class<T> type, Object target, AtomicInteger count) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
				if (SENDS.contains(method.getName())) {
					count.incrementAndGet();
				}
				try {
					Object result = method.invoke(target, arguments);
					return (result instanceof Statement) ? wrap(method.getReturnType(), result, count) : result;
				}
				catch (InvocationTargetException ex) {
					throw ex.getCause();
				}
			}));
	}

}
