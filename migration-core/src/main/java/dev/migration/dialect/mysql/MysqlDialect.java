package dev.migration.dialect.mysql;

import java.nio.ByteBuffer;
import java.util.UUID;

import dev.migration.dialect.ScriptSyntax;
import dev.migration.dialect.ServerVersion;
import dev.migration.schema.QualifiedName;

/**
 * MySQL, from 8.0.16, the first with check constraints.
 */
public final class MysqlDialect extends MysqlFamilyDialect {

	/**
	 * Create the dialect.
	 */
	public MysqlDialect() {
		super("mysql", "MySQL");
	}

	@Override
	public boolean supports(String productName, String productVersion) {
		return productName.equals("MySQL") && !isMariadb(productName, productVersion);
	}

	@Override
	public ServerVersion offlineVersion() {
		return new ServerVersion("MySQL", 8, 4, 0);
	}

	@Override
	public ScriptSyntax scriptSyntax(QualifiedName versionTable) {
		return new MysqlScriptSyntax(this, versionTable);
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
