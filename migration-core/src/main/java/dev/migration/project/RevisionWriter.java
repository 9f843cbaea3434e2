package dev.migration.project;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.migration.RevisionHeader;

/**
 * Writes new revisions into the sources of a project. Nothing that is there is ever
 * overwritten.
 */
public final class RevisionWriter {

	private final ProjectSettings settings;

	private final Clock clock;

	private final RevisionTemplates templates;

	private final PostWriteHooks hooks;

	/**
	 * Write into a project.
	 * @param settings the project
	 * @param output gets what the post-write hooks print, line by line
	 */
	public RevisionWriter(ProjectSettings settings, Consumer<String> output) {
		this(settings, output, Clock.systemUTC());
	}

	RevisionWriter(ProjectSettings settings, Consumer<String> output, Clock clock) {
		this.settings = settings;
		this.clock = clock;
		this.templates = new RevisionTemplates(settings);
		this.hooks = new PostWriteHooks(settings, output);
	}

	/**
	 * Write a revision, and run the post-write hooks on it.
	 * @param request the revision
	 * @return what was written
	 * @throws InvalidLocationException if it cannot be put where it was asked for
	 * @throws InvalidTemplateException if a template cannot be used
	 * @throws ProjectFileException if the file is there, or cannot be written
	 * @throws ProgramException if a post-write hook is not found; the file is written
	 */
	public WrittenRevision write(RevisionFileRequest request) {
		RevisionLocation location = new Locations(this.settings).choose(request.location(), request.parents());
		RevisionFormat format = format(request, location);
		RevisionFile file = file(dated(request.header()), location, format);
		// A template may do much; ask before, so that the error is about the file.
		if (Files.exists(file.path())) {
			throw exists(file.path(), null);
		}
		String text = this.templates.render(request.template(), format,
				TemplateVariables.of(file, request, this.settings.timeZone()));
		create(file.path(), encoded(text, file.path(), format));
		return new WrittenRevision(file.path(), file.header(), format, this.hooks.run(file.path()));
	}

	/**
	 * Only SQL can be outside the class path, so that need not be said.
	 */
	/**
	 * Return what a revision would be written in.
	 * @param request what would be written
	 * @return the format
	 * @throws InvalidLocationException if there is no such location
	 */
	public RevisionFormat format(RevisionFileRequest request) {
		return format(request, new Locations(this.settings).choose(request.location(), request.parents()));
	}

	private RevisionFormat format(RevisionFileRequest request, RevisionLocation location) {
		RevisionFormat asked = request.format();
		if (asked != null) {
			return asked;
		}
		return location.onClassPath() ? this.settings.defaultFormat() : RevisionFormat.SQL;
	}

	private RevisionHeader dated(RevisionHeader header) {
		Instant created = (header.created() != null) ? header.created()
				: this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		return new RevisionHeader(header.id(), header.revises(), header.dependsOn(), header.branchLabels(),
				header.message(), created, "");
	}

	private RevisionFile file(RevisionHeader header, RevisionLocation location, RevisionFormat format) {
		Path folder = location.folder(this.settings.baseDirectory(), format);
		FileNames names = new FileNames(this.settings);
		Instant created = (header.created() != null) ? header.created() : this.clock.instant();
		if (format == RevisionFormat.JAVA) {
			return RevisionFile.ofClass(header, location, folder, names.ofClass(header, created));
		}
		try {
			return RevisionFile.ofSql(header, location, folder, names.ofFile(header, created, false));
		}
		catch (InvalidPathException ex) {
			// The file system may not know every letter.
			return RevisionFile.ofSql(header, location, folder, names.ofFile(header, created, true));
		}
	}

	/**
	 * The compiler is told by the build what a class is in.
	 */
	private byte[] encoded(String text, Path path, RevisionFormat format) {
		if (format == RevisionFormat.JAVA) {
			return text.getBytes(StandardCharsets.UTF_8);
		}
		Charset encoding = this.settings.encoding();
		int line = 0;
		CharsetEncoder encoder = encoding.newEncoder();
		for (String each : text.split("\n", -1)) {
			line++;
			if (!encoder.canEncode(each)) {
				throw new ProjectFileException(
						"Line " + line + " of " + this.settings.display(path) + " cannot be written in "
								+ encoding.name() + ": '" + each.strip() + "'",
						"Set migration.encoding to one that has all characters, such as UTF-8, or choose other words. "
								+ "Nothing was written.",
						null);
			}
		}
		return text.getBytes(encoding);
	}

	private void create(Path path, byte[] text) {
		try {
			Files.createDirectories(path.getParent());
			Files.write(path, text, StandardOpenOption.CREATE_NEW);
		}
		catch (FileAlreadyExistsException ex) {
			throw exists(path, ex);
		}
		catch (IOException ex) {
			throw new ProjectFileException("The file " + this.settings.display(path) + " cannot be written: " + ex,
					"Check the folder, and who may write there.", ex);
		}
	}

	private ProjectFileException exists(Path path, @Nullable IOException cause) {
		return new ProjectFileException("The file " + this.settings.display(path) + " is already there",
				"Choose another id or message, or remove the file. Nothing was written.", cause);
	}

}
