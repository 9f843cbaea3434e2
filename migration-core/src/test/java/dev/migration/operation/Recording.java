package dev.migration.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.migration.Operations;
import dev.migration.schema.NamingConvention;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps operations where no database is at hand.
 */
public final class Recording implements OperationTarget {

	private final List<Operation> operations = new ArrayList<>();

	/**
	 * Return what calls become.
	 * @param calls the calls
	 * @return the operations
	 */
	public static List<Operation> of(Consumer<Operations> calls) {
		Recording recording = new Recording();
		calls.accept(new OperationRecorder(recording, NamingConvention.DEFAULT));
		return recording.operations;
	}

	/**
	 * Return what was recorded.
	 * @return the operations so far, which become more with each call
	 */
	public List<Operation> operations() {
		return this.operations;
	}

	@Override
	public String dialect() {
		return "none";
	}

	@Override
	public Map<String, String> arguments() {
		return Map.of();
	}

	@Override
	public void accept(Operation operation) {
		this.operations.add(operation);
	}

	@Override
	public void autocommit(Runnable block) {
		block.run();
	}

	@Override
	public String literal(@Nullable Object value) {
		return String.valueOf(value);
	}

	@Override
	public String quote(String identifier) {
		return identifier;
	}

	@Override
	public JdbcClient jdbc() {
		throw new IllegalStateException("There is no database here");
	}

}
