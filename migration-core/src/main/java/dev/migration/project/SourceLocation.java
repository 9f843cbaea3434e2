package dev.migration.project;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import dev.migration.RevisionHeader;

/**
 * Where a revision was found, as a path with slashes.
 *
 * @param path the path on the class path, or of the file; without {@code .class}
 * @param isFile whether it is a file of SQL, rather than a class
 */
record SourceLocation(String path, boolean isFile) {

	/** What is below one of these is a copy of what is in the sources. */
	private static final String[] COPIES = { "/target/classes/", "/build/resources/main/", "/build/classes/java/main/",
			"/bin/main/", "!/BOOT-INF/classes/" };

	static SourceLocation of(RevisionHeader header) {
		String location = header.location();
		if (!location.endsWith(".sql")) {
			return new SourceLocation(location.replace('.', '/'), false);
		}
		for (String copy : COPIES) {
			int index = location.lastIndexOf(copy);
			if (index >= 0) {
				return new SourceLocation(location.substring(index + copy.length()), true);
			}
		}
		return new SourceLocation(location.replaceFirst("^file:/*", "/").replaceFirst("^/(?=[A-Za-z]:)", ""), true);
	}

	/**
	 * A location comes from a URL, in which a space is {@code %20}.
	 */
	SourceLocation decoded() {
		try {
			return new SourceLocation(URLDecoder.decode(this.path.replace("+", "%2B"), StandardCharsets.UTF_8),
					this.isFile);
		}
		catch (IllegalArgumentException ex) {
			return this;
		}
	}

	boolean isIn(String folder) {
		return this.path.startsWith(folder + "/");
	}

	String simpleName() {
		return this.path.substring(this.path.lastIndexOf('/') + 1);
	}

	String folder() {
		return this.path.substring(0, Math.max(0, this.path.lastIndexOf('/')));
	}

}
