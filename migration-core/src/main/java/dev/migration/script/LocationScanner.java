package dev.migration.script;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.classreading.MetadataReaderFactory;

import dev.migration.Migration;
import dev.migration.Revision;

/**
 * Searches locations for revisions. The header of a class is read from its class file, so
 * that no class is loaded.
 */
final class LocationScanner {

	private final RevisionBodies bodies;

	private final PathMatchingResourcePatternResolver resolver;

	private final MetadataReaderFactory metadata;

	LocationScanner(RevisionBodies bodies) {
		this.bodies = bodies;
		this.resolver = new PathMatchingResourcePatternResolver(bodies.classLoader());
		this.metadata = MetadataReaderFactory.create(bodies.classLoader());
	}

	/**
	 * Add what is in a location.
	 * @param location the location
	 * @param found takes the revisions and what is wrong with them
	 */
	void scan(RevisionLocation location, FoundRevisions found) {
		try {
			for (Resource resource : this.resolver.getResources(location.pattern(".sql"))) {
				String path = location.path(resource);
				found.addFile(resource.getURL().toString(), path,
						(name) -> SqlRevisionScript.read(resource, path, name, this.bodies.encoding()));
			}
			if (location.onClassPath()) {
				for (Resource resource : this.resolver.getResources(location.pattern(".class"))) {
					readClass(resource, found);
				}
			}
		}
		catch (FileNotFoundException ex) {
			// A location that is not there is an empty one.
		}
		catch (IOException ex) {
			found.addProblem(location.text() + ": it cannot be read: " + ex.getMessage());
		}
	}

	private void readClass(Resource resource, FoundRevisions found) {
		AnnotationMetadata type;
		try {
			type = this.metadata.getMetadataReader(resource).getAnnotationMetadata();
		}
		catch (IOException | RuntimeException ex) {
			found.addProblem(resource.getDescription() + ": it is not a class file: " + ex);
			return;
		}
		Map<String, @Nullable Object> revision = type.getAnnotationAttributes(Revision.class.getName());
		if (revision == null) {
			if (type.isConcrete() && isMigration(type)) {
				found.addProblem(type.getClassName() + ": it is a Migration without @Revision");
			}
			return;
		}
		found.add(type.getClassName(), (name) -> script(type, revision));
	}

	private RevisionScript script(AnnotationMetadata type, Map<String, @Nullable Object> revision)
			throws InvalidHeaderException {
		if (!type.isConcrete() || !type.isIndependent()) {
			throw new InvalidHeaderException("a revision must be a class that can be instantiated on its own");
		}
		if (!isMigration(type)) {
			throw new InvalidHeaderException("a class with @Revision must implement Migration");
		}
		return this.bodies.ofClass(RevisionAttributes.ofAnnotation(revision).toHeader(type.getClassName()));
	}

	/**
	 * Follow the superclasses in their class files, so that none is loaded.
	 */
	private boolean isMigration(ClassMetadata type) {
		if (List.of(type.getInterfaceNames()).contains(Migration.class.getName())) {
			return true;
		}
		String superclass = type.getSuperClassName();
		if (superclass != null && superclass.startsWith("java.")) {
			superclass = null;
		}
		return Stream.concat(Stream.ofNullable(superclass), Stream.of(type.getInterfaceNames()))
			.anyMatch(this::isMigrationNamed);
	}

	private boolean isMigrationNamed(String className) {
		try {
			return isMigration(this.metadata.getMetadataReader(className).getClassMetadata());
		}
		catch (IOException ex) {
			return false;
		}
	}

}
