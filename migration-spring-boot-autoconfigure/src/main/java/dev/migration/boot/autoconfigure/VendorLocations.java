package dev.migration.boot.autoconfigure;

import java.sql.DatabaseMetaData;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migration.DatabaseAccessException;
import dev.migration.boot.env.OfflineCommand;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/**
 * Puts the database in the place of <code>{vendor}</code> in locations, as Spring Boot
 * does for other tools: {@code postgresql}, {@code sqlite}, …
 */
final class VendorLocations {

	static final String PLACEHOLDER = "{vendor}";

	private VendorLocations() {
	}

	/**
	 * Resolve locations. The database is only asked if they depend on it.
	 * @param locations the locations
	 * @param environment says which database a command without one is for
	 * @param dataSource the database
	 * @return the locations without placeholder
	 */
	static List<String> resolve(List<String> locations, Environment environment, Supplier<DataSource> dataSource) {
		if (locations.stream().noneMatch((location) -> location.contains(PLACEHOLDER))) {
			return locations;
		}
		String described = OfflineCommand.dialect(environment);
		String vendor = (described != null) ? described : vendor(dataSource.get());
		return locations.stream().map((location) -> location.replace(PLACEHOLDER, vendor)).toList();
	}

	/**
	 * Return a location for every database that it could be for.
	 * @param location the location
	 * @return the locations without placeholder
	 */
	static Stream<String> ofEveryVendor(String location) {
		if (!location.contains(PLACEHOLDER)) {
			return Stream.of(location);
		}
		return Arrays.stream(DatabaseDriver.values())
			.filter((driver) -> driver != DatabaseDriver.UNKNOWN)
			.map((driver) -> location.replace(PLACEHOLDER, driver.getId()))
			.distinct();
	}

	private static String vendor(DataSource dataSource) {
		try {
			DatabaseDriver driver = DatabaseDriver.fromJdbcUrl(url(dataSource));
			if (driver == DatabaseDriver.UNKNOWN) {
				throw DatabaseConfigurationException.unknownVendor();
			}
			return driver.getId();
		}
		catch (MetaDataAccessException ex) {
			throw new DatabaseAccessException(
					"'{vendor}' in the locations cannot be resolved, as the database cannot be reached",
					(ex.getCause() != null) ? ex.getCause() : ex,
					"Correct the connection, or write the locations without '{vendor}'.");
		}
	}

	private static @Nullable String url(DataSource dataSource) throws MetaDataAccessException {
		return JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getURL);
	}

}
