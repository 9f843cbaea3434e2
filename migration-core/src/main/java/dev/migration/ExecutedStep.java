package dev.migration;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A row of the history table: one step that was executed.
 *
 * @param revision the revision id; for a stamp the version rows it set
 * @param revises the parents of the revision at that time; for a stamp the version rows
 * it replaced
 * @param message the message of the revision at that time
 * @param direction which way it went
 * @param status how it ended
 * @param checksum a hash of what the revision asked for, with the version of the
 * algorithm before the colon, or {@code null} if none ran
 * @param statementsTotal the number of statements of the step
 * @param statementsDone the number of statements that ran
 * @param startedAt when it began
 * @param finishedAt when it ended, or {@code null} if it has not
 * @param executedBy who asked for it
 * @param host the host and process that ran it
 * @param error the error, if it failed
 * @param reason why it was asked, if the request said so
 */
public record ExecutedStep(String revision, List<String> revises, String message, Direction direction, Status status,
		@Nullable String checksum, int statementsTotal, int statementsDone, Instant startedAt,
		@Nullable Instant finishedAt, String executedBy, String host, @Nullable String error, @Nullable String reason) {

	public ExecutedStep {
		revises = List.copyOf(revises);
	}

	/**
	 * How a step ended.
	 */
	public enum Status {

		/** It is under way, or its process died. */
		RUNNING,

		/** It is done. */
		SUCCEEDED,

		/** It stopped half way, on a database that could not take it back. */
		FAILED;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
