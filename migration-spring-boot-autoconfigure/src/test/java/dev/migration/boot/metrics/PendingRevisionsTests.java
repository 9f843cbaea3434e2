package dev.migration.boot.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import dev.migration.DatabaseAccessException;
import dev.migration.DatabasePosition;
import dev.migration.Direction;
import dev.migration.ExecutedStep;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PendingRevisionsTests {

	private final AtomicLong now = new AtomicLong();

	private final PendingRevisions pending = new PendingRevisions(Duration.ofSeconds(30), this.now::get);

	private int asked;

	@Test
	void whatIsHalfTakenBackIsMissingAndCountsOnce() {
		ExecutedStep half = new ExecutedStep("b", List.of("a"), "", Direction.DOWNGRADE, ExecutedStep.Status.FAILED,
				null, 2, 1, Instant.EPOCH, null, "ann", "web-1", "no such table", null);
		PendingRevisions pending = new PendingRevisions(Duration.ofSeconds(30), System::nanoTime);
		assertThat(pending.count("shop", () -> new DatabasePosition("", List.of("b"), List.of("c"), List.of("c"),
				List.of(), List.of(), List.of(half, half))))
			.isEqualTo(2);
	}

	@Test
	void theDatabaseIsAskedOnceInATimeToLive() {
		assertThat(this.pending.count("a", () -> lacking("x", "y"))).isEqualTo(2);
		this.now.addAndGet(Duration.ofSeconds(29).toNanos());
		assertThat(this.pending.count("a", () -> lacking("x"))).isEqualTo(2);
		this.now.addAndGet(Duration.ofSeconds(1).toNanos());
		assertThat(this.pending.count("a", () -> lacking("x"))).isEqualTo(1);
		assertThat(this.asked).isEqualTo(2);
	}

	@Test
	void aRunMakesTheNumberOfItsDatabaseOld() {
		this.pending.count("a", () -> lacking("x"));
		this.pending.count("b", () -> lacking("x"));
		this.pending.forget("a");
		assertThat(this.pending.count("a", this::lacking)).isZero();
		assertThat(this.pending.count("b", this::lacking)).isEqualTo(1);
	}

	@Test
	void aRunThatEndsWhileTheDatabaseIsReadMakesItOldAgain() {
		this.pending.count("a", () -> {
			this.pending.forget("a");
			return lacking("x");
		});
		assertThat(this.pending.count("a", this::lacking)).isZero();
	}

	@Test
	void aDatabaseThatIsAwayIsNotAskedAtEveryScrapeEither() {
		assertThat(this.pending.count("a", this::away)).isNaN();
		assertThat(this.pending.count("a", this::away)).isNaN();
		assertThat(this.asked).isEqualTo(1);
		this.now.addAndGet(Duration.ofSeconds(30).toNanos());
		assertThat(this.pending.count("a", () -> lacking("x"))).isEqualTo(1);
	}

	@Test
	void nothingIsKnownWhereARevisionIsUnknown() {
		assertThat(this.pending.count("a", () -> new DatabasePosition("", List.of("gone"), List.of(), List.of("x"),
				List.of(), List.of("gone"), List.of())))
			.isNaN();
	}

	@Test
	void aScrapeDoesNotWaitForAnother() throws InterruptedException {
		CountDownLatch reading = new CountDownLatch(1);
		CountDownLatch answered = new CountDownLatch(1);
		List<Double> slow = new ArrayList<>();
		Thread thread = new Thread(() -> slow.add(this.pending.count("a", () -> {
			reading.countDown();
			await(answered);
			return lacking("x", "y");
		})));
		thread.start();
		await(reading);
		assertThat(this.pending.count("a", this::lacking)).isNaN();
		answered.countDown();
		thread.join();
		assertThat(slow).containsExactly(2.0);
		assertThat(this.pending.count("a", this::lacking)).isEqualTo(2);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private DatabasePosition lacking(String... revisions) {
		this.asked++;
		return new DatabasePosition("", List.of(), List.of(), List.of(revisions), List.of(), List.of(), List.of());
	}

	private DatabasePosition away() {
		this.asked++;
		throw new DatabaseAccessException("The database cannot be reached", new IllegalStateException("gone"));
	}

}
