package dev.migration.cli.lanes;

import java.util.List;

import dev.migration.cli.lanes.Placement.Line;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LaneLayoutTests {

	@Test
	void aMergeOpensALaneThatJoinsAtTheBranchPoint() {
		LaneLayout layout = new LaneLayout();
		Placement merge = layout.place("d", List.of("b", "c"));
		Placement left = layout.place("b", List.of("a"));
		Placement right = layout.place("c", List.of("a"));
		Placement base = layout.place("a", List.of());
		assertThat(merge.column()).isZero();
		assertThat(merge.lines()).containsExactly(new Line(0, 0, 0), new Line(0, 1, 1));
		assertThat(left.lines()).containsExactly(new Line(0, 0, 0), new Line(1, 1, 1));
		assertThat(right.column()).isEqualTo(1);
		assertThat(right.branch()).isEqualTo(1);
		assertThat(right.lines()).containsExactly(new Line(0, 0, 0), new Line(1, 0, 1));
		assertThat(base.column()).isZero();
		assertThat(base.lines()).isEmpty();
	}

	@Test
	void aHeadOfItsOwnBeginsALaneOfItsOwn() {
		LaneLayout layout = new LaneLayout();
		layout.place("c", List.of("a"));
		Placement other = layout.place("b", List.of("a"));
		assertThat(other.column()).isEqualTo(1);
		assertThat(other.lines()).containsExactly(new Line(0, 0, 0), new Line(1, 0, 1));
	}

}
