package dev.migration.script;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

import dev.migration.InvalidRevisionException;
import dev.migration.Migration;
import dev.migration.Revision;

/**
 * Finds the revisions under locations. The header of a class is read from its class file,
 * so that no class is loaded.
 */
public final class LocationRevisionSource implements RevisionSource {

	private static final String CLASSPATH = "classpath:";

	private static final String ALL_CLASSPATH = "classpath*:";

	private static final String FILESYSTEM = "filesystem:";

	private final List<String> locations;

	private final ClassLoader classLoader;

	private final MigrationFactory factory;

	private final PathMatchingResourcePatternResolver resolver;

	private final MetadataReaderFactory metadata;

	private final Charset encoding;

	/**
	 * Create a new source of classes, and SQL files in UTF-8.
	 * @param locations where to look, with the folders inside: {@code classpath:} for
	 * classes and SQL files, {@code filesystem:} or {@code file:} for SQL files
	 * @param classLoader the class loader of the application
	 * @param factory makes the bodies of classes
	 */
	public LocationRevisionSource(List<String> locations, ClassLoader classLoader, MigrationFactory factory) {
		this(locations, classLoader, factory, StandardCharsets.UTF_8);
	}

	/**
	 * Create a new source of SQL files in some encoding.
	 * @param locations where to look, with the folders inside: {@code classpath:} for
	 * classes and SQL files, {@code filesystem:} or {@code file:} for SQL files
	 * @param classLoader the class loader of the application
	 * @param factory makes the bodies of classes
	 * @param encoding what SQL files are in
	 */
	public LocationRevisionSource(List<String> locations, ClassLoader classLoader, MigrationFactory factory,
			Charset encoding) {
		this.locations = List.copyOf(locations);
		this.classLoader = classLoader;
		this.factory = factory;
		this.resolver = new PathMatchingResourcePatternResolver(classLoader);
		this.metadata = MetadataReaderFactory.create(classLoader);
		this.encoding = encoding;
	}

	@Override
	public RevisionScripts load() {
		Found found = new Found();
		for (String location : this.locations) {
			int before = found.offered;
			load(location, found);
			if (found.offered == before) {
				found.emptyLocations.add(location);
			}
		}
		return new RevisionScripts(RevisionScripts.inLoadOrder(found.scripts.values()), found.problems,
				found.emptyLocations);
	}

	private void load(String location, Found found) {
		String root = root(location);
		try {
			for (Resource resource : this.resolver.getResources(root + "**/*.sql")) {
				found.addFile(resource.getURL().toString(), path(resource, root),
						(path) -> SqlRevisionScript.read(resource, path, this.encoding));
			}
			if (root.startsWith(ALL_CLASSPATH)) {
				for (Resource resource : this.resolver.getResources(root + "**/*.class")) {
					loadClass(resource, found);
				}
			}
		}
		catch (FileNotFoundException ex) {
			// A location that is not there is an empty one.
		}
		catch (IOException ex) {
			found.problems.add(location + ": it cannot be read: " + ex.getMessage());
		}
	}

	private static String root(String location) {
		String path = location.strip();
		String prefix = ALL_CLASSPATH;
		for (String known : List.of(ALL_CLASSPATH, CLASSPATH, FILESYSTEM, "file:")) {
			if (path.startsWith(known)) {
				prefix = (known.equals(ALL_CLASSPATH) || known.equals(CLASSPATH)) ? ALL_CLASSPATH : "file:";
				path = path.substring(known.length());
				break;
			}
		}
		if (prefix.equals(ALL_CLASSPATH)) {
			path = path.replaceFirst("^/+", "");
		}
		return prefix + path.replaceFirst("/*$", "/");
	}

	/**
	 * The path on the class path, else the file.
	 */
	private static String path(Resource resource, String root) throws IOException {
		String path = StringUtils.uriDecode(resource.getURL().getPath(), StandardCharsets.UTF_8);
		int onClassPath = root.startsWith(ALL_CLASSPATH) ? path.lastIndexOf(root.substring(ALL_CLASSPATH.length()))
				: -1;
		return (onClassPath >= 0) ? path.substring(onClassPath) : path;
	}

	private void loadClass(Resource resource, Found found) {
		AnnotationMetadata type;
		try {
			type = this.metadata.getMetadataReader(resource).getAnnotationMetadata();
		}
		catch (IOException | RuntimeException ex) {
			found.problems.add(resource.getDescription() + ": it is not a class file: " + ex);
			return;
		}
		Map<String, @Nullable Object> revision = type.getAnnotationAttributes(Revision.class.getName());
		if (revision == null) {
			if (type.isConcrete() && isMigration(type)) {
				found.problems.add(type.getClassName() + ": it is a Migration without @Revision");
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
		Supplier<Class<? extends Migration>> loader = () -> migrationClass(type.getClassName());
		return new ClassRevisionScript(RevisionAttributes.ofAnnotation(revision).toHeader(type.getClassName()), loader,
				() -> this.factory.create(loader.get()));
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

	private Class<? extends Migration> migrationClass(String name) {
		Class<?> type = ClassUtils.resolveClassName(name, this.classLoader);
		if (!Migration.class.isAssignableFrom(type)) {
			throw new InvalidRevisionException(name, "it does not implement Migration", "Let it implement Migration.");
		}
		return type.asSubclass(Migration.class);
	}

	/**
	 * What was found so far, by location.
	 */
	private static final class Found {

		private final Map<String, RevisionScript> scripts = new LinkedHashMap<>();

		private final List<String> problems = new ArrayList<>();

		private final List<String> emptyLocations = new ArrayList<>();

		private final Set<String> files = new HashSet<>();

		private int offered;

		/**
		 * Two files can have the same path on the class path, in two jars: both count.
		 */
		void addFile(String url, String location, Reader reader) {
			if (this.files.add(url)) {
				add(this.scripts.containsKey(location) ? url : location, reader);
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

	}

	private interface Reader {

		RevisionScript read(String location) throws InvalidHeaderException;

	}

}
