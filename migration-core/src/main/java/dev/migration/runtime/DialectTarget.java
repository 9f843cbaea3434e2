package dev.migration.runtime;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.Dialect;
import dev.migration.operation.OperationTarget;

/**
 * What every target of the operations of a revision says of its database, whether it is
 * there or not.
 */
abstract class DialectTarget implements OperationTarget {

	private final Dialect dialect;

	private final Map<String, String> arguments;

	DialectTarget(Dialect dialect, Map<String, String> arguments) {
		this.dialect = dialect;
		this.arguments = Map.copyOf(arguments);
	}

	@Override
	public final String dialect() {
		return this.dialect.id();
	}

	@Override
	public Map<String, String> arguments() {
		return this.arguments;
	}

	@Override
	public final String literal(@Nullable Object value) {
		return this.dialect.literal(value);
	}

	@Override
	public final String quote(String identifier) {
		return this.dialect.quote(identifier);
	}

}
