package dev.migration.script;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;

import dev.migration.InvalidGraphException;
import dev.migration.RevisionHeader;
import dev.migration.RevisionIndexException;

/**
 * The headers of the revisions on the class path, by location: written when the
 * application is built, and read when it starts. So a start need not search the class
 * path, which takes long in a jar and cannot be done in a native image.
 */
public final class RevisionIndex {

	private final Map<String, List<Entry>> locations;

	RevisionIndex(Map<String, List<Entry>> locations) {
		this.locations = new LinkedHashMap<>();
		locations.forEach((folder, entries) -> this.locations.put(folder, List.copyOf(entries)));
	}

	/**
	 * Search locations for revisions. Those in the file system are left out, and those
	 * that are no single folder.
	 * @param locations the locations, with what their SQL files are in
	 * @param classLoader the class loader of the application
	 * @return the index
	 * @throws InvalidGraphException if something is wrong with a revision
	 */
	public static RevisionIndex of(Map<String, Charset> locations, ClassLoader classLoader) {
		Map<String, List<Entry>> index = new LinkedHashMap<>();
		List<String> problems = new ArrayList<>();
		locations.forEach((text, encoding) -> {
			RevisionLocation location = RevisionLocation.of(text);
			if (location.canBeIndexed()) {
				RevisionScripts found = new LocationRevisionSource(List.of(text), classLoader,
						MigrationFactory.withoutArguments(), encoding)
					.load();
				problems.addAll(found.problems());
				index.put(location.folder(), entries(found));
			}
		});
		if (!problems.isEmpty()) {
			throw new InvalidGraphException(problems);
		}
		return new RevisionIndex(index);
	}

	private static List<Entry> entries(RevisionScripts found) {
		Map<String, Integer> paths = new LinkedHashMap<>();
		List<Entry> entries = new ArrayList<>();
		for (RevisionScript script : found.scripts()) {
			if (script instanceof SqlRevisionScript file) {
				int count = paths.merge(file.path(), 1, Integer::sum);
				// Where a second file of the same path is differs when the application
				// runs.
				String location = (count == 1) ? file.path() : file.path() + " (" + count + ")";
				entries.add(new Entry(at(file.header(), location), file.path(), file.downgradeDialects(),
						file.requiredArguments()));
			}
			else {
				entries.add(new Entry(script.header(), null, Set.of(), List.of()));
			}
		}
		return entries;
	}

	private static RevisionHeader at(RevisionHeader header, String location) {
		return new RevisionHeader(header.id(), header.revises(), header.dependsOn(), header.branchLabels(),
				header.message(), header.created(), location, header.transactional());
	}

	/**
	 * Read an index.
	 * @param resource the text that {@link #toText()} has returned
	 * @return the index
	 * @throws RevisionIndexException if it is not there or is none
	 */
	public static RevisionIndex read(Resource resource) {
		try {
			return RevisionIndexText.parse(resource.getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException | RuntimeException ex) {
			throw RevisionIndexException.unreadable(resource.getDescription(), ex);
		}
	}

	/**
	 * Return this index as a text.
	 * @return the text
	 */
	public String toText() {
		return RevisionIndexText.of(this.locations);
	}

	/**
	 * Return the locations that were searched, those without revisions too.
	 * @return the locations
	 */
	public List<String> locations() {
		return this.locations.keySet()
			.stream()
			.map((folder) -> "classpath:" + folder.substring(0, folder.length() - 1))
			.toList();
	}

	/**
	 * Return the names of the classes of revisions.
	 * @return the names
	 */
	public List<String> classNames() {
		return entries().filter((entry) -> entry.path() == null)
			.map((entry) -> entry.header().location())
			.distinct()
			.toList();
	}

	/**
	 * Return where the SQL files of revisions are.
	 * @return the paths on the class path
	 */
	public List<String> files() {
		return entries().map(Entry::path).flatMap(Stream::ofNullable).distinct().toList();
	}

	Stream<Entry> entries() {
		return this.locations.values().stream().flatMap(List::stream);
	}

	boolean covers(RevisionLocation location) {
		return this.locations.containsKey(location.folder());
	}

	void addTo(FoundRevisions found, RevisionLocation location, RevisionBodies bodies) {
		for (Entry entry : this.locations.getOrDefault(location.folder(), List.of())) {
			found.add(entry.header().location(), (name) -> entry.script(bodies));
		}
	}

	/**
	 * A revision.
	 *
	 * @param header the header
	 * @param path where the SQL file is on the class path; {@code null} for a class
	 * @param downgradeDialects the databases that the SQL file has a downgrade for
	 * @param requiredArguments the values that the SQL file declares placeholders for
	 */
	record Entry(RevisionHeader header, @Nullable String path, Set<String> downgradeDialects,
			List<RequiredArgument> requiredArguments) {

		RevisionScript script(RevisionBodies bodies) {
			return (this.path != null) ? SqlRevisionScript.indexed(this, this.path, bodies)
					: bodies.ofClass(this.header);
		}

	}

}
