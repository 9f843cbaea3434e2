package db.revisions;

import java.util.Map;
import java.util.Set;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Types.varchar;

/**
 * Gives every team a slug. The teams that are there get theirs from the id: names may
 * hold anything, and SQL cannot make them fit for a URL in the same way on every
 * database.
 */
@Revision(id = "b3174fe29c80", revises = "0d6e8c41f7b3", message = "add team.slug", created = "2026-11-20T13:55:00Z")
class Rb3174fe29c80_AddTeamSlug implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.addColumn("team", column("slug", varchar(120)).notNull().serverDefault(literal("")));
		boolean isMysql = Set.of("mariadb", "mysql").contains(op.dialect());
		op.execute("UPDATE team SET slug = " + (isMysql ? "CONCAT(:prefix, id)" : ":prefix || id"),
				Map.of("prefix", "team-"));
		op.createIndex(index("ux_team_hackathon_slug").on("team", "hackathon_id", "slug").unique());
	}

	@Override
	public void downgrade(Operations op) {
		op.dropIndex("ux_team_hackathon_slug", "team");
		op.dropColumn("team", "slug");
	}

}
