package dev.migration.script.sample;

import dev.migration.Operations;
import dev.migration.Revision;

@Revision(id = "r2", revises = "r1", dependsOn = "lib", branchLabels = "app", message = "second",
		created = "2026-11-23T10:15:00+01:00", transactional = false)
class R2_Second extends Base {

	static {
		System.setProperty("dev.migration.script.sample.loaded", "yes");
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("second");
	}

}
