package dev.migration.runtime;

import java.util.List;
import java.util.ServiceLoader;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

import dev.migration.MigrationHook;
import dev.migration.dialect.Dialect;

/**
 * What a native image must keep of what is found as a service.
 */
final class ServiceHints implements RuntimeHintsRegistrar {

	private static final List<Class<?>> SERVICES = List.of(Dialect.class, MigrationHook.class);

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		for (Class<?> service : SERVICES) {
			hints.resources().registerPattern("META-INF/services/" + service.getName());
			ServiceLoader.load(service, classLoader)
				.stream()
				.forEach((provider) -> hints.reflection()
					.registerType(provider.type(), MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
		}
	}

}
