package dev.migration.dialect.h2;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/**
 * What versions of H2 differ in.
 */
final class H2Version {

	private H2Version() {
	}

	/**
	 * Before 2.2 two nulls were never duplicates.
	 */
	static boolean knowsNullsNotDistinct(Connection connection) throws SQLException {
		DatabaseMetaData metaData = connection.getMetaData();
		return metaData.getDatabaseMajorVersion() > 2
				|| (metaData.getDatabaseMajorVersion() == 2 && metaData.getDatabaseMinorVersion() >= 2);
	}

}
