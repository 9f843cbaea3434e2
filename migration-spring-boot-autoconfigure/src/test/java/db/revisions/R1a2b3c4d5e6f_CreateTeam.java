package db.revisions;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Types.bigint;
import static dev.migration.schema.Types.varchar;

@Revision(id = "1a2b3c4d5e6f", message = "create team", created = "2026-11-01T10:00:00Z")
class R1a2b3c4d5e6f_CreateTeam implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("team", column("id", bigint()).primaryKey().identity(), column("name", varchar(80)).notNull());
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("team");
	}

}
