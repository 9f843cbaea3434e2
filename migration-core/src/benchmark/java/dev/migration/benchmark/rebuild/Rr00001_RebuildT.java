package dev.migration.benchmark.rebuild;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;

import static dev.migration.schema.Definitions.literal;

/**
 * Rebuilds the table of {@link dev.migration.benchmark.RebuildBenchmark}.
 */
@Revision(id = "r00001", revises = {}, message = "rebuild t", created = "2026-11-25T10:00:00Z")
class Rr00001_RebuildT implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.alterColumn("t", "size", (size) -> size.serverDefault(literal(1)));
	}

	@Override
	public void downgrade(Operations op) {
		op.alterColumn("t", "size", (size) -> size.dropServerDefault());
	}

}
