package dev.migration.script;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

import dev.migration.Migration;
import dev.migration.Revision;

/**
 * What a native image must keep of revisions.
 */
public final class RevisionHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		for (Class<?> type : List.of(Revision.class, Migration.class)) {
			hints.reflection().registerType(type, MemberCategory.INVOKE_PUBLIC_METHODS);
		}
	}

	/**
	 * Keep the files and classes of an index.
	 * @param hints the hints to add to
	 * @param index the index
	 * @param classLoader the class loader of the application
	 */
	public static void registerIndex(RuntimeHints hints, RevisionIndex index, @Nullable ClassLoader classLoader) {
		index.files().forEach(hints.resources()::registerPattern);
		for (String name : index.classNames()) {
			registerClass(hints, ClassUtils.resolveClassName(name, classLoader));
		}
	}

	/**
	 * Keep a class: it is made by its constructor, may have beans injected into it, and
	 * is asked whether it has a downgrade.
	 * @param hints the hints to add to
	 * @param type the class
	 */
	public static void registerClass(RuntimeHints hints, Class<?> type) {
		for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
			hints.reflection()
				.registerType(each, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS, MemberCategory.INVOKE_PUBLIC_METHODS,
						MemberCategory.INVOKE_DECLARED_METHODS, MemberCategory.ACCESS_DECLARED_FIELDS);
		}
	}

}
