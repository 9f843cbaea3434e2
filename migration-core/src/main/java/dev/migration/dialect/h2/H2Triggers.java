package dev.migration.dialect.h2;

import java.util.Locale;

import dev.migration.dialect.StandardRenderer;
import dev.migration.dialect.TriggerRenderer;
import dev.migration.operation.TriggerOperation;

/**
 * Triggers of H2.
 */
final class H2Triggers extends TriggerRenderer {

	H2Triggers(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	protected boolean isThere(TriggerOperation.CreateTrigger operation) {
		String schema = operation.trigger().table().schema();
		String query = "SELECT 1 FROM information_schema.triggers WHERE trigger_name = ? AND trigger_schema = ";
		return (schema != null)
				? lookup(operation).hasRow(query + "?", stored(operation.trigger().name()), stored(schema))
				: lookup(operation).hasRow(query + "CURRENT_SCHEMA", stored(operation.trigger().name()));
	}

	/**
	 * What is not quoted is stored in capitals.
	 */
	private String stored(String name) {
		return quote(name).startsWith("\"") ? name : name.toUpperCase(Locale.ROOT);
	}

}
