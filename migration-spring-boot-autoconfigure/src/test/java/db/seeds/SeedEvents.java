package db.seeds;

import java.util.List;
import java.util.Map;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;

/**
 * Can only be made as a bean, as nobody else knows the name.
 */
@Revision(id = "0e2", revises = "0e1", message = "seed events")
public class SeedEvents implements Migration {

	private final String name;

	public SeedEvents(String name) {
		this.name = name;
	}

	@Override
	public void upgrade(Operations op) {
		op.bulkInsert("event", List.of(Map.of("name", this.name)));
	}

	@Override
	public void downgrade(Operations op) {
		op.execute("DELETE FROM event WHERE name = :name", Map.of("name", this.name));
	}

}
