package dev.migration;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The programmatic surface: one database and its revisions. Safe for use by several
 * threads; it keeps no connection between calls.
 * <p>
 * Every method throws {@link MigrationException} for what a user can mend:
 * {@link InvalidGraphException} when the revisions contradict one another,
 * {@link InvalidTargetException} for a bad identifier, {@link UnknownRevisionException}
 * when the version table holds what nobody knows, {@link DatabaseAccessException} when
 * the database cannot be reached.
 */
public interface Migrator {

	/**
	 * Run what lies between the database and the targets. Takes one connection; when
	 * there is nothing to do, one select and no lock.
	 * @param request what is asked
	 * @return what was done
	 * @throws RevisionFailedException if a revision fails: the database is then as it was
	 * before that revision
	 * @throws LockTimeoutException if another process holds the lock for too long
	 * @throws StateConflictException if the database is not where the request expects it
	 */
	MigrationResult upgrade(MigrationRequest request);

	/**
	 * Run what lies between the database and a target.
	 * @param target the target, such as {@code head}
	 * @return what was done
	 * @see #upgrade(MigrationRequest)
	 */
	default MigrationResult upgrade(String target) {
		return upgrade(MigrationRequest.to(target));
	}

	/**
	 * Take back what lies above the target.
	 * @param request what is asked, with one target
	 * @return what was done
	 * @throws IrreversibleRevisionException if a revision on the way has no downgrade;
	 * nothing is run then
	 * @throws RevisionFailedException if a revision fails: the database is then as it was
	 * before that revision
	 * @throws LockTimeoutException if another process holds the lock for too long
	 * @throws StateConflictException if the database is not where the request expects it
	 */
	MigrationResult downgrade(MigrationRequest request);

	/**
	 * Take back what lies above the target.
	 * @param target the target, such as {@code -1} or {@code base}
	 * @return what was done
	 * @see #downgrade(MigrationRequest)
	 */
	default MigrationResult downgrade(String target) {
		return downgrade(MigrationRequest.to(target));
	}

	/**
	 * Set the version table without running anything.
	 * @param request what is asked
	 * @return what was done; it has no steps
	 * @throws LockTimeoutException if another process holds the lock for too long
	 * @throws StateConflictException if the database is not where the request expects it
	 */
	MigrationResult stamp(MigrationRequest request);

	/**
	 * Set the version table without running anything.
	 * @param targets the revisions, as targets
	 * @return what was done; it has no steps
	 * @see #stamp(MigrationRequest)
	 */
	default MigrationResult stamp(String... targets) {
		return stamp(MigrationRequest.to(targets));
	}

	/**
	 * Create the version table if it is missing. Touches no row, and calls no hook.
	 * @return whether it was missing
	 * @throws LockTimeoutException if another process holds the lock for too long
	 */
	boolean ensureVersionTable();

	/**
	 * Return what a request would do, without doing it.
	 * @param direction what would be called
	 * @param request what would be asked
	 * @return the plan, as the run would execute it
	 * @throws IrreversibleRevisionException if a downgrade needs a revision that has none
	 * @throws StateConflictException if the database is not where the request expects it
	 */
	MigrationPlan plan(Direction direction, MigrationRequest request);

	/**
	 * Write the SQL that does what a request asks. Runs nothing and calls no hook. The
	 * database is only opened if the request names no dialect, and then only asked what
	 * it is: where the script begins is for the request to say.
	 * @param direction what would be called
	 * @param request what is asked
	 * @return the script, complete
	 * @throws NeedsDatabaseException if a revision needs a database that is there
	 * @throws IrreversibleRevisionException if a downgrade needs a revision that has none
	 * @throws UnsupportedChangeException if the database cannot express it
	 * @throws UnsupportedDatabaseException if there is no such dialect
	 */
	MigrationScript script(Direction direction, ScriptRequest request);

	/**
	 * Write the SQL of what a request would do to the database as it is. Runs nothing and
	 * calls no hook.
	 * @param direction what would be called
	 * @param request what would be asked
	 * @return the script, complete, for the client of this database
	 * @throws NeedsDatabaseException if a revision cannot be written
	 * @throws IrreversibleRevisionException if a downgrade needs a revision that has none
	 * @throws StateConflictException if the database is not where the request expects it
	 */
	MigrationScript script(Direction direction, MigrationRequest request);

