package dev.migration.project;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import dev.migration.RevisionHeader;
import dev.migration.script.LocationRevisionSource;
import dev.migration.script.MigrationFactory;
import dev.migration.script.RevisionScript;
import dev.migration.script.RevisionScripts;

/**
 * A project in a folder, which can be built and read back.
 */
public final class TestProject {

	private final Path folder;

	/**
	 * Use a folder.
	 * @param folder the folder
	 */
	public TestProject(Path folder) {
		this.folder = folder;
	}

	/**
	 * Compile what was written, and find the revisions in it.
	 * @param locations where to look
	 * @return the revisions
	 */
	public List<RevisionHeader> read(String... locations) {
		compile();
		try (URLClassLoader classLoader = new URLClassLoader(urls(), TestProject.class.getClassLoader())) {
			RevisionScripts found = new LocationRevisionSource(List.of(locations), classLoader,
					MigrationFactory.withoutArguments())
				.load();
			if (!found.problems().isEmpty()) {
				throw new AssertionError(found.problems());
			}
			found.scripts().forEach(RevisionScript::load);
			return found.scripts().stream().map(RevisionScript::header).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private URL[] urls() throws MalformedURLException {
		return new URL[] { classes().toUri().toURL(), this.folder.resolve("src/main/resources").toUri().toURL() };
	}

	private Path classes() {
		return this.folder.resolve("target/classes");
	}

	private void compile() {
		// A URL only stands for a folder if that is there.
		classes().toFile().mkdirs();
		this.folder.resolve("src/main/resources").toFile().mkdirs();
		List<Path> sources = files("src/main/java");
		if (!sources.isEmpty()) {
			compile(sources);
		}
	}

	private void compile(List<Path> sources) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter output = new StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			boolean compiled = compiler
				.getTask(output, files, null,
						List.of("-d", classes().toString(), "-encoding", "UTF-8", "-proc:none", "-Xlint:-options"),
						null, files.getJavaFileObjectsFromPaths(sources))
				.call();
			if (!compiled) {
				throw new AssertionError(output);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return all files in a folder.
	 * @param inside the folder
	 * @return the files
	 */
	public List<Path> files(String inside) {
		Path start = this.folder.resolve(inside);
		if (!Files.exists(start)) {
			return new ArrayList<>();
		}
		try (Stream<Path> files = Files.walk(start)) {
			return files.filter(Files::isRegularFile).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
