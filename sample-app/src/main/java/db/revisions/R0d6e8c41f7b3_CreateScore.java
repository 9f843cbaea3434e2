package db.revisions;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;
import dev.migration.schema.ReferentialAction;

import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.foreignKey;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.unique;
import static dev.migration.schema.Types.bigint;
import static dev.migration.schema.Types.integer;
import static dev.migration.schema.Types.timestampWithTimeZone;
import static dev.migration.schema.Types.varchar;

/**
 * Needs the tables of both branches.
 */
@Revision(id = "0d6e8c41f7b3", revises = "56dbe0379a1c", message = "create score", created = "2026-11-16T09:45:00Z")
class R0d6e8c41f7b3_CreateScore implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("score", column("id", bigint()).primaryKey().identity(),
				column("submission_id", bigint()).notNull(), column("judge_id", bigint()).notNull(),
				column("points", integer()).notNull(), column("remark", varchar(500)),
				column("scored_at", timestampWithTimeZone()).notNull(),
				unique("uq_score_submission_judge").on("submission_id", "judge_id"),
				foreignKey("fk_score_submission").on("submission_id")
					.references("submission", "id")
					.onDelete(ReferentialAction.CASCADE),
				foreignKey("fk_score_judge").on("judge_id")
					.references("judge", "id")
					.onDelete(ReferentialAction.RESTRICT),
				check("ck_score_points", "points BETWEEN 0 AND 10"));
		op.createIndex(index("ix_score_judge").on("score", "judge_id"));
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("score");
	}

}
