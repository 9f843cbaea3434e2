package dev.migration.runtime;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.migration.graph.RevisionGraph;

/**
 * What is different on purpose.
 */
enum GraphRule {

	/** The same id twice is an error here; Alembic warns and the later file wins. */
	DUPLICATE_ID_IS_AN_ERROR {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			return actual.error() != null && actual.error().contains("is used twice");
		}
	},

	/** A row that is no full id of a revision is an error, whatever is asked. */
	UNKNOWN_VERSION_ROW_IS_AN_ERROR {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			Set<String> ids = new HashSet<>();
			test.revisions().forEach((revision) -> ids.add(revision.id()));
			return "no-such-revision".equals(actual.error()) && !ids.containsAll(test.rows());
		}
	},

	/**
	 * From version rows that contain one another the steps are the same, but the rows
	 * that come out need not be as redundant as those that went in.
	 */
	OVERLAPPING_VERSION_ROWS {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			if (actual.error() != null) {
				return false;
			}
			List<String> rows = test.rows();
			RevisionGraph graph = test.graph();
			return graph.unknown(rows).isEmpty() && graph.tips(graph.appliedBy(rows)).size() < rows.size()
					&& actual.result().equals(expected.result());
		}
	},

	/**
	 * What is asked to be stamped is there afterwards, also where Alembic loses it or
	 * crashes.
	 */
	STAMP_SETS_WHAT_IS_ASKED {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			return test.command().equals("stamp") && actual.error() == null
					&& actual.versions().containsAll(test.targets());
		}
	},

	/** A parent that is named twice is one parent. */
	REPEATED_PARENT_COUNTS_ONCE {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			return test.revisions()
				.stream()
				.anyMatch((revision) -> new HashSet<>(revision.revises()).size() < revision.revises().size());
		}
	},

	/** Base is no revision, so it is not in a list of revisions. */
	BASE_IS_NO_REVISION {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			return expected.result() != null && expected.result().contains("base");
		}
	},

	/** What several identifiers name is one revision. */
	A_REVISION_IS_NAMED_ONCE {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			return test.command().equals("resolve") && expected.error() == null
					&& expected.result().stream().distinct().toList().equals(actual.result());
		}
	},

	/** An identifier that names nothing is an error. */
	NAMING_NOTHING_IS_AN_ERROR {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			return test.command().equals("resolve") && expected.error() == null && expected.result().isEmpty()
					&& "no-such-revision".equals(actual.error());
		}
	},

	/** The primary key of the version table keeps a row from being there twice. */
	DUPLICATE_VERSION_ROWS_CANNOT_BE {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			List<String> rows = test.rows();
			return new HashSet<>(rows).size() < rows.size();
		}
	},

	/**
	 * A branch that is not there, or not clear, is said as such, where Alembic says
	 * something else or looks away.
	 */
	WRONG_BRANCH_IS_SAID {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			Set<String> reasons = Set.of("no-such-branch", "ambiguous-id", "multiple-heads");
			return Stream.of(test.targets(), test.optionValues("head"), test.ends())
				.flatMap(List::stream)
				.anyMatch((identifier) -> identifier.contains("@")) && reasons.contains(String.valueOf(actual.error()));
		}
	},

	/**
	 * A range that begins more steps down than there are revisions begins at base;
	 * Alembic does so only if it is more than one too many.
	 */
	STEPS_PAST_THE_BASE_END_THERE {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			return test.command().equals("history") && test.ends().get(0).matches("(.+@)?-\\d+")
					&& expected.error() != null && actual.error() == null;
		}
	},

	/** The database can be both ends of a range. */
	CURRENT_CAN_BE_BOTH_ENDS {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			return test.command().equals("history") && test.targets().contains("current:current")
					&& actual.error() == null;
		}
	},

	/** Where the database has nothing, "current" is base, and not all heads. */
	CURRENT_OF_AN_EMPTY_DATABASE_IS_BASE {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			return test.command().equals("history") && test.rows().isEmpty()
					&& test.targets().stream().anyMatch((range) -> range.endsWith(":current"))
					&& ("range-error".equals(actual.error()) || actual.result().isEmpty());
		}
	},

	/** A revision in front of the {@code @} is its branch, also without a label. */
	A_REVISION_NAMES_ITS_BRANCH {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			Set<String> labels = new HashSet<>();
			test.revisions().forEach((revision) -> labels.addAll(revision.branchLabels()));
			boolean counted = test.targets().stream().anyMatch((target) -> target.matches("[^:]+@-\\d+"));
			String lower = test.ends().isEmpty() ? counted ? test.targets().get(0) : "" : test.ends().get(0);
			return lower.contains("@") && !labels.contains(lower.substring(0, lower.indexOf('@')))
					&& (counted || Set.of("range-error", "internal").contains(String.valueOf(expected.error()))
							&& actual.error() == null);
		}
	},

	/** What begins several labels of one revision means that revision. */
	NAMES_OF_ONE_REVISION_ARE_NOT_AMBIGUOUS {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			return "ambiguous-id".equals(expected.error()) && Stream.of(test.targets(), test.ends())
				.flatMap(List::stream)
				.flatMap((text) -> Stream.of(text.split("[:@]")))
				.anyMatch((name) -> test.revisions()
					.stream()
					.anyMatch((revision) -> !name.isEmpty()
							&& revision.branchLabels().stream().filter((label) -> label.startsWith(name)).count() > 1));
		}
	},

	/**
	 * Steps down are counted from whatever names the upper end, where Alembic wants an
	 * id.
	 */
	STEPS_COUNT_FROM_A_NAMED_END {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			return test.command().equals("iterate")
					&& test.ends().stream().anyMatch((end) -> end.matches("(.+@)?-\\d+"));
		}
	},

	/** To count up from several revisions is as wrong as to ask for one of several. */
	SEVERAL_TO_COUNT_FROM {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			return "multiple-heads".equals(expected.error()) && "ambiguous-current".equals(actual.error());
		}
	},

	/**
	 * Where the upper end only depends on what comes after the lower one, Alembic
	 * crashes; what lies between them is shown here.
	 */
	A_RANGE_CAN_END_AT_A_DEPENDENT {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			if (!"internal".equals(expected.error()) || actual.error() != null || test.ends().isEmpty()) {
				return false;
			}
			RevisionGraph graph = test.graph();
			Set<String> shown = new HashSet<>(actual.result());
			return graph.history()
				.stream()
				.filter((place) -> !shown.contains(place.id()))
				.anyMatch((place) -> !Collections.disjoint(place.dependsOn(), shown));
		}
	},

	/** Downgrading to the head of a branch means that branch, not all heads. */
	HEAD_OF_A_BRANCH_IS_ON_THE_BRANCH {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			return (test.command().equals("downgrade") || test.option("select_for_downgrade"))
					&& "multiple-heads".equals(expected.error())
					&& Stream.concat(test.targets().stream(), test.ends().stream())
						.anyMatch((target) -> target.endsWith("@head"))
					&& (actual.error() == null || actual.error().equals("not-downgradeable")
							|| test.command().equals("iterate"));
		}
	},

	/** An id with a dot can be counted from, as any other. */
	DOTTED_IDS_CAN_BE_COUNTED_FROM {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			return "no-such-revision".equals(expected.error())
					&& test.targets().stream().anyMatch((target) -> target.matches(".*\\..*[+-]\\d+"));
		}
	},

	/** A stamp says what the database is, so it cannot be counted from the heads. */
	RELATIVE_STAMP_IS_REFUSED {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			return test.command().equals("stamp") && "no-such-revision".equals(actual.error())
					&& test.targets().stream().anyMatch((target) -> target.matches("(.*@)?-\\d+"));
		}
	},

	/** What contains one another cannot be stamped together. */
	OVERLAPPING_STAMP_IS_REFUSED {
		@Override
		boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
			return test.command().equals("stamp") && "overlapping-revisions".equals(actual.error());
		}
	};

	abstract boolean applies(GraphCase test, GraphOutcome expected, GraphOutcome actual);

	static GraphRule firstFor(GraphCase test, GraphOutcome expected, GraphOutcome actual) {
		for (GraphRule rule : values()) {
			if (rule.applies(test, expected, actual)) {
				return rule;
			}
		}
		return null;
	}

}
