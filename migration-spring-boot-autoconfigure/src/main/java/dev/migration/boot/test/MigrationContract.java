package dev.migration.boot.test;

import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migration.RevisionHeader;

/**
 * What should hold for the revisions of every application. A class with
 * {@link MigrationTest @MigrationTest} that implements it gets these tests. It is an
 * interface, so that the class can extend what it likes, and override what does not hold
 * for its revisions.
 */
public interface MigrationContract {

	/**
	 * Put rows in that are there when a revision is applied. It is called before the
	 * first upgrade of each revision, by all tests of this contract, so that they also
	 * show what a revision does to rows. Does nothing by default.
	 * @param revision the revision that is about to be applied
	 * @param jdbc a client of the database, in which all revisions before it are applied
	 */
	default void rowsBefore(RevisionHeader revision, JdbcClient jdbc) {
	}

	/**
	 * There is one head. With several, nobody said in which order two branches go
	 * together.
	 * @param tester the tester
	 */
	@Test
	@DisplayName("There is a single head")
	default void singleHead(MigrationTester tester) {
		new RevisionChecks(tester, this::rowsBefore).singleHead();
	}

	/**
	 * An empty database can be taken to the head.
	 * @param tester the tester
	 */
	@Test
	@DisplayName("An empty database upgrades to the head")
	default void upgradesFromBase(MigrationTester tester) {
		new RevisionChecks(tester, this::rowsBefore).upgradesFromBase();
	}

	/**
	 * The downgrade of each revision takes back exactly what its upgrade did, and a
	 * second upgrade does the same as the first. A test for each revision, in the order
	 * in which they are applied; one without a downgrade is skipped, and says so.
	 * @param tester the tester
	 * @return the tests
	 */
	@TestFactory
	@Execution(ExecutionMode.SAME_THREAD)
	@DisplayName("Every revision goes up, down and up again")
	default Stream<DynamicTest> everyRevisionGoesUpDownUp(MigrationTester tester) {
		return new RoundTrips(tester, this::rowsBefore).tests();
	}

	/**
	 * At the head the schema is what the entities ask for. Skipped where nothing says
	 * what the schema should be.
	 * @param tester the tester
	 */
	@Test
	@DisplayName("The schema at the head is what the entities ask for")
	default void modelEqualsHead(MigrationTester tester) {
		new RevisionChecks(tester, this::rowsBefore).modelEqualsHead();
	}

}
