package dev.migration.runtime;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.Dialect;
import dev.migration.operation.DataOperation;
import dev.migration.operation.Operation;

/**
 * Hashes what a body asks for, so that a later version of the application can tell
 * whether it still asks for the same, without running it. It must be the same for ever:
 * another way to hash is another version.
 */
final class BodyChecksum {

	private static final String VERSION = "2:";

	private final Dialect dialect;

	private final ValueDigest digest = new ValueDigest();

	private boolean isPartial;

	BodyChecksum(Dialect dialect) {
		this.dialect = dialect;
	}

	/**
	 * Return whether a checksum of the history table is one of these.
	 * @param checksum the checksum
	 * @return whether it can be compared
	 */
	static boolean isComparable(@Nullable String checksum) {
		return checksum != null && checksum.startsWith(VERSION);
	}

	void add(Operation operation) {
		if (operation instanceof DataOperation.ExecuteScript execute) {
			this.dialect.split(execute.script()).forEach(this.digest::add);
		}
		else {
			this.digest.add(operation);
		}
	}

	/**
	 * Say that the body does what cannot be seen here, or what depends on the caller.
	 */
	void addUnseen() {
		this.isPartial = true;
	}

	/**
	 * Return the hash, with the version of the algorithm before the colon. To be called
	 * once.
	 * @return the hash, or {@code null} if it would not tell what the body does
	 */
	@Nullable String text() {
		return this.isPartial ? null : VERSION + this.digest.hex();
	}

}
