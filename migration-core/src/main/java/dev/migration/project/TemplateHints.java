package dev.migration.project;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

/**
 * What a native image must keep to prepare a project.
 */
final class TemplateHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		for (String file : new String[] { "*.mustache", "README.md", "migrate.sh", "migrate.cmd" }) {
			hints.resources().registerPattern(ClassUtils.classPackageAsResourcePath(getClass()) + "/" + file);
		}
	}

}
