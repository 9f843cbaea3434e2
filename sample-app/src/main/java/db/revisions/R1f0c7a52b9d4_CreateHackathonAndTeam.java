package db.revisions;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;
import dev.migration.schema.ReferentialAction;

import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.foreignKey;
import static dev.migration.schema.Definitions.unique;
import static dev.migration.schema.Types.bigint;
import static dev.migration.schema.Types.timestampWithTimeZone;
import static dev.migration.schema.Types.varchar;

/**
 * The base.
 */
@Revision(id = "1f0c7a52b9d4", message = "create hackathon and team", created = "2026-11-02T09:12:00Z")
class R1f0c7a52b9d4_CreateHackathonAndTeam implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("hackathon", column("id", bigint()).primaryKey().identity(),
				column("name", varchar(120)).notNull(), column("status", varchar(20)).notNull(),
				column("starts_at", timestampWithTimeZone()).notNull(),
				column("ends_at", timestampWithTimeZone()).notNull(), unique("uq_hackathon_name").on("name"),
				check("ck_hackathon_status", "status IN ('OPEN', 'JUDGING', 'CLOSED')"),
				check("ck_hackathon_period", "ends_at > starts_at"));
		op.createTable("team", column("id", bigint()).primaryKey().identity(),
				column("hackathon_id", bigint()).notNull(), column("name", varchar(80)).notNull(),
				column("registered_at", timestampWithTimeZone()).notNull(),
				unique("uq_team_hackathon_name").on("hackathon_id", "name"),
				foreignKey("fk_team_hackathon").on("hackathon_id")
					.references("hackathon", "id")
					.onDelete(ReferentialAction.CASCADE));
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("team");
		op.dropTable("hackathon");
	}

}
