package dev.migration.script.sample;

import dev.migration.Migration;
import dev.migration.Operations;

/**
 * Lacks its annotation.
 */
class Forgotten implements Migration {

	@Override
	public void upgrade(Operations op) {
	}

}
