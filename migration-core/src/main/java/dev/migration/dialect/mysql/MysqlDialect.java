package dev.migration.dialect.mysql;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * MySQL, from 8.0.13.
 */
public final class MysqlDialect extends MysqlFamilyDialect {

	/**
	 * Create the dialect.
	 */
	public MysqlDialect() {
		super("mysql");
	}

	@Override
	public boolean supports(String productName, String productVersion) {
		return productName.equals("MySQL") && !isMariadb(productName, productVersion);
	}

	@Override
	public String describe(Connection connection) throws SQLException {
		return describe("MySQL", connection);
	}

	@Override
	String uuidType() {
		return "binary(16)";
	}

	@Override
	Object toStored(Object value) {
		if (value instanceof UUID uuid) {
			return ByteBuffer.allocate(16)
				.putLong(uuid.getMostSignificantBits())
				.putLong(uuid.getLeastSignificantBits())
				.array();
		}
		return super.toStored(value);
	}

}
