package dev.migration;

import java.util.List;

/**
 * What a new revision does.
 *
 * @param imports what its class needs besides a bare revision, such as
 * {@code java.util.Map} or {@code static dev.migration.schema.Definitions.column}
 * @param upgrade the lines of the upgrade, without indentation; may be empty
 * @param downgrade the lines of the downgrade, without indentation; may be empty
 * @param members the lines of what else is in its class, without indentation; may be
 * empty
 */
public record RevisionBody(List<String> imports, String upgrade, String downgrade, String members) {

	/** It does nothing yet. */
	public static final RevisionBody EMPTY = new RevisionBody(List.of(), "", "");

	public RevisionBody {
		imports = List.copyOf(imports);
	}

	/**
	 * Create a body that needs nothing but the two methods.
	 * @param imports what its class needs besides a bare revision
	 * @param upgrade the lines of the upgrade, without indentation; may be empty
	 * @param downgrade the lines of the downgrade, without indentation; may be empty
	 */
	public RevisionBody(List<String> imports, String upgrade, String downgrade) {
		this(imports, upgrade, downgrade, "");
	}

}
