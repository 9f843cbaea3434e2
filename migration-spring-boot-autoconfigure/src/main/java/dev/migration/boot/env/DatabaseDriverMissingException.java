package dev.migration.boot.env;

import java.util.Map;

import dev.migration.MigrationException;

import org.springframework.boot.jdbc.DatabaseDriver;

/**
 * A database URL asks for a database whose JDBC driver is not on the class path. Boot's
 * own report is a stack trace that names the class and not the dependency.
 */
final class DatabaseDriverMissingException extends MigrationException {

	private static final Map<DatabaseDriver, String> DEPENDENCIES = Map.of(DatabaseDriver.SQLITE,
			"org.xerial:sqlite-jdbc", DatabaseDriver.POSTGRESQL, "org.postgresql:postgresql", DatabaseDriver.MYSQL,
			"com.mysql:mysql-connector-j", DatabaseDriver.MARIADB, "org.mariadb.jdbc:mariadb-java-client",
			DatabaseDriver.H2, "com.h2database:h2");

	DatabaseDriverMissingException(DatabaseUrlPlace place, DatabaseDriver driver) {
		super(place + " asks for " + driver.name() + ", but its JDBC driver " + driver.getDriverClassName()
				+ " is not on the class path.", action(driver), null);
	}

	private static String action(DatabaseDriver driver) {
		String dependency = DEPENDENCIES.get(driver);
		return (dependency != null)
				? "Add the dependency '" + dependency + "' with scope 'runtime'; Spring Boot manages its version."
				: "Add the JDBC driver of the database to the dependencies, with scope 'runtime'.";
	}

}
