package db.stores;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Types.bigint;

@Revision(id = "f0000003", revises = "f0000002", branchLabels = "billing", message = "create invoice",
		created = "2026-11-03T10:00:00Z")
class Rf0000003_CreateInvoice implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("invoice", column("id", bigint()).primaryKey().identity(), column("total", bigint()));
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("invoice");
	}

}
