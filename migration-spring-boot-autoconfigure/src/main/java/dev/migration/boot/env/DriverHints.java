package dev.migration.boot.env;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.boot.jdbc.DatabaseDriver;

/**
 * What a native image must keep of the drivers: which of them is meant is only known when
 * there is a {@code DATABASE_URL}.
 */
class DriverHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		for (DatabaseDriver driver : DatabaseDriver.values()) {
			String name = driver.getDriverClassName();
			if (name != null) {
				hints.reflection()
					.registerTypeIfPresent(classLoader, name, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
			}
		}
	}

}
