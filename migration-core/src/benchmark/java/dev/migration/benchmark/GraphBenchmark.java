package dev.migration.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import dev.migration.MigrationPlan;
import dev.migration.RevisionHeader;
import dev.migration.RevisionPlace;
import dev.migration.graph.RevisionGraph;

/**
 * What the revision graph costs, by the number of revisions. One in ten is a merge.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class GraphBenchmark {

	@Param({ "100", "1000", "10000" })
	private int revisions;

	private List<RevisionHeader> headers = List.of();

	private RevisionGraph graph = RevisionGraph.of(List.of());

	private List<String> almostAll = List.of();

	@Setup
	public void prepare() {
		this.headers = headers(this.revisions);
		this.graph = RevisionGraph.of(this.headers);
		MigrationPlan all = this.graph.planUpgrade(List.of("head"), List.of());
		List<String> applied = all.steps().stream().limit(this.revisions - 1L).map((step) -> step.revision().id()).toList();
		this.almostAll = this.graph.tips(applied);
	}

	/**
	 * Pieces of ten: a branch point, four revisions on each of its two branches, a merge.
	 */
	private static List<RevisionHeader> headers(int count) {
		List<RevisionHeader> headers = new ArrayList<>();
		String below = "";
		for (int piece = 0; headers.size() < count; piece++) {
			String start = "s" + piece;
			headers.add(header(start, below.isEmpty() ? List.of() : List.of(below)));
			List<String> tips = new ArrayList<>();
			for (String branch : List.of("x", "y")) {
				String parent = start;
				for (int i = 0; i < 4; i++) {
					String id = branch + piece + "_" + i;
					headers.add(header(id, List.of(parent)));
					parent = id;
				}
				tips.add(parent);
			}
			below = "m" + piece;
			headers.add(header(below, tips));
		}
		return headers;
	}

	private static RevisionHeader header(String id, List<String> revises) {
		return new RevisionHeader(id, revises, List.of(), List.of(), "", null, id);
	}

	@Benchmark
	public RevisionGraph build() {
		return RevisionGraph.of(this.headers);
	}

	@Benchmark
	public MigrationPlan planEverything() {
		return this.graph.planUpgrade(List.of("head"), List.of());
	}

	@Benchmark
	public MigrationPlan planTheLastOne() {
		return this.graph.planUpgrade(List.of("head"), this.almostAll);
	}

	@Benchmark
	public List<RevisionPlace> history() {
		return this.graph.history();
	}

}
