package dev.migration.boot.test;

import java.util.Set;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

import dev.migration.Migration;
import dev.migration.MigrationHook;
import dev.migration.TargetSchemaSource;
import dev.migration.autogenerate.ComparisonHook;
import dev.migration.boot.autoconfigure.MigrationConnectionDetails;
import dev.migration.boot.autoconfigure.MigratorBuilderCustomizer;
import dev.migration.boot.autoconfigure.TargetSchemaSources;

/**
 * Lets a {@link MigrationTest} find, of the application's components, those that take
 * part in revisions.
 */
class MigrationTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<MigrationTest> {

	private static final Set<Class<?>> KNOWN_INCLUDES = Set.of(Migration.class, MigrationHook.class,
			ComparisonHook.class, MigratorBuilderCustomizer.class, MigrationConnectionDetails.class,
			JdbcConnectionDetails.class, TargetSchemaSource.class, TargetSchemaSources.class);

	MigrationTypeExcludeFilter(Class<?> testClass) {
		super(testClass);
	}

	@Override
	protected Set<Class<?>> getKnownIncludes() {
		return KNOWN_INCLUDES;
	}

}
