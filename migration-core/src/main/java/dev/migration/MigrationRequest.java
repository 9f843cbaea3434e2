package dev.migration;

import java.util.List;
import java.util.Map;
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
 * @param purge for a stamp: whether all version rows go first, also those that nobody
 * knows
 * @param arguments free values for revisions and hooks, by name
 * @param tag a free word for hooks, or {@code null}
 * @param reason why it is asked, for the history table, or {@code null}
 * @param remote whether it comes from somebody who may run revisions and not write SQL,
 * so that its values may only be names and numbers where an SQL file puts them in
 */
public record MigrationRequest(List<String> targets, @Nullable Set<String> expectedCurrent, @Nullable String executedBy,
		boolean purge, Map<String, String> arguments, @Nullable String tag, @Nullable String reason, boolean remote) {

	public MigrationRequest {
		targets = List.copyOf(targets);
		if (targets.isEmpty()) {
			throw new IllegalArgumentException("At least one target is needed");
		}
		if (expectedCurrent != null) {
			expectedCurrent = Set.copyOf(expectedCurrent);
		}
		arguments = Map.copyOf(arguments);
	}

	/**
	 * Return a request for targets.
	 * @param targets the targets, at least one
	 * @return the request
	 */
	public static MigrationRequest to(String... targets) {
		return new MigrationRequest(List.of(targets), null, null, false, Map.of(), null, null, false);
	}

	/**
	 * Return this request on condition that the database stands where the caller thinks.
	 * @param current the version rows that the database must have
	 * @return the request
	 */
	public MigrationRequest expecting(Set<String> current) {
		return new MigrationRequest(this.targets, current, this.executedBy, this.purge, this.arguments, this.tag,
				this.reason, this.remote);
	}

	/**
	 * Return this request in the name of somebody.
	 * @param name who asks
	 * @return the request
	 */
	public MigrationRequest by(@Nullable String name) {
		return new MigrationRequest(this.targets, this.expectedCurrent, name, this.purge, this.arguments, this.tag,
				this.reason, this.remote);
	}

	/**
	 * Return this request for a stamp that removes all version rows first.
	 * @return the request
	 */
	public MigrationRequest purging() {
		return new MigrationRequest(this.targets, this.expectedCurrent, this.executedBy, true, this.arguments, this.tag,
				this.reason, this.remote);
	}

	/**
	 * Return this request with values for revisions and hooks.
	 * @param values the values by name, instead of those there were
	 * @return the request
	 */
	public MigrationRequest with(Map<String, String> values) {
		return new MigrationRequest(this.targets, this.expectedCurrent, this.executedBy, this.purge, values, this.tag,
				this.reason, this.remote);
	}

	/**
	 * Return this request with a word for hooks.
	 * @param word any word
	 * @return the request
	 */
	public MigrationRequest tagged(@Nullable String word) {
		return new MigrationRequest(this.targets, this.expectedCurrent, this.executedBy, this.purge, this.arguments,
				word, this.reason, this.remote);
	}

	/**
	 * Return this request with the reason for it.
	 * @param text why it is asked, in any words
	 * @return the request
	 */
	public MigrationRequest because(@Nullable String text) {
		return new MigrationRequest(this.targets, this.expectedCurrent, this.executedBy, this.purge, this.arguments,
				this.tag, text, this.remote);
	}

	/**
	 * Return this request as one of somebody who may run revisions and not write SQL.
	 * @return the request
	 */
	public MigrationRequest fromRemote() {
		return new MigrationRequest(this.targets, this.expectedCurrent, this.executedBy, this.purge, this.arguments,
				this.tag, this.reason, true);
	}

}
