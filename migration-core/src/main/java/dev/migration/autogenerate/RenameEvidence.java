package dev.migration.autogenerate;

import java.util.List;

import dev.migration.schema.Rename;

/**
 * What is known of renames before anybody is asked.
 *
 * @param stated what somebody says is to be renamed now
 * @param hints what the target knows of, which may have been done before
 * @param origins which entity and attribute a table and a column are for, before and now
 */
record RenameEvidence(List<Rename> stated, List<Rename> hints, Origins origins) {

	RenameEvidence {
		stated = List.copyOf(stated);
		hints = List.copyOf(hints);
	}

}
