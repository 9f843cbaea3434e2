package dev.migration.runtime;

import java.sql.SQLException;

/**
 * Creates the version table if it is missing, and leaves everything else alone.
 */
final class VersionTableCreation {

	private final Session session;

	private final LockedSession locked;

	VersionTableCreation(Session session) {
		this.session = session;
		this.locked = new LockedSession(session);
	}

	/**
	 * Look, and create the table under the lock if it is not there.
	 * @return whether it was missing
	 */
	boolean execute() throws SQLException {
		if (this.session.hasVersionTable()) {
			return false;
		}
		this.session.createSchemas();
		this.locked.underLock(() -> this.locked.inTransaction(() -> {
			this.locked.create(this.session.versionTable().creation());
			this.locked.commit();
			return true;
		}));
		return true;
	}

}
