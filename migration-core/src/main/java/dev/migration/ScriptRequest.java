package dev.migration;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of a {@link Migrator} when SQL is to be written and not run.
 *
 * @param migration what the SQL shall do. Its targets may be ranges, as in
 * {@code from:to}; an upgrade or a stamp without one begins at base. What it expects of
 * the database is left out: the script checks that itself.
 * @param dialect the database that the SQL is for, such as {@code postgresql} or
 * {@code postgresql:14}; {@code null} for the one of the migrator, which is then asked
 * for its version
 * @param idempotent whether the SQL skips what the database has
 */
public record ScriptRequest(MigrationRequest migration, @Nullable String dialect, boolean idempotent) {

	/**
	 * Return a request for the database of the migrator.
	 * @param targets the targets, at least one
	 * @return the request
	 */
	public static ScriptRequest to(String... targets) {
		return of(MigrationRequest.to(targets));
	}

	/**
	 * Return a request for the database of the migrator.
	 * @param migration what the SQL shall do
	 * @return the request
	 */
	public static ScriptRequest of(MigrationRequest migration) {
		return new ScriptRequest(migration, null, false);
	}

	/**
	 * Return this request for some database, which is not opened.
	 * @param id the id of its dialect, with its version behind a colon or without one
	 * @return the request
	 */
	public ScriptRequest forDialect(@Nullable String id) {
		return new ScriptRequest(this.migration, id, this.idempotent);
	}

	/**
	 * Return this request for SQL that skips what the database has.
	 * @param skips whether it does
	 * @return the request
	 */
	public ScriptRequest skippingApplied(boolean skips) {
		return new ScriptRequest(this.migration, this.dialect, skips);
	}

}
