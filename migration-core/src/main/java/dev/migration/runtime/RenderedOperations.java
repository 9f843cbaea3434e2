package dev.migration.runtime;

import java.util.Map;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migration.Migration;
import dev.migration.NeedsDatabaseException;
import dev.migration.dialect.Dialect;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.Operation;
import dev.migration.operation.OperationRecorder;
import dev.migration.operation.OperationTarget;

/**
 * Keeps the SQL of operations, and runs nothing.
 */
final class RenderedOperations implements OperationTarget {

	private static final Log logger = LogFactory.getLog(RenderedOperations.class);

	private final Dialect dialect;

	private final RenderContext context;

	private final Map<String, String> arguments;

	private final List<String> script = new ArrayList<>();

	RenderedOperations(Dialect dialect, RenderContext context, Map<String, String> arguments) {
		this.dialect = dialect;
		this.context = context;
		this.arguments = Map.copyOf(arguments);
	}

	/**
	 * Render the way back of a revision, which an older version of the application may
	 * need when the revision is no longer on its class path.
	 * @param body the body of the revision
	 * @param dialect the dialect
	 * @param context the server, without a connection
	 * @param arguments the values for revisions
	 * @return the script, or {@code null} if the way back cannot be kept as SQL
	 */
	static @Nullable String downgrade(Migration body, Dialect dialect, RenderContext context,
			Map<String, String> arguments) {
		RenderedOperations target = new RenderedOperations(dialect, context, arguments);
		try {
			body.downgrade(new OperationRecorder(target, context.names()));
			return target.script();
		}
		catch (RuntimeException ex) {
			logger.debug("The downgrade cannot be kept as SQL", ex);
			return null;
		}
	}

	String script() {
		return String.join(";\n", this.script);
	}

	@Override
	public String dialect() {
		return this.dialect.id();
	}

	@Override
	public Map<String, String> arguments() {
		return this.arguments;
	}

	@Override
	public void accept(Operation operation) {
		for (SqlStatement statement : this.dialect.render(operation, this.context)) {
			for (SqlStatement each : statement.inScript()) {
				if (each.kind() != SqlStatement.Kind.CHECK) {
					this.script.addAll(this.dialect.inline(each));
				}
			}
		}
	}

	@Override
	public void autocommit(Runnable block) {
		block.run();
	}

	@Override
	public String literal(@Nullable Object value) {
		return this.dialect.literal(value);
	}

	@Override
	public String quote(String identifier) {
		return this.dialect.quote(identifier);
	}

	@Override
	public JdbcClient jdbc() {
		throw new NeedsDatabaseException("carry out the revision", "its body uses op.jdbc()",
				"Do it with op.execute(…), or run it on the database.");
	}

}
