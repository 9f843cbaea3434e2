package dev.migration.boot.actuate;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

import dev.migration.boot.actuate.MigrationsDescriptors.DatabaseDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.ErrorDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.RevisionDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.StepDescriptor;

/**
 * What a native image must keep of the page: its template asks what it shows by
 * reflection.
 */
class PageHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources().registerPattern(MigrationsPage.TEMPLATE);
		for (Class<?> shown : List.of(MigrationsPage.ContextView.class, MigrationsPage.DatabaseView.class,
				MigrationsPage.RevisionView.class, MigrationsPage.StepView.class, LaneDrawing.class,
				LaneDrawing.LaneLine.class, LaneDrawing.LaneNode.class, DatabaseDescriptor.class,
				RevisionDescriptor.class, StepDescriptor.class, ErrorDescriptor.class)) {
			hints.reflection()
				.registerType(shown, MemberCategory.INVOKE_PUBLIC_METHODS, MemberCategory.INVOKE_DECLARED_METHODS,
						MemberCategory.ACCESS_DECLARED_FIELDS);
		}
	}

}
