package db.unmade;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;

/**
 * A revision that asks for a bean which no application has.
 */
@Revision(id = "f1", message = "cannot be made")
record Rf1_CannotBeMade(Number missing) implements Migration {

	@Override
	public void upgrade(Operations op) {
	}

}
