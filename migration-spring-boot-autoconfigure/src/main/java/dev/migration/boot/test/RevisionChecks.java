package dev.migration.boot.test;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Assumptions;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migration.Direction;
import dev.migration.DriftFoundException;
import dev.migration.MigrationException;
import dev.migration.MigrationRequest;
import dev.migration.MigrationStep;
import dev.migration.NothingToCompareException;
import dev.migration.RevisionFailedException;
import dev.migration.RevisionHeader;
import dev.migration.RevisionPlace;
import dev.migration.SchemaDifference;

/**
 * The checks of all revisions together.
 */
class RevisionChecks {

	private final MigrationTester tester;

	private final BiConsumer<RevisionHeader, JdbcClient> rowsBefore;

	RevisionChecks(MigrationTester tester, BiConsumer<RevisionHeader, JdbcClient> rowsBefore) {
		this.tester = tester;
		this.rowsBefore = rowsBefore;
	}

	/**
	 * Return a failure that says what happened and what to do, which an exception of ours
	 * has apart.
	 */
	static AssertionError failure(MigrationException ex) {
		boolean isUpgrade = ex instanceof RevisionFailedException failed && failed.getDirection() == Direction.UPGRADE;
		return new AssertionError(ex.getDescription() + "\n" + ex.getAction()
				+ (isUpgrade ? "\nA revision that needs rows gets them from rowsBefore(…) of MigrationContract." : ""),
				ex);
	}

	void singleHead() {
		List<RevisionPlace> heads = this.tester.migrator().directory().heads();
		if (heads.isEmpty()) {
			throw new AssertionError("There is no revision.\n"
					+ "Look at 'migration.locations', and whether the revisions are on the class path of the tests.");
		}
		if (heads.size() > 1) {
			throw new AssertionError("There are " + heads.size() + " heads: "
					+ heads.stream().map((head) -> head.revision().describe()).collect(Collectors.joining(", "))
					+ "\nBring them together with 'migrate merge heads'.");
		}
	}

	void upgradesFromBase() {
		try {
			applyAll();
		}
		catch (MigrationException ex) {
			throw failure(ex);
		}
		if (!this.tester.migrator().status().upToDate()) {
			throw new AssertionError("All revisions were applied, and some are pending still");
		}
	}

	private void applyAll() {
		steps().forEach((step) -> apply(step.revision()));
	}

	List<MigrationStep> steps() {
		return this.tester.migrator().plan(Direction.UPGRADE, MigrationRequest.to("heads")).steps();
	}

	void apply(RevisionHeader revision) {
		this.rowsBefore.accept(revision, this.tester.jdbc());
		this.tester.upgrade(revision.id());
	}

	void modelEqualsHead() {
		try {
			applyAll();
			List<SchemaDifference> drift = this.tester.migrator().drift();
			if (!drift.isEmpty()) {
				throw new DriftFoundException(drift);
			}
		}
		catch (NothingToCompareException ex) {
			if (!this.tester.hasModel()) {
				Assumptions.abort(ex.getDescription());
			}
			throw failure(ex);
		}
		catch (MigrationException ex) {
			throw failure(ex);
		}
	}

}
