package dev.migration.script.sample;

import dev.migration.Migration;
import dev.migration.Operations;

/**
 * What revisions may share: it is none itself.
 */
abstract class Base implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.execute("CREATE TABLE second (id integer)");
	}

}
