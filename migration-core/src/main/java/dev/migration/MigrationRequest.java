package dev.migration;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of a {@link Migrator}.
 *
 * @param targets the targets, in the identifier language: {@code head}, {@code heads},
 * {@code base}, an id or a unique prefix of one, {@code +2}, {@code -1}, {@code id+2},
 * {@code label@head} and so on; at least one
 * @param expectedCurrent the version rows that the database must have, or {@code null} if
 * any will do
 * @param executedBy who asks, for the history table, or {@code null} for the user of this
 * process
 */
public record MigrationRequest(List<String> targets, @Nullable Set<String> expectedCurrent,
		@Nullable String executedBy) {

	public MigrationRequest {
		targets = List.copyOf(targets);
		if (targets.isEmpty()) {
			throw new IllegalArgumentException("At least one target is needed");
		}
		if (expectedCurrent != null) {
			expectedCurrent = Set.copyOf(expectedCurrent);
		}
	}

	/**
	 * Return a request for targets.
	 * @param targets the targets, at least one
	 * @return the request
	 */
	public static MigrationRequest to(String... targets) {
		return new MigrationRequest(List.of(targets), null, null);
	}

	/**
	 * Return this request on condition that the database stands where the caller thinks.
	 * @param current the version rows that the database must have
	 * @return the request
	 */
	public MigrationRequest expecting(Set<String> current) {
		return new MigrationRequest(this.targets, current, this.executedBy);
	}

	/**
	 * Return this request in the name of somebody.
	 * @param name who asks
	 * @return the request
	 */
	public MigrationRequest by(@Nullable String name) {
		return new MigrationRequest(this.targets, this.expectedCurrent, name);
	}

}
