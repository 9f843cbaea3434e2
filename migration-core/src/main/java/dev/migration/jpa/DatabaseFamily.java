package dev.migration.jpa;

import java.util.Set;

import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.dialect.PostgreSQLDialect;

/**
 * Says by which id a type or a table option names a database.
 */
final class DatabaseFamily {

	static final String POSTGRESQL = "postgresql";

	/**
	 * Where a column of an enum has a type of its own without being asked.
	 */
	static final Set<String> WITH_ENUM_COLUMNS = Set.of("h2", "mariadb", "mysql");

	private DatabaseFamily() {
	}

	/**
	 * Return the id of a dialect.
	 * @param dialect Hibernate's dialect
	 * @return the id, such as {@code postgresql}
	 */
	static String id(Dialect dialect) {
		if (dialect instanceof PostgreSQLDialect) {
			return POSTGRESQL;
		}
		if (dialect instanceof MariaDBDialect) {
			return "mariadb";
		}
		if (dialect instanceof MySQLDialect) {
			return "mysql";
		}
		return (dialect instanceof H2Dialect) ? "h2" : "sqlite";
	}

}
