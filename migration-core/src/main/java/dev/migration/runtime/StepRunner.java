package dev.migration.runtime;

import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migration.ChangedRevisionException;
import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.Migration;
import dev.migration.MigrationStep;
import dev.migration.RevisionFailedException;
import dev.migration.RevisionHeader;
import dev.migration.UnclearStatementException;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.TransactionKindException;
import dev.migration.operation.OperationRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Runs one step inside the transaction that its caller holds: the body, then the version
 * rows and the history row.
 */
final class StepRunner {

	private final Session session;

	private final Map<String, String> arguments;

	StepRunner(Session session, Map<String, String> arguments) {
		this.session = session;
		this.arguments = arguments;
	}

	/**
	 * Run a step.
	 * @param step the step
	 * @param body the body of its revision
	 * @param journal the journal of the step
	 * @return the row that the history table got
	 * @throws RevisionFailedException if the body fails; the transaction must be rolled
	 * back
	 */
	ExecutedStep run(MigrationStep step, Migration body, StepJournal journal) throws SQLException {
		StatementRunner statements = new StatementRunner(this.session.connection(), this.session.dialect());
		String asked = runBody(step, body, statements, journal);
		this.session.versionTable().replace(this.session.connection(), step.removedVersions(), step.addedVersions());
		String downgradeSql = (step.direction() == Direction.UPGRADE)
				? new KeptDowngrade(step, body, this.arguments).of(this.session) : null;
		return journal.finish(asked, statements.checksum(), downgradeSql);
	}

	/**
	 * Run a body alone.
	 * @param step the step
	 * @param body the body of its revision
	 * @param statements runs its statements
	 * @param journal the journal of the step
	 * @return the checksum of what it asked for, or {@code null} if that cannot be told
	 */
	@Nullable String runBody(MigrationStep step, Migration body, StatementRunner statements, StepJournal journal) {
		RunningOperations target = new RunningOperations(this.session, statements, journal, this.arguments);
		OperationRecorder operations = new OperationRecorder(target, this.session.renderContext().names());
		Runnable run = (step.direction() == Direction.UPGRADE) ? () -> body.upgrade(operations)
				: () -> body.downgrade(operations);
		try {
			if (step.revision().transactional()) {
				run.run();
			}
			else {
				target.autocommit(run);
			}
			journal.requireReplayed();
			return target.checksum();
		}
		catch (ChangedRevisionException | UnclearStatementException | TransactionKindException ex) {
			throw ex;
		}
		catch (StatementRunner.StatementFailure ex) {
			throw failure(step, statements, ex.sqlException());
		}
		catch (RuntimeException | LinkageError ex) {
			throw failure(step, statements, ex);
		}
	}

	private RevisionFailedException failure(MigrationStep step, StatementRunner statements, Throwable cause) {
		SqlStatement statement = statements.current();
		String line = line(step.revision(), cause);
		if (statement == null) {
			return new RevisionFailedException(step.revision(), step.direction(),
					((statements.count() == 0) ? "its beginning" : "what follows statement " + statements.count())
							+ inParentheses((line != null) ? line : ""),
					null, cause);
		}
		String location = Stream.of(line, statement.location())
			.filter(Objects::nonNull)
			.collect(Collectors.joining(": "));
		return new RevisionFailedException(step.revision(), step.direction(),
				"statement " + statements.count() + inParentheses(location), statement.sql(), cause);
	}

	private static String inParentheses(String location) {
		return location.isEmpty() ? "" : " (" + location + ")";
	}

	/**
	 * Return where a body that is a class was, also if it had called something else.
	 */
	private static @Nullable String line(RevisionHeader revision, Throwable cause) {
		for (StackTraceElement frame : cause.getStackTrace()) {
			String type = frame.getClassName();
			boolean isBody = type.equals(revision.location()) || type.startsWith(revision.location() + "$");
			if (isBody && frame.getFileName() != null && frame.getLineNumber() > 0) {
				return frame.getFileName() + ", line " + frame.getLineNumber();
			}
		}
		return null;
	}

}
