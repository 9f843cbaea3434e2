package dev.migration.boot.test;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/**
 * Starts the context of a {@link MigrationTest}. It is lazy, as nothing that uses the
 * database must find it empty.
 */
class MigrationTestContextBootstrapper extends TestSliceTestContextBootstrapper<MigrationTest> {

	private static final List<String> DEFAULTS = List.of("migration.enabled=true", "migration.on-startup=none",
			"spring.main.lazy-initialization=true", "spring.sql.init.mode=never", "spring.jpa.hibernate.ddl-auto=none");

	@Override
	protected String[] getProperties(Class<?> testClass) {
		List<String> properties = new ArrayList<>(DEFAULTS);
		String @Nullable [] own = super.getProperties(testClass);
		if (own != null) {
			properties.addAll(List.of(own));
		}
		return properties.toArray(String[]::new);
	}

}
