package dev.migration.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * MariaDB, from 10.7.
 */
public final class MariadbDialect extends MysqlFamilyDialect {

	/**
	 * Create the dialect.
	 */
	public MariadbDialect() {
		super("mariadb");
	}

	@Override
	public boolean supports(String productName, String productVersion) {
		return isMariadb(productName, productVersion);
	}

	@Override
	public String describe(Connection connection) throws SQLException {
		return describe("MariaDB", connection);
	}

	@Override
	String uuidType() {
		return "uuid";
	}

	@Override
	Object toStored(Object value) {
		return (value instanceof UUID) ? value.toString() : super.toStored(value);
	}

}
