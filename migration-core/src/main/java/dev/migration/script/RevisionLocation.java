package dev.migration.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.core.io.Resource;
import org.springframework.util.StringUtils;

/**
 * A place to look for revisions, with the folders inside.
 *
 * @param text the place, as it was configured
 * @param onClassPath whether it is on the class path, else in the file system
 * @param folder the path with a slash at its end; on the class path without one at its
 * beginning
 */
record RevisionLocation(String text, boolean onClassPath, String folder) {

	private static final List<String> CLASS_PATH = List.of("classpath*:", "classpath:");

	private static final List<String> FILE_SYSTEM = List.of("filesystem:", "file:");

	static RevisionLocation of(String text) {
		String path = text.strip();
		for (String prefix : FILE_SYSTEM) {
			if (path.startsWith(prefix)) {
				return new RevisionLocation(text, false, path.substring(prefix.length()).replaceFirst("/*$", "/"));
			}
		}
		for (String prefix : CLASS_PATH) {
			if (path.startsWith(prefix)) {
				path = path.substring(prefix.length());
				break;
			}
		}
		return new RevisionLocation(text, true, path.replaceFirst("^/+", "").replaceFirst("/*$", "/"));
	}

	/**
	 * Return whether files of this location are found by their path when the application
	 * runs: not if the path has wildcards, or is the root of the class path.
	 * @return whether they are
	 */
	boolean canBeIndexed() {
		return this.onClassPath && !this.folder.equals("/") && !this.folder.matches(".*[*?{].*");
	}

	/**
	 * Return a pattern for all files of a kind.
	 * @param extension what their names end in
	 * @return the pattern
	 */
	String pattern(String extension) {
		return (this.onClassPath ? "classpath*:" : "file:") + this.folder + "**/*" + extension;
	}

	/**
	 * Return where a file of this location is.
	 * @param resource the file
	 * @return the path on the class path, else the file
	 * @throws IOException if it has no URL
	 */
	String path(Resource resource) throws IOException {
		String path = StringUtils.uriDecode(resource.getURL().getPath(), StandardCharsets.UTF_8);
		int start = this.onClassPath ? path.lastIndexOf(this.folder) : -1;
		return (start >= 0) ? path.substring(start) : path;
	}

}
