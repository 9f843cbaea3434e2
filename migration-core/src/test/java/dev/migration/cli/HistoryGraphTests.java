package dev.migration.cli;

import java.util.List;

import dev.migration.RevisionPlace;
import dev.migration.RevisionStatus;
import dev.migration.RevisionStatus.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stands beside the lanes.
 */
class HistoryGraphTests {

	private final Histories shop = new Histories().add("a1", "create base")
		.add("b1", "create shop", List.of("a1"), List.of(), List.of("shop"))
		.add("c1", "create team", List.of("a1"), List.of(), List.of("team"))
		.add("d1", "join them", "b1", "c1");

	@Test
	void aRevisionIsMarkedAsInTheHistory() {
		assertThat(draw(this.shop.history())).isEqualTo("""
				*   d1 (shop, team) (head) (mergepoint), join them
				|\\
				* | b1 (shop), create shop
				| * c1 (team), create team
				|/
				* a1 (branchpoint), create base
				""");
	}

	@Test
	void aDependencyIsToldAndIsNoLane() {
		Histories histories = new Histories().add("a1", "one")
			.add("b1", "two")
			.add("b2", "three", List.of("b1"), List.of("a1"), List.of());
		assertThat(draw(histories.history())).isEqualTo("""
				* b2 (head) (depends on a1), three
				* b1, two

				* a1 (effective head), one
				""");
	}

	@Test
	void aParentOutsideOfTheRangeIsToldAndItsLaneEnds() {
		assertThat(draw(this.shop.history("b1:"))).isEqualTo("""
				* d1 (shop, team) (head) (mergepoint) (revises c1), join them
				* b1 (shop) (revises a1), create shop
				""");
	}

	@Test
	void whatTheDatabaseHasIsMarked() {
		List<ShownRevision> revisions = this.shop.history("c1:")
			.stream()
			.map(ShownRevision::place)
			.map((place) -> status(place, place.id().equals("c1")))
			.toList();
		assertThat(draw(revisions)).isEqualTo("""
				* d1 (shop, team) (head) (mergepoint) (pending) (revises b1), join them
				* c1 (team) (current) (revises a1), create team
				""");
	}

	private static ShownRevision status(RevisionPlace place, boolean applied) {
		return ShownRevision.of(new RevisionStatus(place, applied ? State.APPLIED : State.PENDING, applied));
	}

	@Test
	void theDetailsStandBesideTheLanes() {
		List<String> lines = new HistoryGraph(new Palette(false), true).lines(this.shop.history());
		assertThat(String.join("\n", lines) + "\n").isEqualTo("""
				*   Revision:      d1 (head) (mergepoint)
				|\\  Revises:       b1, c1
				| | On branches:   shop, team
				| | Message:       join them
				| | Location:      d1.sql
				| |
				* | Revision:      b1
				| | Revises:       a1
				| | Branch labels: shop
				| | Message:       create shop
				| | Location:      b1.sql
				| |
				| * Revision:      c1
				|/  Revises:       a1
				|   Branch labels: team
				|   Message:       create team
				|   Location:      c1.sql
				|
				* Revision:      a1 (branchpoint)
				  Revises:       <base>
				  Branches into: b1, c1
				  Message:       create base
				  Location:      a1.sql
				""");
	}

	@Test
	void lanesIdsAndMarksAreColoured() {
		List<String> lines = new HistoryGraph(new Palette(true), false).lines(this.shop.history());
		assertThat(lines.get(0).replace('\u001B', '~'))
			.isEqualTo("*   ~[33md1~[m ~[1;32m(shop, team)~[m ~[1;33m(head)~[m (mergepoint), join them");
		assertThat(lines.get(1).replace('\u001B', '~')).isEqualTo("~[31m|~[m~[32m\\~[m");
		assertThat(String.join("\n", lines).replaceAll("\u001B\\[[0-9;]*m", "") + "\n")
			.isEqualTo(draw(this.shop.history()));
	}

	@Test
	void aMessageCannotCommandTheTerminal() {
		List<ShownRevision> history = new Histories().add("a1", "red \u001B[31m\r\nalert \u009B2J").history();
		assertThat(draw(history)).isEqualTo("* a1 (head), red [31m alert 2J\n");
	}

	private static String draw(List<ShownRevision> revisions) {
		return String.join("\n", new HistoryGraph(new Palette(false), false).lines(revisions)) + "\n";
	}

}
