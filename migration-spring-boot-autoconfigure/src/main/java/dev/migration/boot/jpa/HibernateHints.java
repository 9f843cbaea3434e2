package dev.migration.boot.jpa;

import org.hibernate.service.spi.ServiceContributor;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * What a native image must keep so that Hibernate finds the dialect for SQLite.
 */
class HibernateHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources().registerPattern("META-INF/services/" + ServiceContributor.class.getName());
		hints.reflection().registerType(SqliteDialectContributor.class, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
	}

}
