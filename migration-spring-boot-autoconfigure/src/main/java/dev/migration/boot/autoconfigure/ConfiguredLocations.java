package dev.migration.boot.autoconfigure;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Where an application looks for revisions, as far as that is known without a database.
 */
public final class ConfiguredLocations {

	private ConfiguredLocations() {
	}

	/**
	 * Return the locations of all databases, each with what its SQL files are in. One
	 * that depends on the database is there for each that it could be.
	 * @param environment the environment
	 * @return the encodings by location
	 */
	public static Map<String, Charset> of(Environment environment) {
		Map<String, Charset> locations = new LinkedHashMap<>();
		MigrationProperties common = Binder.get(environment)
			.bindOrCreate(MigrationProperties.PREFIX, MigrationProperties.class);
		List<NamedDatabase> databases = NamedDatabase.of(environment);
		if (databases.isEmpty()) {
			add(locations, common.getLocations(), common.getEncoding());
		}
		for (NamedDatabase database : databases) {
			Charset own = database.properties().getEncoding();
			add(locations, database.locations().locations(), (own != null) ? own : common.getEncoding());
		}
		return locations;
	}

	private static void add(Map<String, Charset> all, List<String> locations, Charset encoding) {
		locations.stream()
			.flatMap(VendorLocations::ofEveryVendor)
			.forEach((location) -> all.putIfAbsent(location, encoding));
	}

}
