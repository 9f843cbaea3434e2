package dev.migration.boot.test;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migration.Direction;
import dev.migration.IrreversibleRevisionException;
import dev.migration.MigrationException;
import dev.migration.MigrationPlan;
import dev.migration.MigrationRequest;
import dev.migration.MigrationStep;
import dev.migration.RevisionHeader;
import dev.migration.SchemaDifference;
import dev.migration.SchemaSnapshot;

/**
 * Takes each revision up, down and up again, from the base to the heads. They are walked
 * along once, so that it takes time in proportion to their number.
 */
class RoundTrips {

	private final MigrationTester tester;

	private final RevisionChecks checks;

	private final List<RevisionHeader> revisions;

	private @Nullable RevisionHeader obstacle;

	private SchemaSnapshot reached;

	RoundTrips(MigrationTester tester, BiConsumer<RevisionHeader, JdbcClient> rowsBefore) {
		this.tester = tester;
		this.checks = new RevisionChecks(tester, rowsBefore);
		this.revisions = this.checks.steps().stream().map(MigrationStep::revision).toList();
		this.reached = tester.snapshot();
	}

	/**
	 * Return a test for each revision. They depend on one another, and are run in their
	 * order.
	 * @return the tests
	 */
	Stream<DynamicTest> tests() {
		return this.revisions.stream()
			.map((revision) -> DynamicTest.dynamicTest(revision.describe(), () -> goUpDownUp(revision)));
	}

	private void goUpDownUp(RevisionHeader revision) {
		if (this.obstacle != null) {
			Assumptions.abort("Not run, as " + this.obstacle.describe() + " before it cannot be applied");
		}
		up(revision);
		try {
			downAndUp(revision);
		}
		catch (MigrationException ex) {
			goOnBehind(revision);
			throw RevisionChecks.failure(ex);
		}
		catch (AssertionError ex) {
			goOnBehind(revision);
			throw ex;
		}
	}

	/**
	 * Without it none of those behind it can be applied.
	 */
	private void up(RevisionHeader revision) {
		try {
			this.checks.apply(revision);
		}
		catch (RuntimeException ex) {
			this.obstacle = revision;
			if (ex instanceof MigrationException failure) {
				throw RevisionChecks.failure(failure);
			}
			throw ex;
		}
	}

	private void downAndUp(RevisionHeader revision) {
		SchemaSnapshot before = this.reached;
		SchemaSnapshot first = this.tester.snapshot();
		this.reached = first;
		down(revision);
		require(revision, before, this.tester.snapshot(),
				"After the upgrade and the downgrade of %s the schema is not as it was before: %s\n"
						+ "Let the downgrade take back exactly what the upgrade does.");
		this.tester.upgrade(revision.id());
		require(revision, first, this.tester.snapshot(),
				"The second upgrade of %s makes another schema than the first: %s\n"
						+ "Let the downgrade take back all that the upgrade does, and the upgrade depend on nothing else.");
	}

	private void down(RevisionHeader revision) {
		MigrationRequest below = MigrationRequest.to(this.tester.below(revision));
		MigrationPlan plan;
		try {
			plan = this.tester.migrator().plan(Direction.DOWNGRADE, below);
		}
		catch (IrreversibleRevisionException ex) {
			Assumptions.abort(revision.describe() + " has no downgrade, so it was only upgraded");
			return;
		}
		if (plan.steps().size() != 1) {
			throw new IllegalStateException("The way down from " + revision.id() + " has " + plan.steps().size()
					+ " steps, where one is expected");
		}
		this.tester.migrator().downgrade(below);
	}

	private void require(RevisionHeader revision, SchemaSnapshot expected, SchemaSnapshot actual, String message) {
		List<SchemaDifference> differences = this.tester.migrator().snapshots().compare(expected, actual);
		if (!differences.isEmpty()) {
			throw new AssertionError(String.format(message, revision.describe() + " [" + revision.location() + "]",
					differences.stream().map(SchemaDifference::found).collect(Collectors.joining(", "))));
		}
	}

	/**
	 * What a failure left would fail the revisions behind it too, so the database is made
	 * anew up to this one.
	 */
	private void goOnBehind(RevisionHeader revision) {
		this.obstacle = revision;
		this.tester.clear();
		try {
			for (RevisionHeader each : this.revisions.subList(0, this.revisions.indexOf(revision) + 1)) {
				this.checks.apply(each);
			}
		}
		catch (RuntimeException ex) {
			// It stays an obstacle, which those behind it say.
			return;
		}
		this.reached = this.tester.snapshot();
		this.obstacle = null;
	}

}
