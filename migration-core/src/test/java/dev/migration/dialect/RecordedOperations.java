package dev.migration.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.migration.operation.Operation;
import dev.migration.operation.OperationTarget;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes operations without running them.
 */
class RecordedOperations implements OperationTarget {

	private final Dialect dialect;

	private final List<Operation> operations = new ArrayList<>();

	RecordedOperations(Dialect dialect) {
		this.dialect = dialect;
	}

	final Dialect sqlDialect() {
		return this.dialect;
	}

	final List<Operation> operations() {
		return this.operations;
	}

	@Override
	public final String dialect() {
		return this.dialect.id();
	}

	@Override
	public final Map<String, String> arguments() {
		return Map.of();
	}

	@Override
	public void accept(Operation operation) {
		this.operations.add(operation);
	}

	@Override
	public final void autocommit(Runnable block) {
		block.run();
	}

	@Override
	public final String literal(@Nullable Object value) {
		return this.dialect.literal(value);
	}

	@Override
	public final String quote(String identifier) {
		return this.dialect.quote(identifier);
	}

	@Override
	public JdbcClient jdbc() {
		throw new IllegalStateException("There is no database here");
	}

}
