package dev.migration.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NativeDetector;
import org.springframework.util.ResourceUtils;
import org.springframework.util.function.SingletonSupplier;

import dev.migration.RevisionIndexException;

/**
 * Finds the revisions under locations: by searching them, or in an index that was written
 * when the application was built.
 */
public final class LocationRevisionSource implements RevisionSource {

	private static final Log logger = LogFactory.getLog(LocationRevisionSource.class);

	private final List<String> locations;

	private final RevisionBodies bodies;

	private final @Nullable RevisionIndex index;

	private final boolean nativeImage;

	/**
	 * Create a new source that searches, with SQL files in UTF-8.
	 * @param locations where to look, with the folders inside: {@code classpath:} for
	 * classes and SQL files, {@code filesystem:} or {@code file:} for SQL files
	 * @param classLoader the class loader of the application
	 * @param factory makes the bodies of classes
	 */
	public LocationRevisionSource(List<String> locations, ClassLoader classLoader, MigrationFactory factory) {
		this(locations, classLoader, factory, StandardCharsets.UTF_8);
	}

	/**
	 * Create a new source that searches.
	 * @param locations where to look, with the folders inside: {@code classpath:} for
	 * classes and SQL files, {@code filesystem:} or {@code file:} for SQL files
	 * @param classLoader the class loader of the application
	 * @param factory makes the bodies of classes
	 * @param encoding what SQL files are in
	 */
	public LocationRevisionSource(List<String> locations, ClassLoader classLoader, MigrationFactory factory,
			Charset encoding) {
		this(locations, new RevisionBodies(classLoader, factory, encoding), null, NativeDetector.inNativeImage());
	}

	LocationRevisionSource(List<String> locations, RevisionBodies bodies, @Nullable RevisionIndex index,
			boolean nativeImage) {
		this.locations = List.copyOf(locations);
		this.bodies = bodies;
		this.index = index;
		this.nativeImage = nativeImage;
	}

	/**
	 * Return a source that looks into an index instead of searching the class path.
	 * Locations in the file system are searched as ever, and so is what the class path
	 * has in a folder, as it may have changed since the index was written.
	 * @param index the index, or {@code null} if there is none
	 * @return the source
	 */
	public LocationRevisionSource withIndex(@Nullable RevisionIndex index) {
		return new LocationRevisionSource(this.locations, this.bodies, index, this.nativeImage);
	}

	/**
	 * {@inheritDoc}
	 * @throws RevisionIndexException in a native image, for a location on the class path
	 * that is not in the index
	 */
	@Override
	public RevisionScripts load() {
		FoundRevisions found = new FoundRevisions();
		SingletonSupplier<LocationScanner> scanner = SingletonSupplier.of(() -> new LocationScanner(this.bodies));
		for (String text : this.locations) {
			RevisionLocation location = RevisionLocation.of(text);
			RevisionIndex usable = location.onClassPath() ? usableIndex(location) : null;
			found.in(location, () -> {
				if (usable != null) {
					usable.addTo(found, location, this.bodies);
				}
				else {
					scanner.obtain().scan(location, found);
				}
			});
		}
		return found.toScripts();
	}

	private @Nullable RevisionIndex usableIndex(RevisionLocation location) {
		RevisionIndex index = this.index;
		if (index != null && index.covers(location)) {
			return (this.nativeImage || !isInFolder(location)) ? index : null;
		}
		if (this.nativeImage) {
			throw RevisionIndexException.unknownLocation(location.text(),
					(index != null) ? index.locations() : List.of());
		}
		if (index != null) {
			logger.info("The location " + location.text() + " was not known when the application was processed ahead "
					+ "of time, so it is searched. Known were " + String.join(", ", index.locations()));
		}
		return null;
	}

	/**
	 * A jar is what it was when it was built.
	 */
	private boolean isInFolder(RevisionLocation location) {
		try {
			return Collections.list(this.bodies.classLoader().getResources(location.folder()))
				.stream()
				.anyMatch(ResourceUtils::isFileURL);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
