package dev.migration.graph;

import java.util.List;

import dev.migration.Direction;
import dev.migration.InvalidGraphException;
import dev.migration.InvalidTargetException;
import dev.migration.MigrationPlan;
import dev.migration.NewRevision;
import dev.migration.RevisionHeader;
import dev.migration.RevisionPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the directory of revisions says without a database: a line a to e, and a fork of
 * two branches.
 */
class RevisionDirectoryTests {

	private final RevisionGraph line = RevisionGraph
		.of(List.of(revision("a"), revision("b", "a"), revision("c", "b"), revision("d", "c"), revision("e", "d")));

	private final RevisionGraph fork = RevisionGraph.of(List.of(revision("base1"),
			new RevisionHeader("shop1", List.of("base1"), List.of(), List.of("shop"), "", null, "shop1.sql"),
			revision("shop2", "shop1"), revision("core1", "base1")));

	@ParameterizedTest
	@CsvSource({ "b:d, d c b", "b:, e d c b", ":b, b a", ":, e d c b a", "b:+2, d c b", "base:+2, b a", "-2:d, d c",
			"-50:d, d c b a", "b:b+1, c b", "b:+50, e d c b", "head:head, e", "base:base, ''", "current:, e d c",
			":current, c b a" })
	void aRangeHasBothItsEnds(String range, String expected) {
		assertThat(String.join(" ", ids(this.line.history(range, List.of("c"))))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			b      | 'b' is no range
			d:b    | 'd:b' is no range: its first end is not below its second
			a:b:c  | 'a:b:c' has more than two ends
			+1:e   | There is no revision '+1'
			""")
	void aRangeThatIsNoneSaysWhy(String range, String message) {
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> this.line.history(range, List.of()))
			.withMessage(message);
	}

	@Test
	void aRangeOfABranchLeavesTheOthersOut() {
		assertThat(ids(this.fork.history("shop@base:", List.of()))).containsExactly("shop2", "shop1", "base1");
		assertThat(ids(this.fork.history("base1:", List.of()))).containsExactly("shop2", "shop1", "core1", "base1");
	}

	@Test
	void aBranchLabelHoldsForAllThatComesAfter() {
		assertThat(this.fork.history()).filteredOn((place) -> place.branches().contains("shop"))
			.extracting(RevisionPlace::id)
			.containsExactly("shop2", "shop1");
		assertThat(ids(this.fork.branchPoints())).containsExactly("base1");
		assertThat(ids(this.fork.heads())).containsExactly("shop2", "core1");
	}

	@Test
	void aDraftComesAfterWhatItNames() {
		RevisionHeader draft = this.fork
			.draft(new NewRevision("new1", "join", List.of("heads"), false, List.of("all"), List.of("shop", "core")));
		assertThat(draft.revises()).containsExactly("shop2", "core1");
		assertThat(draft.dependsOn()).containsExactly("shop", "core1");
		assertThat(draft.branchLabels()).containsExactly("all");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			head        | 'head' means one revision, and there are 2 heads: shop2, core1
			base1       | The new revision would start a branch: others already come after base1
			core1,core  | The new revision would come after the same revision twice: core1, core1
			nope        | There is no revision 'nope'
			""")
	void aDraftThatCannotBeSaysWhy(String revises, String message) {
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> this.fork
				.draft(new NewRevision("new1", "", List.of(revises.split(",")), false, List.of(), List.of())))
			.withMessage(message);
	}

	@Test
	void aDraftMayStartABranchWhenThatIsWanted() {
		assertThat(this.fork.draft(new NewRevision("new1", "", List.of("base1"), true, List.of(), List.of())).revises())
			.containsExactly("base1");
	}

	@ParameterizedTest
	@CsvSource({ "base1, used twice", "a-b, must not be empty", "shop, already" })
	void aDraftWithABadIdIsRefused(String id, String message) {
		assertThatExceptionOfType(InvalidGraphException.class)
			.isThrownBy(() -> this.fork.draft(new NewRevision(id, "", List.of("core1"), false, List.of(), List.of())))
			.withMessageContaining(message);
	}

	@Test
	void aScriptBeginsWhereItsRangeSays() {
		MigrationPlan plan = this.line.planScript(Direction.UPGRADE, List.of("b:d"));
		assertThat(plan.from()).containsExactly("b");
		assertThat(plan.to()).containsExactly("d");
		assertThat(this.line.planScript(Direction.UPGRADE, List.of("b")).from()).isEmpty();
		assertThat(this.line.planScript(Direction.DOWNGRADE, List.of("d:-2")).to()).containsExactly("b");
		assertThat(this.line.planScript(Direction.STAMP, List.of("b:d")).to()).containsExactly("d");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			DOWNGRADE | b   | A script that goes down to 'b' must know where it begins
			UPGRADE   | :b  | ':b' lacks one of its ends
			STAMP     | a:b:c | 'a:b:c' has more than two ends
			""")
	void aScriptThatCannotKnowWhereItBeginsIsRefused(Direction direction, String target, String message) {
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> this.line.planScript(direction, List.of(target)))
			.withMessage(message);
	}

	private static List<String> ids(List<RevisionPlace> places) {
		return places.stream().map(RevisionPlace::id).toList();
	}

	private static RevisionHeader revision(String id, String... revises) {
		return new RevisionHeader(id, List.of(revises), List.of(), List.of(), "", null, id + ".sql");
	}

}
