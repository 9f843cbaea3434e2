package dev.migration.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Creates what a project needs so that revisions can be written: the folders, the
 * templates, and the scripts that run the commands. What is there stays as it is.
 */
public final class ProjectInitializer {

	private static final List<String> MARKS = List.of("pom.xml", "build.gradle", "build.gradle.kts", "src/main");

	/** It is written into scripts, so nothing else can be let in. */
	private static final Pattern CLASS_NAME = Pattern.compile("[\\p{L}\\p{N}_$]+(\\.[\\p{L}\\p{N}_$]+)*");

	private final ProjectSettings settings;

	private final String mainClass;

	/**
	 * Prepare a project.
	 * @param settings the project
	 * @param mainClass the main class of the application, or {@code null} if the scripts
	 * shall look for it
	 */
	public ProjectInitializer(ProjectSettings settings, @Nullable String mainClass) {
		this.settings = settings;
		this.mainClass = (mainClass != null && CLASS_NAME.matcher(mainClass).matches()) ? mainClass : "";
	}

	/**
	 * Create what is missing.
	 * @return what there is now
	 * @throws ProjectFileException if the folder is not that of a project, or cannot be
	 * written to
	 */
	public List<InitializedFile> run() {
		Path base = this.settings.baseDirectory();
		if (MARKS.stream().noneMatch((mark) -> Files.exists(base.resolve(mark)))) {
			throw new ProjectFileException(
					"The folder " + base + " is not that of a project: it has neither " + String.join(" nor ", MARKS),
					"Go to the folder of the project. Nothing was written.", null);
		}
		List<InitializedFile> files = new ArrayList<>(new Locations(this.settings).all()
			.stream()
			.filter(RevisionLocation::isSingleFolder)
			.map(this::createFolder)
			.toList());
		for (RevisionFormat format : RevisionFormat.values()) {
			String name = RevisionTemplates.DEFAULT + format.templateSuffix();
			files.add(create(this.settings.templateDirectory().resolve(name), RevisionTemplates.builtIn(name)));
		}
		files.add(
				create(this.settings.templateDirectory().resolve("README.md"), RevisionTemplates.builtIn("README.md")));
		files.add(createScript("migrate", "migrate.sh", "\n"));
		files.add(createScript("migrate.cmd", "migrate.cmd", "\r\n"));
		return files;
	}

	private InitializedFile createFolder(RevisionLocation location) {
		String packageName = location.path().replace('/', '.');
		boolean java = location.onClassPath() && this.settings.defaultFormat() == RevisionFormat.JAVA
				&& !packageName.isEmpty() && JavaText.isPackage(packageName);
		Path folder = location.folder(this.settings.baseDirectory(), java ? RevisionFormat.JAVA : RevisionFormat.SQL);
		boolean there = Stream.of(RevisionFormat.values())
			.anyMatch((format) -> location.holds(format)
					&& Files.isDirectory(location.folder(this.settings.baseDirectory(), format)));
		if (there) {
			return new InitializedFile(folder, false);
		}
		if (java) {
			return create(folder.resolve("package-info.java"),
					"/**\n * The revisions of the database.\n */\npackage " + packageName + ";\n");
		}
		try {
			Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw notWritten(folder, ex);
		}
		return new InitializedFile(folder, true);
	}

	private InitializedFile createScript(String name, String source, String lineEnd) {
		Path file = this.settings.baseDirectory().resolve(name);
		String text = RevisionTemplates.builtIn(source).replace("@main.class@", this.mainClass);
		InitializedFile script = create(file, text.replaceAll("\\R", lineEnd));
		if (script.created()) {
			makeExecutable(file);
		}
		return script;
	}

	private InitializedFile create(Path file, String text) {
		if (Files.isRegularFile(file)) {
			return new InitializedFile(file, false);
		}
		try {
			Files.createDirectories(file.getParent());
			Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
			return new InitializedFile(file, true);
		}
		catch (IOException ex) {
			throw notWritten(file, ex);
		}
	}

	/**
	 * Whoever may read the script may run it.
	 */
	private void makeExecutable(Path file) {
		PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class,
				LinkOption.NOFOLLOW_LINKS);
		if (view == null) {
			return;
		}
		try {
			Set<PosixFilePermission> permissions = EnumSet.copyOf(view.readAttributes().permissions());
			permissions.add(PosixFilePermission.OWNER_EXECUTE);
			if (permissions.contains(PosixFilePermission.GROUP_READ)) {
				permissions.add(PosixFilePermission.GROUP_EXECUTE);
			}
			if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
				permissions.add(PosixFilePermission.OTHERS_EXECUTE);
			}
			view.setPermissions(permissions);
		}
		catch (IOException ex) {
			throw notWritten(file, ex);
		}
	}

	private ProjectFileException notWritten(Path path, IOException cause) {
		return new ProjectFileException(this.settings.display(path) + " cannot be created: " + cause,
				"Check what is in its place, and who may write there. What was created so far stays.", cause);
	}

}
