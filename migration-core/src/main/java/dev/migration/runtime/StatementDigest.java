package dev.migration.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.SqlStatement;

/**
 * Counts the statements of one step and hashes their text.
 */
final class StatementDigest {

	private final MessageDigest digest = sha256();

	private int count;

	void add(SqlStatement statement) {
		this.count++;
		this.digest.update(statement.sql().strip().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
		this.digest.update((byte) ';');
	}

	/**
	 * Count statements that are not known any more.
	 * @param statements how many
	 */
	void skip(int statements) {
		this.count += statements;
	}

	int count() {
		return this.count;
	}

	/**
	 * Return the hash, with the version of the algorithm before the colon. Starts anew.
	 * @return the hash, or {@code null} without statements
	 */
	@Nullable String checksum() {
		return (this.count > 0) ? "1:" + HexFormat.of().formatHex(this.digest.digest()) : null;
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
