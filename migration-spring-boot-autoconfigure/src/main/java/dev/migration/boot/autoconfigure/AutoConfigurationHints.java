package dev.migration.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.boot.context.properties.bind.BindableRuntimeHintsRegistrar;

/**
 * What a native image must keep of what is asked for by name, or bound without being a
 * bean.
 */
class AutoConfigurationHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		BindableRuntimeHintsRegistrar.forTypes(DatabaseProperties.class, EndpointProperties.class)
			.registerHints(hints, classLoader);
		OtherSchemaToolsReport.TOOLS.values()
			.forEach((type) -> hints.reflection().registerTypeIfPresent(classLoader, type));
	}

}
