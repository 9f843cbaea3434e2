package dev.migration.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was found so far, by location.
 */
final class FoundRevisions {

	private final Map<String, RevisionScript> scripts = new LinkedHashMap<>();

	private final List<String> problems = new ArrayList<>();

	private final List<String> emptyLocations = new ArrayList<>();

	private final Set<String> files = new HashSet<>();

	private int offered;

	/**
	 * Look into a location.
	 * @param location the location
	 * @param search adds what is in it
	 */
	void in(RevisionLocation location, Runnable search) {
		int before = this.offered;
		search.run();
		if (this.offered == before) {
			this.emptyLocations.add(location.text());
		}
	}

	/**
	 * Add a file. Two files can have the same path on the class path, in two jars: both
	 * count.
	 * @param url where it is, for programs
	 * @param path where it is, for people
	 * @param reader reads it
	 */
	void addFile(String url, String path, Reader reader) {
		if (this.files.add(url)) {
			add(this.scripts.containsKey(path) ? url : path, reader);
		}
		else {
			this.offered++;
		}
	}

	void add(String location, Reader reader) {
		this.offered++;
		if (this.scripts.containsKey(location)) {
			return;
		}
		try {
			this.scripts.put(location, reader.read(location));
		}
		catch (InvalidHeaderException ex) {
			this.problems.add(ex.problem(location));
		}
	}

	void addProblem(String problem) {
		this.problems.add(problem);
	}

	RevisionScripts toScripts() {
		return new RevisionScripts(RevisionScripts.inLoadOrder(this.scripts.values()), this.problems,
				this.emptyLocations);
	}

	interface Reader {

		RevisionScript read(String location) throws InvalidHeaderException;

	}

}
