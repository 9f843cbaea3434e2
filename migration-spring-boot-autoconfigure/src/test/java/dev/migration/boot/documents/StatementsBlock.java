package dev.migration.boot.documents;

import dev.migration.Migrator;
import dev.migration.Operations;

/**
 * What a block of statements becomes when it is compiled.
 */
public interface StatementsBlock {

	/**
	 * Run the statements.
	 * @param op the operations of a revision
	 * @param migrator the migrator of its database
	 */
	void run(Operations op, Migrator migrator);

}
