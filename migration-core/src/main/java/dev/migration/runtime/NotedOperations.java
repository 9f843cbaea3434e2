package dev.migration.runtime;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migration.NeedsDatabaseException;
import dev.migration.dialect.Dialect;
import dev.migration.operation.Operation;

/**
 * Takes the operations of a body to see what it asks for. Runs nothing.
 */
final class NotedOperations extends DialectTarget {

	private final BodyChecksum checksum;

	NotedOperations(Dialect dialect, Map<String, String> arguments) {
		super(dialect, arguments);
		this.checksum = new BodyChecksum(dialect);
	}

	@Nullable String checksum() {
		return this.checksum.text();
	}

	@Override
	public void accept(Operation operation) {
		this.checksum.add(operation);
	}

	@Override
	public void autocommit(Runnable block) {
		block.run();
	}

	@Override
	public JdbcClient jdbc() {
		throw new NeedsDatabaseException("tell what the revision asks for", "its body uses op.jdbc()",
				"Look at its source.");
	}

}
