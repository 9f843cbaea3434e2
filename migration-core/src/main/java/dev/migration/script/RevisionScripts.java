package dev.migration.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.core.annotation.AnnotationUtils;

import dev.migration.Migration;
import dev.migration.Revision;
import dev.migration.RevisionHeader;

/**
 * What was found.
 *
 * @param scripts the revisions, in load order: by the simple name of the class or file,
 * as that decides the order of independent branches
 * @param problems what is wrong with what was found, a sentence each
 * @param emptyLocations the locations without any revision
 */
public record RevisionScripts(List<RevisionScript> scripts, List<String> problems, List<String> emptyLocations) {

	public RevisionScripts {
		scripts = List.copyOf(scripts);
		problems = List.copyOf(problems);
		emptyLocations = List.copyOf(emptyLocations);
	}

	/**
	 * Return the revision of a class whose body comes from elsewhere, as that of a Spring
	 * bean does.
	 * @param type the class, with {@link Revision}
	 * @param body gives the body
	 * @return the revision, or what is wrong with it
	 */
	public static RevisionScripts of(Class<? extends Migration> type, Supplier<Migration> body) {
		Revision revision = type.getAnnotation(Revision.class);
		String location = type.getName();
		if (revision == null) {
			return new RevisionScripts(List.of(), List.of(location + ": it is a Migration without @Revision"),
					List.of());
		}
		try {
			RevisionHeader header = RevisionAttributes.ofAnnotation(AnnotationUtils.getAnnotationAttributes(revision))
				.toHeader(location);
			return new RevisionScripts(List.of(new ClassRevisionScript(header, () -> type, body)), List.of(),
					List.of());
		}
		catch (InvalidHeaderException ex) {
			return new RevisionScripts(List.of(), List.of(ex.problem(location)), List.of());
		}
	}

	/**
	 * Return these revisions together with those of further sources. What several sources
	 * find at the same location counts once, and the first one wins.
	 * @param others the further revisions
	 * @return all revisions
	 */
	public RevisionScripts and(RevisionScripts others) {
		Map<String, RevisionScript> byLocation = new LinkedHashMap<>();
		this.scripts.forEach((script) -> byLocation.putIfAbsent(script.header().location(), script));
		others.scripts.forEach((script) -> byLocation.putIfAbsent(script.header().location(), script));
		return new RevisionScripts(inLoadOrder(byLocation.values()), join(this.problems, others.problems),
				join(this.emptyLocations, others.emptyLocations));
	}

	private static List<String> join(List<String> first, List<String> second) {
		List<String> all = new ArrayList<>(first);
		all.addAll(second);
		return all;
	}

	static List<RevisionScript> inLoadOrder(Collection<RevisionScript> scripts) {
		Comparator<String> bySimpleName = Comparator.comparing(RevisionScripts::simpleName);
		return scripts.stream()
			.sorted(Comparator.comparing((script) -> script.header().location(),
					bySimpleName.thenComparing(Comparator.naturalOrder())))
			.toList();
	}

	private static String simpleName(String location) {
		int slash = location.lastIndexOf('/');
		return (slash >= 0) ? location.substring(slash + 1) : location.substring(location.lastIndexOf('.') + 1);
	}

}
