package dev.migration.cli;

import dev.migration.AdoptionRefusedException;
import dev.migration.DatabaseAheadException;
import dev.migration.DdlSyntaxException;
import dev.migration.IncompatibleRowsException;
import dev.migration.AppliedRevisionsChangedException;
import dev.migration.ChangedRevisionException;
import dev.migration.CheckFailedException;
import dev.migration.HalfDoneRevisionException;
import dev.migration.UnclearStatementException;
import dev.migration.DatabaseAccessException;
import dev.migration.DefinitionRefusedException;
import dev.migration.DriftFoundException;
import dev.migration.HookFailedException;
import dev.migration.InvalidGraphException;
import dev.migration.InvalidRenameException;
import dev.migration.InvalidRevisionException;
import dev.migration.InvalidScriptException;
import dev.migration.InvalidSettingException;
import dev.migration.InvalidTargetException;
import dev.migration.IrreversibleRevisionException;
import dev.migration.IrreversibleProposalException;
import dev.migration.LockTimeoutException;
import dev.migration.MigrationException;
import dev.migration.MissingArgumentException;
import dev.migration.MissingSchemaException;
import dev.migration.NamedDatabaseException;
import dev.migration.NeedsDatabaseException;
import dev.migration.NothingToCompareException;
import dev.migration.PendingRevisionsException;
import dev.migration.RevisionFailedException;
import dev.migration.RevisionIndexException;
import dev.migration.StateConflictException;
import dev.migration.UnclearRenameException;
import dev.migration.UnknownDatabaseException;
import dev.migration.UnknownRevisionException;
import dev.migration.UnsafeArgumentException;
import dev.migration.UnsupportedChangeException;
import dev.migration.UnsupportedDatabaseException;
import dev.migration.UnwritableChangeException;
import dev.migration.project.ProjectException;

/**
 * How a command ended. The numbers are documented and stay.
 */
enum ExitCode {

	/** It is done. */
	OK(0),

	/** Something unexpected. */
	UNEXPECTED(1),

	/** The command line was wrong. */
	USAGE(2),

	/** A bad target, or revisions that contradict one another. */
	TARGET_OR_GRAPH(3),

	/** The database is not where it is expected. */
	NOT_WHERE_EXPECTED(4),

	/**
	 * The schema differs from what the application asks for, or how it came to differ is
	 * for a person to say.
	 */
	DRIFT(5),

	/** The lock was not obtained in time. */
	LOCK(6),

	/** A revision or a hook failed, or a revision has no way back. */
	REVISION(7),

	/** The database cannot be reached or is not supported. */
	DATABASE(8),

	/**
	 * A file or setting of the project, what its entities ask for, or a program such as
	 * the editor.
	 */
	PROJECT(9);

	private final int value;

	ExitCode(int value) {
		this.value = value;
	}

	int value() {
		return this.value;
	}

	static ExitCode of(Throwable failure) {
		if (!(failure instanceof MigrationException)) {
			return UNEXPECTED;
		}
		if (failure instanceof NamedDatabaseException named) {
			return of(named.getFailure());
		}
		if (failure instanceof UnknownDatabaseException || failure instanceof NothingToCompareException
				|| failure instanceof MissingArgumentException || failure instanceof UnsafeArgumentException
				|| failure instanceof InvalidRenameException) {
			return USAGE;
		}
		if (failure instanceof DriftFoundException || failure instanceof UnclearRenameException) {
			return DRIFT;
		}
		if (failure instanceof InvalidTargetException || failure instanceof InvalidGraphException
				|| failure instanceof RevisionIndexException) {
			return TARGET_OR_GRAPH;
		}
		if (failure instanceof StateConflictException || failure instanceof PendingRevisionsException
				|| failure instanceof UnknownRevisionException || failure instanceof AdoptionRefusedException
				|| failure instanceof MissingSchemaException || failure instanceof DatabaseAheadException
				|| failure instanceof AppliedRevisionsChangedException) {
			return NOT_WHERE_EXPECTED;
		}
		if (failure instanceof LockTimeoutException) {
			return LOCK;
		}
		if (failure instanceof RevisionFailedException || failure instanceof IrreversibleRevisionException
				|| failure instanceof InvalidRevisionException || failure instanceof InvalidScriptException
				|| failure instanceof UnsupportedChangeException || failure instanceof HookFailedException
				|| failure instanceof NeedsDatabaseException || failure instanceof CheckFailedException
				|| failure instanceof IncompatibleRowsException || failure instanceof DdlSyntaxException
				|| failure instanceof ChangedRevisionException || failure instanceof UnclearStatementException
				|| failure instanceof HalfDoneRevisionException || failure instanceof IrreversibleProposalException
				|| failure instanceof UnwritableChangeException) {
			return REVISION;
		}
		if (failure instanceof DatabaseAccessException || failure instanceof UnsupportedDatabaseException) {
			return DATABASE;
		}
		if (failure instanceof ProjectException || failure instanceof DefinitionRefusedException
				|| failure instanceof InvalidSettingException) {
			return PROJECT;
		}
		return UNEXPECTED;
	}

}
