package dev.migration.dialect.postgresql;

import java.util.List;
import java.util.function.Supplier;

/**
 * A statement that creates a definition among the temporary tables.
 *
 * @param sql the SQL
 * @param definition the definition in words, for errors
 * @param narrowed statements that each create less, one of which fails if this one does
 */
record ScratchStatement(String sql, String definition, Supplier<List<ScratchStatement>> narrowed) {

	ScratchStatement(String sql, String definition) {
		this(sql, definition, List::of);
	}

}
