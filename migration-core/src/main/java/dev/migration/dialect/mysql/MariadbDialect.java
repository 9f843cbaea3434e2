package dev.migration.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

import dev.migration.dialect.ScriptSyntax;
import dev.migration.dialect.ServerVersion;
import dev.migration.schema.QualifiedName;

/**
 * MariaDB, from 10.7.
 */
public final class MariadbDialect extends MysqlFamilyDialect {

	/**
	 * Create the dialect.
	 */
	public MariadbDialect() {
		super("mariadb", "MariaDB");
	}

	@Override
	public boolean supports(String productName, String productVersion) {
		return isMariadb(productName, productVersion);
	}

	@Override
	public ServerVersion offlineVersion() {
		return new ServerVersion("MariaDB", 11, 4, 0);
	}

	/**
	 * MySQL's driver is told a version that begins with that of an old MySQL.
	 */
	@Override
	public ServerVersion version(Connection connection) throws SQLException {
		String version = connection.getMetaData().getDatabaseProductVersion();
		return ServerVersion.parse("MariaDB", version.startsWith("5.5.5-") ? version.substring(6) : version);
	}

	@Override
	public ScriptSyntax scriptSyntax(QualifiedName versionTable) {
		return new MariadbScriptSyntax(this, versionTable);
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
