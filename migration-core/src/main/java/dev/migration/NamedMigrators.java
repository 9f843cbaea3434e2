package dev.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Databases that are known by name, and made when they are asked for.
 */
final class NamedMigrators implements Migrators {

	private final Map<String, Supplier<Migrator>> databases;

	private final List<String> names;

	private final @Nullable String primary;

	NamedMigrators(Map<String, Supplier<Migrator>> databases, @Nullable String primary) {
		if (databases.isEmpty()) {
			throw new IllegalArgumentException("There is no database");
		}
		if (primary != null && !databases.containsKey(primary)) {
			throw new IllegalArgumentException("The primary database '" + primary + "' is none of the databases");
		}
		this.databases = new LinkedHashMap<>(databases);
		List<String> ordered = new ArrayList<>(databases.keySet());
		this.primary = (ordered.size() == 1) ? ordered.get(0) : primary;
		if (primary != null) {
			ordered.remove(primary);
			ordered.add(0, primary);
		}
		this.names = List.copyOf(ordered);
	}

	@Override
	public List<String> names() {
		return this.names;
	}

	@Override
	public Migrator get(String name) {
		Supplier<Migrator> migrator = this.databases.get(name);
		if (migrator == null) {
			throw UnknownDatabaseException.named(name, this.names);
		}
		return migrator.get();
	}

	@Override
	public Migrator primary() {
		if (this.primary == null) {
			throw UnknownDatabaseException.unnamed(this.names);
		}
		return get(this.primary);
	}

}