	/**
	 * Return what a request would destroy. Runs no revision: their bodies are called to
	 * see their operations, and rows are counted. A count that takes longer than some
	 * seconds is given up.
	 * @param direction what would be called
	 * @param request what would be asked
	 * @return the plan, and what it destroys
	 * @throws IrreversibleRevisionException if a downgrade needs a revision that has none
	 * @throws StateConflictException if the database is not where the request expects it
	 */
	Destruction destruction(Direction direction, MigrationRequest request);

	/**
	 * Write the SQL that creates the version table if it is missing. Runs nothing.
	 * @param dialect the database that it is for, as in {@link ScriptRequest#dialect()}
	 * @return the script
	 * @throws UnsupportedDatabaseException if there is no such dialect
	 */
	MigrationScript versionTableScript(@Nullable String dialect);

	/**
	 * Return where the database is: the revisions that the version table names, and those
	 * at the end of a branch that are there because one of these depends on them.
	 * @return the current revisions, sorted by id; none on a database without revisions
	 */
	List<RevisionStatus> current();

	/**
	 * Return where the database is on the way to the heads of the application. Takes one
	 * connection and one select, no lock, and does not wait for a run that has the
	 * database busy. Only when the version table names what the application does not
	 * have, or the last step did not end, the history table is read.
	 * @return the position
	 */
	DatabasePosition position();

	/**
	 * Return where the database stands, with all revisions.
	 * @return the status
	 */
	MigrationStatus status();

	/**
	 * Return all that is known of a revision, with the SQL of both its ways where it can
	 * be written. Runs nothing.
	 * @param identifier the identifier, which may also name a revision that only the
	 * database has
	 * @return the revision
	 * @throws InvalidTargetException if it names no revision, or several
	 */
	RevisionDetails details(String identifier);

	/**
	 * Return how the schema differs from what the application asks for. Only reads.
	 * @return the drift; none if there is none
	 * @throws PendingRevisionsException if the database is not at its heads, where a
	 * comparison would mean nothing
	 * @throws NothingToCompareException if nothing says what the schema should be
	 */
	List<SchemaDifference> drift();

	/**
	 * Write the revision that brings the database to what the application asks for. Only
	 * reads.
	 * @param request what was renamed, and who decides it
	 * @return the revision, which does nothing if there is no difference
	 * @throws PendingRevisionsException if the database is not at its heads, where a
	 * comparison would mean nothing
	 * @throws NothingToCompareException if nothing says what the schema should be
	 * @throws UnclearRenameException if something may have been renamed, and nobody
	 * decides
	 */
	ProposedRevision propose(ProposalRequest request);

	/**
	 * Read what a database has that is not at any revision, as the first revision of the
	 * application. Only reads.
	 * @param schemas the schemas to read besides the default one of the connection
	 * @return the revision, and what is to be said about it
	 * @throws AdoptionRefusedException if the application has revisions, if the database
	 * is at one or is empty, or if the tool that has changed it before is in the middle
	 * of something
	 */
	Adoption adoption(Set<String> schemas);

	/**
	 * Record that the database is at the first revision of the application, which was
	 * written from its {@link #adoption} and which this migrator does not have yet. Runs
	 * nothing.
	 * @param revision the revision
	 * @return what was done; it has no steps
	 * @throws AdoptionRefusedException if the application has revisions
	 * @throws UnknownRevisionException if the database is at another revision by now
	 * @throws LockTimeoutException if another process holds the lock for too long
	 */
	MigrationResult adopt(RevisionHeader revision);

	/**
	 * Return the revisions of the application, without asking the database.
	 * @return the revisions
	 */
	RevisionDirectory directory();

	/**
	 * Return what was executed on the database, from the history table.
	 * @return the executed steps, oldest first
	 */
	List<ExecutedStep> executedSteps();

	/**
	 * Return what looks at the schema before and after revisions, for tests of them.
	 * @return the snapshots of this database
	 */
	SchemaSnapshots snapshots();

}
