package db.revisions;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;

/**
 * Brings the two branches together. It changes nothing itself.
 */
@Revision(id = "56dbe0379a1c", revises = { "e8831b6f0d25", "a94f20c7d51e" }, message = "merge submissions and judging",
		created = "2026-11-16T09:00:00Z")
class R56dbe0379a1c_MergeSubmissionsAndJudging implements Migration {

	@Override
	public void upgrade(Operations op) {
	}

	@Override
	public void downgrade(Operations op) {
	}

}
