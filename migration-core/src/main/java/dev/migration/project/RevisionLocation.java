package dev.migration.project;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import dev.migration.RevisionHeader;

/**
 * A place for revisions.
 *
 * @param text what it is called in the settings
 * @param onClassPath whether it is on the class path, rather than a folder somewhere
 * @param path the path on the class path, without a slash at either end, or the folder
 */
record RevisionLocation(String text, boolean onClassPath, String path) {

	static RevisionLocation parse(String location) {
		String text = location.strip();
		String lower = text.toLowerCase(Locale.ROOT);
		for (String prefix : new String[] { "filesystem:", "file:" }) {
			if (lower.startsWith(prefix)) {
				return new RevisionLocation(text, false, folder(text.substring(prefix.length())));
			}
		}
		return new RevisionLocation(text, true, trim(text.replaceFirst("^classpath\\*?:", "")));
	}

	private static String trim(String path) {
		return path.replaceFirst("^/+", "").replaceFirst("/+$", "");
	}

	/**
	 * {@code file:///x} is {@code /x}, and {@code file:/C:/x} is {@code C:/x}.
	 */
	private static String folder(String path) {
		return path.replaceFirst("^/+", "/").replaceFirst("^/(?=[A-Za-z]:)", "");
	}

	/**
	 * Return whether it stands for one folder, and not for all that fit a pattern.
	 * @return whether a file can be put there
	 */
	boolean isSingleFolder() {
		boolean leavesClassPath = this.onClassPath && List.of(this.path.split("[/\\\\]")).contains("..");
		return !leavesClassPath && !this.path.matches(".*[*?{}].*");
	}

	/**
	 * Return whether revisions of a format can be there.
	 * @param format the format
	 * @return whether they would be found
	 */
	boolean holds(RevisionFormat format) {
		return this.onClassPath || format == RevisionFormat.SQL;
	}

	/**
	 * Return the folder of its files in the sources.
	 * @param baseDirectory the folder of the project
	 * @param format what the files are written in
	 * @return the folder
	 * @throws InvalidLocationException if it cannot hold new files of this kind
	 */
	Path folder(Path baseDirectory, RevisionFormat format) {
		if (!isSingleFolder()) {
			throw new InvalidLocationException("The location '" + this.text + "' is not a single folder",
					"Name one with '--location', and have it in 'migration.locations'.", null);
		}
		if (!holds(format)) {
			throw new InvalidLocationException(
					"The location '" + this.text + "' is not on the class path, so it can only hold SQL",
					"Write the revision in SQL, or choose a 'classpath:' location with '--location'.", null);
		}
		try {
			Path root = this.onClassPath ? format.sources(baseDirectory) : baseDirectory;
			return root.resolve(this.path).normalize();
		}
		catch (InvalidPathException ex) {
			throw new InvalidLocationException("The location '" + this.text + "' is no folder: " + ex.getMessage(),
					"Correct 'migration.locations'.", ex);
		}
	}

	/**
	 * Return whether people mean this location.
	 * @param name its name, also without the prefix, or a folder in the sources
	 * @param baseDirectory the folder of the project
	 * @return whether it is named
	 */
	boolean isNamed(String name, Path baseDirectory) {
		RevisionLocation other = parse(name);
		if (other.onClassPath == this.onClassPath && other.path.equals(this.path)) {
			return true;
		}
		try {
			Path folder = baseDirectory.resolve(other.onClassPath ? name.strip() : other.path).normalize();
			if (!this.onClassPath) {
				return folder.equals(baseDirectory.resolve(this.path).normalize());
			}
			return RevisionSources.FOLDERS.stream()
				.anyMatch((sources) -> folder.equals(baseDirectory.resolve(sources).resolve(this.path).normalize()));
		}
		catch (InvalidPathException ex) {
			return false;
		}
	}

	/**
	 * Return how much of where a revision is is this location.
	 * @param header the revision
	 * @param baseDirectory the folder of the project
	 * @return the number of characters, so that the innermost of several can win, or -1
	 * if it is elsewhere
	 */
	int match(RevisionHeader header, Path baseDirectory) {
		SourceLocation location = SourceLocation.of(header);
		String folder = this.path;
		if (!this.onClassPath) {
			folder = baseDirectory.resolve(folder).normalize().toString().replace('\\', '/');
		}
		return (folder.isEmpty() || location.isIn(folder) || location.decoded().isIn(folder)) ? folder.length() : -1;
	}

}
