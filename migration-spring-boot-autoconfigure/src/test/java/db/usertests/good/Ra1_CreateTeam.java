package db.usertests.good;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Types.bigint;
import static dev.migration.schema.Types.varchar;

@Revision(id = "a1", message = "create team", created = "2026-11-01T10:00:00Z")
class Ra1_CreateTeam implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("team", column("id", bigint()).primaryKey().identity(), column("name", varchar(255)).notNull());
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("team");
	}

}
