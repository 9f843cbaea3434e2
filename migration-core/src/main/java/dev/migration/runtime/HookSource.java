package dev.migration.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;

import org.springframework.core.annotation.AnnotationAwareOrderComparator;

import dev.migration.HookFailedException;
import dev.migration.MigrationException;
import dev.migration.MigrationHook;

/**
 * Makes the hooks of a migrator: those that its builder was given, in that order, then
 * those that are services, in the order that they ask for.
 */
final class HookSource implements Supplier<List<MigrationHook>> {

	private final List<Supplier<? extends Collection<? extends MigrationHook>>> given;

	private final ClassLoader classLoader;

	HookSource(List<Supplier<? extends Collection<? extends MigrationHook>>> given, ClassLoader classLoader) {
		this.given = List.copyOf(given);
		this.classLoader = classLoader;
	}

	@Override
	public List<MigrationHook> get() {
		try {
			List<MigrationHook> hooks = new ArrayList<>();
			this.given.forEach((source) -> hooks.addAll(source.get()));
			hooks.addAll(services());
			return hooks;
		}
		catch (MigrationException ex) {
			throw ex;
		}
		catch (RuntimeException | ServiceConfigurationError | LinkageError ex) {
			throw new HookFailedException(ex);
		}
	}

	private List<MigrationHook> services() {
		List<MigrationHook> services = new ArrayList<>();
		ServiceLoader.load(MigrationHook.class, this.classLoader).forEach(services::add);
		AnnotationAwareOrderComparator.sort(services);
		return services;
	}

}
