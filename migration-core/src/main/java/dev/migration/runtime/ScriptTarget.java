package dev.migration.runtime;

import dev.migration.UnsupportedDatabaseException;
import dev.migration.dialect.Dialect;
import dev.migration.dialect.ServerVersion;

/**
 * The database that a script is for.
 *
 * @param dialect its dialect
 * @param version its version
 */
record ScriptTarget(Dialect dialect, ServerVersion version) {

	static ScriptTarget of(Session session) {
		return new ScriptTarget(session.dialect(), session.renderContext().version());
	}

	/**
	 * Read what somebody asks for.
	 * @param text the id of a dialect, with a version behind a colon or without one
	 * @param dialects the dialects that there are
	 * @return the database
	 * @throws UnsupportedDatabaseException if there is no such dialect, or it makes no
	 * version
	 */
	static ScriptTarget parse(String text, Dialects dialects) {
		int colon = text.indexOf(':');
		if (colon < 0) {
			Dialect dialect = dialects.forId(text);
			return new ScriptTarget(dialect, dialect.offlineVersion());
		}
		Dialect dialect = dialects.forId(text.substring(0, colon));
		String version = text.substring(colon + 1);
		if (!version.matches("\\d+(\\.\\d+)*")) {
			throw new UnsupportedDatabaseException(dialect.id() + "' of the version '" + version, dialects.ids());
		}
		return new ScriptTarget(dialect, ServerVersion.parse(dialect.offlineVersion().product(), version));
	}

}
