package db.stores;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Types.varchar;

@Revision(id = "f0000002", revises = "f0000001", message = "add customer.phone", created = "2026-11-02T10:00:00Z")
class Rf0000002_AddPhone implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.addColumn("customer", column("phone", varchar(40)));
	}

	@Override
	public void downgrade(Operations op) {
		op.dropColumn("customer", "phone");
	}

}
