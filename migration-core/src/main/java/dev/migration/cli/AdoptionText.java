package dev.migration.cli;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.Adoption;
import dev.migration.PreviousTool;

/**
 * Tells what was found in a database that is taken over, and what is left to do.
 */
final class AdoptionText {

	private AdoptionText() {
	}

	/**
	 * Return what there is, what of it goes into the revision and what does not.
	 */
	static List<String> found(Adoption adoption) {
		List<String> lines = new ArrayList<>();
		PreviousTool tool = adoption.tool();
		lines.add((tool != null) ? "Found " + tool.name() + " in " + tool.historyTable() + ": " + tool.position() + "."
				: "Found no table of another migration tool.");
		lines.add("Found " + adoption.contents() + ".");
		adoption.leftOut().forEach((each) -> lines.add("Left out: " + each));
		adoption.inexact().forEach((each) -> lines.add("Not exactly as it is: " + each));
		return lines;
	}

	/**
	 * Return what a person should do when the database is taken over.
	 * @param adoption what was found
	 * @param revision the id of the revision
	 */
	static List<String> next(Adoption adoption, String revision) {
		List<String> lines = new ArrayList<>();
		lines.add("");
		lines.add("Next:");
		if (!adoption.leftOut().isEmpty() || !adoption.inexact().isEmpty()) {
			lines.add("- Add to the revision what a new database needs of what is left out, with op.execute(…).");
		}
		PreviousTool tool = adoption.tool();
		if (tool != null) {
			lines.add("- " + farewell(tool));
			lines.add("- " + tables(tool));
		}
		lines.add("- " + others(tool, revision) + " On an empty one the revision runs.");
		lines.add("- Run 'migrate check': it tells how the schema differs from the entities.");
		return lines;
	}

	private static String tables(PreviousTool tool) {
		String names = String.join(" and ", tool.tables());
		if (tool.isShared()) {
			return names + " is the version table from now on, and must stay.";
		}
		boolean isOne = tool.tables().size() == 1;
		return names + (isOne ? " stays. Drop it" : " stay. Drop them")
				+ " when no older version of the application runs any more.";
	}

	private static String others(@Nullable PreviousTool tool, String revision) {
		return (tool != null && tool.isShared())
				? "Each other database that " + tool.name() + " has brought to " + revision
						+ " is at the revision already."
				: "Stamp each other database that has this schema: 'migrate stamp " + revision
						+ "', or the property migration.baseline-revision.";
	}

	private static String farewell(PreviousTool tool) {
		return switch (tool.name()) {
			case "Flyway" ->
				"Take Flyway out of the application, or set spring.flyway.enabled=false: one schema, " + "one tool.";
			case "Liquibase" -> "Take Liquibase out of the application, or set spring.liquibase.enabled=false: one "
					+ "schema, one tool.";
			default -> "Run no more " + tool.name() + " migrations on it: one schema, one tool.";
		};
	}

}
