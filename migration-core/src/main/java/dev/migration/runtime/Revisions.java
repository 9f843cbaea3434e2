package dev.migration.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migration.InvalidGraphException;
import dev.migration.RevisionHeader;
import dev.migration.graph.RevisionGraph;
import dev.migration.script.RevisionScript;
import dev.migration.script.RevisionScripts;

/**
 * The revisions of the application: their graph, and where their bodies are.
 *
 * @param graph the graph
 * @param scripts the scripts by revision id
 */
record Revisions(RevisionGraph graph, Map<String, RevisionScript> scripts) {

	private static final Log logger = LogFactory.getLog(Revisions.class);

	static Revisions of(RevisionScripts found) {
		found.emptyLocations().forEach((location) -> logger.warn("There are no revisions in " + location));
		RevisionGraph graph = graph(found);
		Map<String, RevisionScript> scripts = new LinkedHashMap<>();
		found.scripts().forEach((script) -> scripts.put(script.header().id(), script));
		return new Revisions(graph, scripts);
	}

	private static RevisionGraph graph(RevisionScripts found) {
		List<RevisionHeader> headers = found.scripts().stream().map(RevisionScript::header).toList();
		List<String> problems = new ArrayList<>(found.problems());
		try {
			RevisionGraph graph = RevisionGraph.of(headers);
			if (problems.isEmpty()) {
				return graph;
			}
		}
		catch (InvalidGraphException ex) {
			problems.addAll(ex.getProblems());
		}
		throw new InvalidGraphException(problems);
	}

	@Nullable RevisionScript script(String id) {
		return this.scripts.get(id);
	}

}
