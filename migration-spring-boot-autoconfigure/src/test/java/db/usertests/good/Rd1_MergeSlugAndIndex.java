package db.usertests.good;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;

@Revision(id = "d1", revises = { "b1", "c1" }, message = "merge slug and index", created = "2026-11-04T10:00:00Z")
class Rd1_MergeSlugAndIndex implements Migration {

	@Override
	public void upgrade(Operations op) {
	}

	@Override
	public void downgrade(Operations op) {
	}

}
