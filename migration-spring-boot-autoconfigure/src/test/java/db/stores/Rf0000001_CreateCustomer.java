package db.stores;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Types.bigint;
import static dev.migration.schema.Types.varchar;

@Revision(id = "f0000001", message = "create customer", created = "2026-11-01T10:00:00Z")
class Rf0000001_CreateCustomer implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("customer", column("id", bigint()).primaryKey().identity(),
				column("name", varchar(80)).notNull());
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("customer");
	}

}
