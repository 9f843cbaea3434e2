package dev.migration.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.migration.Direction;
import dev.migration.InvalidGraphException;
import dev.migration.InvalidTargetException;
import dev.migration.MigrationPlan;
import dev.migration.RevisionHeader;
import dev.migration.StateConflictException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class RevisionGraphTests {

	@Test
	void oneErrorListsEveryProblem() {
		List<RevisionHeader> headers = List.of(revision("a", List.of(), List.of("lab")), revision("a", List.of()),
				revision("b", List.of("nobody")), revision("c+", List.of("a"), List.of("lab")),
				revision("x".repeat(33), List.of("a")),
				new RevisionHeader("e", List.of("a"), List.of("nothing"), List.of(), "", null, "e.sql"));
		assertThatExceptionOfType(InvalidGraphException.class).isThrownBy(() -> RevisionGraph.of(headers))
			.satisfies((ex) -> assertThat(ex.getProblems()).satisfiesExactly(
					(problem) -> assertThat(problem).isEqualTo("The id 'a' is used twice: by a.sql and by a.sql"),
					(problem) -> assertThat(problem).contains("The id 'c+' [c+.sql]"),
					(problem) -> assertThat(problem).contains("has more than 32 characters"),
					(problem) -> assertThat(problem).contains("branch label 'lab' of revision c+",
							"a label of revision a"),
					(problem) -> assertThat(problem)
						.isEqualTo("revision b [b.sql] revises 'nobody', which is not there"),
					(problem) -> assertThat(problem)
						.isEqualTo("revision e [e.sql] depends on 'nothing', which is not there")));
	}

	@Test
	void aCycleNamesItsMembersOnly() {
		List<RevisionHeader> headers = List.of(revision("base", List.of()), revision("a", List.of("base", "c")),
				revision("b", List.of("a")), revision("c", List.of("b")), revision("above", List.of("c")),
				revision("self", List.of("self")));
		assertThatExceptionOfType(InvalidGraphException.class).isThrownBy(() -> RevisionGraph.of(headers))
			.satisfies((ex) -> assertThat(ex.getProblems()).containsExactly("There is a cycle: a -> c -> b -> a",
					"There is a cycle: self -> self"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			zzzz       | There is no revision 'zzzz'
			b7eb       | There is no revision 'b7eb'; did you mean 'b7ea1'?
			b7         | 'b7' is ambiguous: b7ea1, b7ff2
			head       | 'head' means one revision, and there are 2 heads: b7ea1, b7ff2
			ebran@b7ff | There is no revision 'b7ff' on the branch 'ebran', only b7ff2 elsewhere
			nope@head  | There is no branch 'nope'
			+9         | '+9' goes further than there are revisions: only 0 steps that way
			+1x        | There is no revision '+1x'
			a:b        | 'a:b' is a range, and a run begins where the database is
			""")
	void aTargetThatCannotBeMeantSaysWhy(String target, String message) {
		RevisionGraph graph = RevisionGraph.of(List.of(revision("548b", List.of()),
				revision("b7ea1", List.of("548b"), List.of("ebranch")), revision("b7ff2", List.of("548b"))));
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> graph.planUpgrade(List.of(target), target.startsWith("+") ? List.of("b7ea1") : List.of()))
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.getAction()).isNotBlank());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			TEAM         | 'team'
			Team@head    | 'team'
			taem@head    | 'team'
			1B7D0        | '1b7d0c9a4e55'
			3f2a91c07ble | '3f2a91c07b1e'
			3f29a1c0     | '3f2a91c07b1e'
			f32          | '3f2a91c07b1e'
			haed         | 'head'
			Heads        | 'heads'
			bsae         | 'base'
			3f2a7700     | '3f2a91c07b1e'
			9c1          | '9c0d1' or '9c0d2'
			team@bsae    | 'base'
			""")
	void whatMayHaveBeenMeantIsSuggested(String typed, String suggestion) {
		assertThat(messageFor(typed)).endsWith("; did you mean " + suggestion + "?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "qqqq", "x", "zz", "team@qqqq", "nope@head" })
	void nothingIsSuggestedWhereNothingIsLikeIt(String typed) {
		assertThat(messageFor(typed)).doesNotContain("did you mean");
	}

	private static String messageFor(String target) {
		RevisionGraph graph = RevisionGraph.of(List.of(revision("1b7d0c9a4e55", List.of()),
				revision("3f2a91c07b1e", List.of("1b7d0c9a4e55"), List.of("team")),
				revision("9c0d1", List.of("1b7d0c9a4e55")), revision("9c0d2", List.of("1b7d0c9a4e55"))));
		return assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> graph.resolve(target))
			.actual()
			.getDescription();
	}

	@Test
	void stepsThatTheRowsDoNotAllowAreRefused() {
		RevisionGraph graph = RevisionGraph
			.of(List.of(revision("a", List.of()), revision("b", List.of("a")), revision("c", List.of("b"))));
		assertThatExceptionOfType(StateConflictException.class)
			.isThrownBy(() -> graph.planSteps(Direction.UPGRADE, List.of("c"), List.of("a")))
			.withMessage("The database is at a, not at b as expected");
		assertThatExceptionOfType(StateConflictException.class)
			.isThrownBy(() -> graph.planSteps(Direction.DOWNGRADE, List.of("b"), List.of("c")))
			.withMessage("The database is at c, not at b as expected");
		assertThat(graph.planSteps(Direction.UPGRADE, List.of("b", "c"), List.of("a")).to()).containsExactly("c");
	}

	@Test
	void aLongChainIsPlannedWithoutRecursion() {
		List<RevisionHeader> headers = new ArrayList<>();
		for (int i = 0; i < 50_000; i++) {
			headers.add(revision("r" + i, (i == 0) ? List.of() : List.of("r" + (i - 1))));
		}
		assertThatNoException().isThrownBy(() -> {
			RevisionGraph graph = RevisionGraph.of(headers);
			MigrationPlan up = graph.planUpgrade(List.of("head"), List.of());
			assertThat(up.steps()).hasSize(50_000);
			assertThat(graph.planDowngrade("base", up.to()).to()).isEmpty();
		});
	}

	@Test
	void aThousandMergesDoNotMakeThePlanExplode() {
		List<RevisionHeader> headers = new ArrayList<>();
		String tip = "";
		for (int i = 0; i < 1000; i++) {
			List<String> below = tip.isEmpty() ? List.of() : List.of(tip);
			headers.add(revision("b" + i, below));
			List<String> tips = new ArrayList<>();
			for (int branch = 0; branch < 4; branch++) {
				headers.add(revision("x" + branch + "_" + i, List.of("b" + i)));
				headers.add(revision("y" + branch + "_" + i, List.of("x" + branch + "_" + i)));
				tips.add("y" + branch + "_" + i);
			}
			tip = "m" + i;
			headers.add(revision(tip, tips));
		}
		// A guard against growth with the square, far above what it takes.
		assertTimeout(Duration.ofSeconds(30), () -> {
			RevisionGraph graph = RevisionGraph.of(headers);
			assertThat(graph.planUpgrade(List.of("head"), List.of()).steps()).hasSize(10_000);
		});
	}

	private static RevisionHeader revision(String id, List<String> revises) {
		return revision(id, revises, List.of());
	}

	private static RevisionHeader revision(String id, List<String> revises, List<String> labels) {
		return new RevisionHeader(id, revises, List.of(), labels, "", null, id + ".sql");
	}

}
