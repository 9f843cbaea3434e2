package dev.migration.boot.autoconfigure;

import dev.migration.runtime.MigratorBuilder;

/**
 * Changes how a migrator is built, after the properties and the beans. Several are called
 * in their order. With several databases a bean is for all of them, unless it has the
 * name of one as qualifier.
 */
@FunctionalInterface
public interface MigratorBuilderCustomizer {

	/**
	 * Change the builder.
	 * @param builder the builder of a migrator
	 */
	void customize(MigratorBuilder builder);

}
