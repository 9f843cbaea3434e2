package dev.migration.runtime;

import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.core.ResolvableType;

import dev.migration.operation.Operation;

/**
 * What a native image must keep to run a plan: the parts of every operation, which
 * {@link ValueDigest} reads by reflection, and the proxy that is a
 * {@link HookConnection}.
 */
final class RunHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.proxies().registerJdkProxy(Connection.class);
		registerRecords(hints, ResolvableType.forClass(Operation.class), new HashSet<>());
	}

	/**
	 * Follow what a type is made of, and what it permits.
	 */
	private static void registerRecords(RuntimeHints hints, ResolvableType type, Set<Class<?>> seen) {
		for (ResolvableType generic : type.getGenerics()) {
			registerRecords(hints, generic, seen);
		}
		Class<?> resolved = type.resolve();
		if (resolved == null || !resolved.getName().startsWith("dev.migration.") || !seen.add(resolved)) {
			return;
		}
		if (resolved.isRecord()) {
			hints.reflection()
				.registerType(resolved, MemberCategory.INVOKE_PUBLIC_METHODS, MemberCategory.INVOKE_DECLARED_METHODS,
						MemberCategory.ACCESS_DECLARED_FIELDS);
			for (RecordComponent component : resolved.getRecordComponents()) {
				registerRecords(hints, ResolvableType.forType(component.getGenericType()), seen);
			}
		}
		if (resolved.isSealed()) {
			for (Class<?> permitted : resolved.getPermittedSubclasses()) {
				registerRecords(hints, ResolvableType.forClass(permitted), seen);
			}
		}
	}

}
