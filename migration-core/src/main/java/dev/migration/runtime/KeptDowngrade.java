package dev.migration.runtime;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migration.Migration;
import dev.migration.MigrationStep;
import dev.migration.NeedsDatabaseException;
import dev.migration.dialect.Dialect;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.ScriptSyntax;
import dev.migration.dialect.ServerVersion;
import dev.migration.operation.OperationRecorder;

/**
 * The way back of a revision as SQL, which an older version of the application may need
 * when the revision is no longer on its class path.
 */
final class KeptDowngrade {

	private static final Log logger = LogFactory.getLog(KeptDowngrade.class);

	private final MigrationStep step;

	private final Migration body;

	private final Map<String, String> arguments;

	/**
	 * Create the way back of a step.
	 * @param step the step, an upgrade
	 * @param body the body of its revision
	 * @param arguments the values for revisions
	 */
	KeptDowngrade(MigrationStep step, Migration body, Map<String, String> arguments) {
		this.step = step;
		this.body = body;
		this.arguments = arguments;
	}

	/**
	 * Render it for a database on which the step was just done. Only what depends on the
	 * tables costs a copy of them, without their rows.
	 * @param session the database
	 * @return the script, or {@code null} if the way back cannot be kept as SQL
	 */
	@Nullable String of(Session session) {
		try {
			return rendered(session.dialect(), session.renderContext().offline());
		}
		catch (NeedsDatabaseException ex) {
			String scratchUrl = session.dialect().scratchUrl();
			return (scratchUrl != null) ? ofCopy(session, scratchUrl) : notKept(ex);
		}
		catch (RuntimeException ex) {
			return notKept(ex);
		}
	}

	/**
	 * Render it for a database that nobody can look at.
	 * @param dialect the dialect
	 * @param context the server, without a connection
	 * @return the script, or {@code null} if the way back cannot be kept as SQL
	 */
	@Nullable String of(Dialect dialect, RenderContext context) {
		try {
			return rendered(dialect, context);
		}
		catch (RuntimeException ex) {
			return notKept(ex);
		}
	}

	private String rendered(Dialect dialect, RenderContext context) {
		RenderedOperations target = new RenderedOperations(dialect, context, this.arguments);
		this.body.downgrade(new OperationRecorder(target, context.names()));
		return joined(target.statements());
	}

	private @Nullable String ofCopy(Session session, String scratchUrl) {
		ScriptTarget target = new ScriptTarget(session.dialect(), oldest(session));
		try (ScratchDatabase scratch = ScratchDatabase.open(scratchUrl, target, session.settings(), this.arguments)) {
			session.dialect().copySchema(session.connection(), scratch.session().connection());
			return written(scratch, target, session.dialect().scriptSyntax(session.versionTable().name()));
		}
		catch (SQLException | RuntimeException ex) {
			return notKept(ex);
		}
	}

	/**
	 * Whoever takes the revision back may do it with an older driver.
	 */
	private static ServerVersion oldest(Session session) {
		ServerVersion version = session.renderContext().version();
		ServerVersion usual = session.dialect().offlineVersion();
		return (version.compareTo(usual) < 0) ? version : usual;
	}

	private String written(ScratchDatabase scratch, ScriptTarget target, ScriptSyntax syntax) throws SQLException {
		RenderContext context = scratch.renderContext().withoutRows();
		return scratch.inTransaction((kind) -> {
			ScriptOperations operations = new ScriptOperations(target, syntax, context, this.arguments,
					scratch.operations(this.step), false);
			this.body.downgrade(new OperationRecorder(operations, context.names()));
			List<String> statements = new ArrayList<>(syntax.request(kind));
			operations.statements().forEach((statement) -> statements.add(statement.sql()));
			return joined(statements);
		});
	}

	/**
	 * A comment at the end would hide the semicolon.
	 */
	private static String joined(List<String> statements) {
		return statements.stream()
			.map((sql) -> sql.substring(sql.lastIndexOf('\n') + 1).contains("--") ? sql + "\n" : sql)
			.collect(Collectors.joining(";\n"));
	}

	private static @Nullable String notKept(Exception reason) {
		logger.debug("The downgrade cannot be kept as SQL", reason);
		return null;
	}

}
