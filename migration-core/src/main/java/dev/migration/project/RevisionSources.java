package dev.migration.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migration.RevisionHeader;

/**
 * Finds what a revision was made from.
 */
public final class RevisionSources {

	/** The folders of the sources, from that of the project. */
	static final List<String> FOLDERS = List.of("src/main/java", "src/main/kotlin", "src/main/resources");

	private static final List<String> EXTENSIONS = List.of(".java", ".kt");

	private final Path baseDirectory;

	/**
	 * Look in a project.
	 * @param settings the project
	 */
	public RevisionSources(ProjectSettings settings) {
		this.baseDirectory = settings.baseDirectory();
	}

	/**
	 * Find the source of a revision.
	 * @param header the revision, with its location
	 * @return the file, if it is in this project
	 */
	public Optional<Path> find(RevisionHeader header) {
		SourceLocation location = SourceLocation.of(header);
		try {
			return location.isFile() ? file(location).or(() -> file(location.decoded())) : type(location);
		}
		catch (InvalidPathException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Return the source of a revision.
	 * @param header the revision, with its location
	 * @return the file
	 * @throws ProjectFileException if it is not in this project
	 */
	public Path get(RevisionHeader header) {
		return find(header).orElseThrow(() -> new ProjectFileException(
				"The source of revision " + header.describe() + " is not in the project " + this.baseDirectory
						+ ": it was found at " + header.location(),
				"Look for it in the project or jar that it comes from.", null));
	}

	/**
	 * A file somewhere else in the file system is its own source.
	 */
	private Optional<Path> file(SourceLocation location) {
		return Stream.concat(folders(""), Stream.of(this.baseDirectory))
			.map((folder) -> folder.resolve(location.path()))
			.filter(Files::isRegularFile)
			.findFirst();
	}

	private Optional<Path> type(SourceLocation location) {
		return folders(location.folder())
			.flatMap((folder) -> EXTENSIONS.stream()
				.map((extension) -> folder.resolve(location.simpleName() + extension)))
			.filter(Files::isRegularFile)
			.findFirst()
			.or(() -> declaration(location));
	}

	/**
	 * A file can hold several classes, so one with another name may declare it.
	 */
	private Optional<Path> declaration(SourceLocation location) {
		Pattern declaration = Pattern.compile("\\bclass\\s+" + Pattern.quote(location.simpleName()) + "(?![\\w$])");
		return folders(location.folder()).flatMap(RevisionSources::sources)
			.filter((file) -> declaration.matcher(text(file)).find())
			.findFirst();
	}

	private Stream<Path> folders(String inside) {
		return FOLDERS.stream().map((folder) -> this.baseDirectory.resolve(folder).resolve(inside));
	}

	private static Stream<Path> sources(Path folder) {
		if (!Files.isDirectory(folder)) {
			return Stream.empty();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> EXTENSIONS.stream().anyMatch(file.toString()::endsWith))
				.sorted()
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new ProjectFileException("The folder " + folder + " cannot be read: " + ex.getMessage(),
					"Check who may read it.", ex);
		}
	}

	private static String text(Path file) {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new ProjectFileException("The file " + file + " cannot be read: " + ex.getMessage(),
					"Check who may read it.", ex);
		}
	}

}
