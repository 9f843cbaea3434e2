package dev.migration.dialect.sqlite.rebuild;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migration.IncompatibleRowsException;
import dev.migration.operation.Operation;

/**
 * What must hold before a rebuild is committed.
 */
final class FinalChecks {

	private FinalChecks() {
	}

	static void requireNoViolation(Database database, Set<String> tables, Set<String> known) {
		Set<String> violations = new LinkedHashSet<>(new ForeignKeys(database).violations(tables));
		violations.removeAll(known);
		if (!violations.isEmpty()) {
			throw violation(violations);
		}
	}

	static IncompatibleRowsException violation(Set<String> violations) {
		return new IncompatibleRowsException(violations.size(), violations.iterator().next(),
				"Mend these rows first, or the foreign key.");
	}

	static void requireNothingBroken(Database database, Map<SchemaObject, String> known, Operation operation) {
		List<String> broken = new ArrayList<>(new BrokenObjects(database).findNew(known));
		if (!broken.isEmpty()) {
			throw TableInWork.refused(operation, "it would break " + String.join(", ", broken),
					"Drop that first, and create it anew afterwards.");
		}
	}

}
