package dev.migration.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.migration.Direction;
import dev.migration.MigrationPlan;
import dev.migration.MigrationStep;
import dev.migration.RevisionHeader;
import dev.migration.dialect.ScriptSyntax;
import dev.migration.graph.RevisionGraph;

/**
 * What a script asks the version table before it does something: all that a run knows by
 * reading it. A revision is applied if a version row is it, or needs it.
 */
final class ScriptConditions {

	private static final String COLUMN = "version_num";

	private final RevisionGraph graph;

	private final String table;

	private final ScriptSyntax syntax;

	/**
	 * Create the conditions.
	 * @param graph the revisions
	 * @param table the version table, quoted
	 * @param syntax the syntax of the script
	 */
	ScriptConditions(RevisionGraph graph, String table, ScriptSyntax syntax) {
		this.graph = graph;
		this.table = table;
		this.syntax = syntax;
	}

	/**
	 * Return what fails unless the database is where a plan begins. Other branches, which
	 * the plan does not touch, may be anywhere.
	 * @param plan the plan
	 * @return the statements
	 */
	List<String> requireStart(MigrationPlan plan) {
		String start = "The script begins at " + place(plan.from()) + ", and the database is elsewhere";
		List<String> statements = new ArrayList<>();
		if (!plan.from().isEmpty()) {
			statements.addAll(this.syntax.failIfAny(missing(plan.from()), start + ": it lacks the version row"));
		}
		Set<String> allowed = untouched(plan);
		allowed.addAll(plan.from());
		statements.addAll(this.syntax.failIfAny(rowsOtherThan(allowed), start + ": it has the version row"));
		return statements;
	}

	/**
	 * Return the revisions that may be applied or not without a difference for the plan.
	 */
	private Set<String> untouched(MigrationPlan plan) {
		Set<String> touched = new TreeSet<>(plan.from());
		touched.addAll(plan.to());
		for (MigrationStep step : plan.steps()) {
			touched.add(step.revision().id());
			touched.addAll(step.addedVersions());
		}
		Set<String> untouched = new TreeSet<>(ids(this.graph.revisions()));
		untouched.removeAll(this.graph.appliedBy(touched));
		untouched.removeAll(this.graph.neededBy(touched));
		return untouched;
	}

	/**
	 * Return what fails unless version rows are there.
	 * @param rows the rows
	 * @return the statements; none if there are to be no rows
	 */
	List<String> requireRows(Collection<String> rows) {
		return rows.isEmpty() ? List.of() : this.syntax.failIfAny(missing(rows),
				"The script goes on from " + place(rows) + ", and the database lacks the version row");
	}

	/**
	 * Return what fails if there is a version row that says nothing about what is
	 * applied.
	 * @return the statements
	 */
	List<String> requireKnownRows() {
		return this.syntax.failIfAny(rowsOtherThan(ids(this.graph.revisions())),
				"The script does not know the version row");
	}

	/**
	 * Return a query that has a row if a step is still to be done.
	 * @param step the step
	 * @return the query
	 */
	String isToDo(MigrationStep step) {
		String applied = rowsAmong(this.graph.neededBy(List.of(step.revision().id())));
		return (step.direction() == Direction.UPGRADE) ? "SELECT 1 WHERE NOT EXISTS (" + applied + ")" : applied;
	}

	/**
	 * Return a query that has a row unless the version rows are those after a stamp.
	 * @param plan the plan of the stamp
	 * @return the query
	 */
	String isToDo(MigrationPlan plan) {
		Set<String> allowed = untouched(plan);
		allowed.addAll(plan.to());
		String others = rowsOtherThan(allowed);
		return plan.to().isEmpty() ? others : missing(plan.to()) + " UNION ALL " + others;
	}

	/**
	 * Return what fails if a step that is to be done cannot be.
	 * @param step the step
	 * @return the statements
	 */
	List<String> requirePossible(MigrationStep step) {
		String id = step.revision().id();
		if (step.direction() == Direction.UPGRADE) {
			List<String> statements = new ArrayList<>();
			for (String needed : this.graph.below(id)) {
				String absent = "SELECT " + this.syntax.literal(needed) + " AS missing WHERE NOT EXISTS ("
						+ rowsAmong(this.graph.neededBy(List.of(needed))) + ")";
				statements.addAll(this.syntax.failIfAny(absent, "Revision " + id + " needs another to be applied"));
			}
			return statements;
		}
		Set<String> above = this.graph.neededBy(List.of(id));
		above.remove(id);
		return above.isEmpty() ? List.of() : this.syntax.failIfAny(rowsAmong(above),
				"Revision " + id + " cannot be taken back, it is needed by the version row");
	}

	/**
	 * Return what does to the version rows what a step does, wherever the database is.
	 * @param step the step
	 * @return the statements
	 */
	List<String> changes(MigrationStep step) {
		String id = step.revision().id();
		List<String> below = this.graph.below(id);
		List<String> statements = new ArrayList<>();
		if (step.direction() == Direction.UPGRADE) {
			if (!below.isEmpty()) {
				statements.add(delete(below));
			}
			statements.add("INSERT INTO " + this.table + " (" + COLUMN + ") VALUES (" + this.syntax.literal(id) + ")");
			return statements;
		}
		statements.add(delete(List.of(id)));
		for (String tip : this.graph.tips(this.graph.appliedBy(below))) {
			statements.add("INSERT INTO " + this.table + " (" + COLUMN + ") SELECT " + this.syntax.literal(tip)
					+ " WHERE NOT EXISTS (" + rowsAmong(this.graph.neededBy(List.of(tip))) + ")");
		}
		return statements;
	}

	private String delete(Collection<String> rows) {
		return "DELETE FROM " + this.table + " WHERE " + COLUMN + " IN " + list(rows);
	}

	private String missing(Collection<String> rows) {
		return rows.stream()
			.map((row) -> "SELECT " + this.syntax.literal(row) + " AS missing WHERE NOT EXISTS ("
					+ rowsAmong(List.of(row)) + ")")
			.collect(Collectors.joining(" UNION ALL "));
	}

	private String rowsAmong(Collection<String> ids) {
		return "SELECT " + COLUMN + " FROM " + this.table + " WHERE " + COLUMN + " IN " + list(ids);
	}

	private String rowsOtherThan(Collection<String> ids) {
		return "SELECT " + COLUMN + " FROM " + this.table
				+ (ids.isEmpty() ? "" : " WHERE " + COLUMN + " NOT IN " + list(ids));
	}

	private String list(Collection<String> ids) {
		return ids.stream().map(this.syntax::literal).collect(Collectors.joining(", ", "(", ")"));
	}

	private static List<String> ids(Collection<RevisionHeader> revisions) {
		return revisions.stream().map(RevisionHeader::id).toList();
	}

	static String place(Collection<String> rows) {
		return rows.isEmpty() ? "<base>" : String.join(", ", rows);
	}

}
