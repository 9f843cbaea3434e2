package db.usertests.good;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;

import static dev.migration.schema.Definitions.index;

@Revision(id = "c1", revises = "a1", message = "index team.name", created = "2026-11-03T10:00:00Z")
class Rc1_IndexTeamName implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createIndex(index("ix_team_name").on("team", "name"));
	}

	@Override
	public void downgrade(Operations op) {
		op.dropIndex("ix_team_name", "team");
	}

}
