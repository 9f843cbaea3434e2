package dev.migration.project;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Makes ids for revisions.
 */
public final class RevisionIds {

	/** Twelve digits, as Alembic's. */
	private static final int BYTES = 6;

	private RevisionIds() {
	}

	/**
	 * Return a new id.
	 * @return twelve hexadecimal digits that no other revision has, with all likelihood
	 */
	public static String random() {
		byte[] bytes = new byte[BYTES];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

}
