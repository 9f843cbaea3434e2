package dev.migration.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import dev.migration.MigrationPlan;
import dev.migration.MigrationStep;
import dev.migration.RevisionHeader;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds on any graph with merges, several bases and dependencies.
 */
class RevisionGraphProperties {

	@Property
	void upAndDownLeavesNoRow(@ForAll("graphs") List<RevisionHeader> headers) {
		RevisionGraph graph = RevisionGraph.of(headers);
		MigrationPlan up = graph.planUpgrade(List.of("heads"), List.of());
		assertThat(up.steps()).hasSize(headers.size());
		assertThat(graph.planDowngrade("base", up.to()).to()).isEmpty();
	}

	@Property
	void rowsAreAlwaysTheMinimalTips(@ForAll("graphs") List<RevisionHeader> headers) {
		RevisionGraph graph = RevisionGraph.of(headers);
		MigrationPlan up = graph.planUpgrade(List.of("heads"), List.of());
		Set<String> applied = new HashSet<>();
		TreeSet<String> rows = new TreeSet<>();
		for (MigrationStep step : up.steps()) {
			assertThat(applied).containsAll(step.revision().revises()).containsAll(step.revision().dependsOn());
			applied.add(step.revision().id());
			apply(step, rows);
			assertThat(rows).containsExactlyElementsOf(graph.tips(applied));
		}
		for (MigrationStep step : graph.planDowngrade("base", up.to()).steps()) {
			applied.remove(step.revision().id());
			apply(step, rows);
			assertThat(rows).containsExactlyElementsOf(graph.tips(applied));
		}
	}

	@Property
	void aPlanIsTheDifferenceOfWhatIsAppliedAndAlwaysTheSame(@ForAll("graphs") List<RevisionHeader> headers,
			@ForAll Random random) {
		RevisionGraph graph = RevisionGraph.of(headers);
		List<String> rows = graph.planUpgrade(List.of(any(headers, random)), List.of()).to();
		String target = any(headers, random);
		MigrationPlan plan = graph.planUpgrade(List.of(target), rows);
		Set<String> wanted = new HashSet<>(graph.appliedBy(List.of(target)));
		wanted.removeAll(graph.appliedBy(rows));
		assertThat(plan.steps()).extracting((step) -> step.revision().id()).containsExactlyInAnyOrderElementsOf(wanted);
		assertThat(RevisionGraph.of(headers).planUpgrade(List.of(target), rows)).isEqualTo(plan);
	}

	private static void apply(MigrationStep step, TreeSet<String> rows) {
		assertThat(rows).containsAll(step.removedVersions());
		assertThat(step.addedVersions()).noneMatch(rows::contains);
		step.removedVersions().forEach(rows::remove);
		rows.addAll(step.addedVersions());
	}

	private static String any(List<RevisionHeader> headers, Random random) {
		return headers.get(random.nextInt(headers.size())).id();
	}

	@Provide
	Arbitrary<List<RevisionHeader>> graphs() {
		return Arbitraries.integers()
			.between(1, 14)
			.flatMap((size) -> Arbitraries.randomValue((random) -> graph(size, random)));
	}

	private static List<RevisionHeader> graph(int size, Random random) {
		List<RevisionHeader> headers = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			List<String> dependencies = (random.nextInt(3) == 0) ? below(i, random, 3) : List.of();
			headers.add(new RevisionHeader("r" + i, below(i, random, 3), dependencies, List.of(), "", null, "r" + i));
		}
		return headers;
	}

	private static List<String> below(int index, Random random, int most) {
		Set<String> below = new TreeSet<>();
		for (int i = random.nextInt(most); i > 0 && index > 0; i--) {
			below.add("r" + random.nextInt(index));
		}
		return List.copyOf(below);
	}

}
