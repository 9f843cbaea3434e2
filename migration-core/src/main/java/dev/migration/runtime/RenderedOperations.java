package dev.migration.runtime;

import java.util.Map;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migration.NeedsDatabaseException;
import dev.migration.dialect.Dialect;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.Operation;

/**
 * Keeps the SQL of operations, and runs nothing.
 */
final class RenderedOperations extends DialectTarget {

	private final Dialect dialect;

	private final RenderContext context;

	private final List<String> script = new ArrayList<>();

	RenderedOperations(Dialect dialect, RenderContext context, Map<String, String> arguments) {
		super(dialect, arguments);
		this.dialect = dialect;
		this.context = context;
	}

	List<String> statements() {
		return this.script;
	}

	@Override
	public void accept(Operation operation) {
		boolean dependsOnTables = this.dialect.scratchUrl() != null;
		if (dependsOnTables && operation instanceof ColumnOperation.DropColumn) {
			throw needsTables(operation);
		}
		for (SqlStatement statement : this.dialect.render(operation, this.context)) {
			if (dependsOnTables && statement.action() != null) {
				throw needsTables(operation);
			}
			for (SqlStatement each : statement.inScript()) {
				if (each.kind() != SqlStatement.Kind.CHECK) {
					this.script.addAll(this.dialect.inline(each));
				}
			}
		}
	}

	private static NeedsDatabaseException needsTables(Operation operation) {
		return new NeedsDatabaseException(operation.describe(), "how it is done depends on the tables",
				"Run it on the database.");
	}

	@Override
	public void autocommit(Runnable block) {
		block.run();
	}

	@Override
	public JdbcClient jdbc() {
		throw new NeedsDatabaseException("carry out the revision", "its body uses op.jdbc()",
				"Do it with op.execute(…), or run it on the database.");
	}

}
