package dev.migration.boot.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Where an application looks for revisions, as far as that is known without a database.
 */
public final class ConfiguredLocations {

	private ConfiguredLocations() {
	}

	/**
	 * Return the locations of all databases. One that depends on the database is there
	 * for each that it could be.
	 * @param environment the environment
	 * @return the locations
	 */
	public static List<String> of(Environment environment) {
		return configured(environment).flatMap(VendorLocations::ofEveryVendor).distinct().toList();
	}

	private static Stream<String> configured(Environment environment) {
		List<NamedDatabase> databases = NamedDatabase.of(environment);
		if (databases.isEmpty()) {
			return Binder.get(environment)
				.bindOrCreate(MigrationProperties.PREFIX, MigrationProperties.class)
				.getLocations()
				.stream();
		}
		return databases.stream().flatMap((database) -> database.locations().locations().stream());
	}

}
