package dev.migration.runtime;

import dev.migration.dialect.SqlStatement;

/**
 * Hashes what a revision asks for, so that another process can tell whether it still asks
 * for the same. Operations are hashed as values and not as SQL, since their SQL may
 * depend on what is there already.
 */
final class UnitHash {

	private static final int LENGTH = 16;

	private UnitHash() {
	}

	/**
	 * Hash an operation, or anything else that is made of records.
	 * @param value the value
	 * @return the hash, in hexadecimal digits
	 */
	static String of(Object value) {
		ValueDigest digest = new ValueDigest();
		digest.add(value);
		return shortened(digest);
	}

	/**
	 * Hash a statement with its values. Where it was written does not count.
	 * @param statement the statement
	 * @return the hash, in hexadecimal digits
	 */
	static String of(SqlStatement statement) {
		ValueDigest digest = new ValueDigest();
		digest.add(statement.sql());
		digest.add(statement.rows());
		return shortened(digest);
	}

	private static String shortened(ValueDigest digest) {
		return digest.hex().substring(0, LENGTH);
	}

}
