package dev.migration.boot.documents;

import dev.migration.Migrator;
import dev.migration.Operations;
import org.jspecify.annotations.Nullable;

/**
 * What a block of statements becomes when it is compiled.
 */
public interface StatementsBlock {

	/**
	 * Run the statements.
	 * @param op the operations of a revision, or {@code null} for statements that are not
	 * those of a revision
	 * @param migrator the migrator of its database
	 */
	void run(@Nullable Operations op, Migrator migrator);

}
