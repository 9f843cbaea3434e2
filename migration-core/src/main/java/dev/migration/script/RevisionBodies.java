package dev.migration.script;

import java.nio.charset.Charset;
import java.util.function.Supplier;

import org.springframework.util.ClassUtils;

import dev.migration.InvalidRevisionException;
import dev.migration.Migration;
import dev.migration.RevisionHeader;

/**
 * Finds the body that a header stands for.
 *
 * @param classLoader the class loader of the application
 * @param factory makes the bodies of classes
 * @param encoding what SQL files are in
 */
record RevisionBodies(ClassLoader classLoader, MigrationFactory factory, Charset encoding) {

	RevisionScript ofClass(RevisionHeader header) {
		Supplier<Class<? extends Migration>> type = () -> load(header.location());
		return new ClassRevisionScript(header, type, () -> this.factory.create(type.get()));
	}

	private Class<? extends Migration> load(String name) {
		Class<?> type;
		try {
			type = ClassUtils.resolveClassName(name, this.classLoader);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidRevisionException(name, "its class is not there",
					"Was it removed after the application had been processed ahead of time? Then build it again.");
		}
		if (!Migration.class.isAssignableFrom(type)) {
			throw new InvalidRevisionException(name, "it does not implement Migration", "Let it implement Migration.");
		}
		return type.asSubclass(Migration.class);
	}

}
