package dev.migration.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Records the connections and the statements that are asked of a real data source.
 */
class CountingDataSource extends DelegatingDataSource {

	private final List<String> statements = new ArrayList<>();

	private int connections;

	CountingDataSource(DataSource dataSource) {
		super(dataSource);
	}

	int connections() {
		return this.connections;
	}

	List<String> statements() {
		return this.statements;
	}

	@Override
	public Connection getConnection() throws SQLException {
		this.connections++;
		return (Connection) recording(Connection.class, super.getConnection());
	}

	private Object recording(Class<?> type, Object target) {
		return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
			boolean takesSql = arguments != null && arguments.length > 0 && arguments[0] instanceof String
					&& (method.getName().startsWith("execute") || method.getName().startsWith("prepare"));
			if (takesSql) {
				this.statements.add((String) arguments[0]);
			}
			try {
				Object result = method.invoke(target, arguments);
				return (result instanceof java.sql.Statement && method.getReturnType().isInterface())
						? recording(method.getReturnType(), result) : result;
			}
			catch (InvocationTargetException ex) {
				throw ex.getCause();
			}
		});
	}

}
