package dev.migration.runtime;

import java.util.List;
import java.util.ServiceLoader;

import dev.migration.UnsupportedDatabaseException;
import dev.migration.dialect.Dialect;

/**
 * Chooses the dialect of a database among those on the class path.
 */
final class Dialects {

	private final List<Dialect> dialects;

	Dialects(ClassLoader classLoader) {
		this.dialects = ServiceLoader.load(Dialect.class, classLoader)
			.stream()
			.map(ServiceLoader.Provider::get)
			.toList();
	}

	Dialect forProduct(String productName, String productVersion) {
		return this.dialects.stream()
			.filter((dialect) -> dialect.supports(productName, productVersion))
			.findFirst()
			.orElseThrow(() -> new UnsupportedDatabaseException(productName, ids()));
	}

	/**
	 * Find a dialect by its id.
	 * @param id the id
	 * @return the dialect
	 * @throws UnsupportedDatabaseException if there is none
	 */
	Dialect forId(String id) {
		return this.dialects.stream()
			.filter((dialect) -> dialect.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new UnsupportedDatabaseException(id, ids()));
	}

	List<String> ids() {
		return this.dialects.stream().map(Dialect::id).toList();
	}

}
