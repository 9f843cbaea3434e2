package db.usertests.good;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Types.varchar;

@Revision(id = "b1", revises = "a1", message = "add team.slug", created = "2026-11-02T10:00:00Z")
class Rb1_AddTeamSlug implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.addColumn("team", column("slug", varchar(120)));
		op.execute("UPDATE team SET slug = concat('team-', id)");
		op.alterColumn("team", "slug", (c) -> c.notNull());
	}

	@Override
	public void downgrade(Operations op) {
		op.dropColumn("team", "slug");
	}

}
