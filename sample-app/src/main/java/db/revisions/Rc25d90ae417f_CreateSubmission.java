package db.revisions;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;
import dev.migration.schema.ReferentialAction;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.foreignKey;
import static dev.migration.schema.Definitions.unique;
import static dev.migration.schema.Types.bigint;
import static dev.migration.schema.Types.text;
import static dev.migration.schema.Types.timestampWithTimeZone;
import static dev.migration.schema.Types.varchar;

/**
 * The first of two branches.
 */
@Revision(id = "c25d90ae417f", revises = "7be14d03c86a", branchLabels = "submissions", message = "create submission",
		created = "2026-11-09T08:05:00Z")
class Rc25d90ae417f_CreateSubmission implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("submission", column("id", bigint()).primaryKey().identity(),
				column("team_id", bigint()).notNull(), column("title", varchar(160)).notNull(),
				column("description", text()).notNull(), column("repository_url", varchar(500)).notNull(),
				column("submitted_at", timestampWithTimeZone()).notNull(), unique("uq_submission_team").on("team_id"),
				foreignKey("fk_submission_team").on("team_id")
					.references("team", "id")
					.onDelete(ReferentialAction.CASCADE));
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("submission");
	}

}
