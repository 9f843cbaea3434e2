package dev.migration.dialect.mysql;

import java.util.List;

import dev.migration.dialect.SequenceRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.Operation;
import dev.migration.operation.SequenceOperation;

/**
 * Renders operations on sequences for MariaDB, and refuses them for MySQL, which has
 * none.
 */
final class MysqlSequences extends SequenceRenderer {

	private final MysqlRenderer renderer;

	MysqlSequences(MysqlRenderer renderer) {
		super(renderer);
		this.renderer = renderer;
	}

	@Override
	public List<SqlStatement> createSequence(SequenceOperation.CreateSequence operation) {
		requireSequences(operation);
		return super.createSequence(operation);
	}

	@Override
	public List<SqlStatement> alterSequence(SequenceOperation.AlterSequence operation) {
		requireSequences(operation);
		return super.alterSequence(operation);
	}

	@Override
	public List<SqlStatement> dropSequence(SequenceOperation.DropSequence operation) {
		requireSequences(operation);
		return super.dropSequence(operation);
	}

	private void requireSequences(Operation operation) {
		if (!this.renderer.isMariadb()) {
			throw unsupported(operation, "it has no sequences",
					"Use an identity column. Where Hibernate wants a sequence, it expects a table of that name here, "
							+ "with a column next_val of type bigint and one row: create that if op.dialect() is mysql.");
		}
	}

}
