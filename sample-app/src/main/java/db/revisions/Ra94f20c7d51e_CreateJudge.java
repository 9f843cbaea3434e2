package db.revisions;

import java.util.List;
import java.util.Map;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;
import dev.migration.sample.judging.JuryProperties;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.unique;
import static dev.migration.schema.Types.bigint;
import static dev.migration.schema.Types.varchar;

/**
 * The second of two branches. Who is in the first jury is a matter of the configuration.
 */
@Revision(id = "a94f20c7d51e", revises = "7be14d03c86a", branchLabels = "judging", message = "create judge",
		created = "2026-11-10T11:20:00Z")
class Ra94f20c7d51e_CreateJudge implements Migration {

	private final JuryProperties jury;

	Ra94f20c7d51e_CreateJudge(JuryProperties jury) {
		this.jury = jury;
	}

	@Override
	public void upgrade(Operations op) {
		op.createTable("judge", column("id", bigint()).primaryKey().identity(), column("name", varchar(120)).notNull(),
				unique("uq_judge_name").on("name"));
		List<Map<String, String>> rows = this.jury.judges().stream().map((name) -> Map.of("name", name)).toList();
		if (!rows.isEmpty()) {
			op.bulkInsert("judge", rows);
		}
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("judge");
	}

}
