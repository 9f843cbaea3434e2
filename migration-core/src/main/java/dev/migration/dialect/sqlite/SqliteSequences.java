package dev.migration.dialect.sqlite;

import java.util.List;

import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.SequenceRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.operation.Operation;
import dev.migration.operation.SequenceOperation;

/**
 * Refuses operations on sequences, which SQLite does not have.
 */
final class SqliteSequences extends SequenceRenderer {

	SqliteSequences(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	public List<SqlStatement> createSequence(SequenceOperation.CreateSequence operation) {
		throw noSequences(operation);
	}

	@Override
	public List<SqlStatement> alterSequence(SequenceOperation.AlterSequence operation) {
		throw noSequences(operation);
	}

	@Override
	public List<SqlStatement> dropSequence(SequenceOperation.DropSequence operation) {
		throw noSequences(operation);
	}

	private UnsupportedChangeException noSequences(Operation operation) {
		return unsupported(operation, "it has no sequences",
				"Use an identity column, or a table with a row that counts. Do it only if op.dialect() is another one.");
	}

}
