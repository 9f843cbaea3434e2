package dev.migration.boot.aot;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * A jar of SQL revisions. One that does not list its folders cannot be searched, as the
 * class path of a native image cannot: only an index finds what is in it.
 *
 * @param files the texts by path
 */
record RevisionJar(Map<String, String> files) {

	/**
	 * Create the jar of a single revision.
	 * @param path where it is
	 * @param id its id; it creates the table of that name
	 */
	static RevisionJar of(String path, String id) {
		return new RevisionJar(Map.of(path, """
				-- revision: %1$s
				-- message: create %1$s
				-- upgrade
				CREATE TABLE %1$s (id integer PRIMARY KEY);
				-- downgrade
				DROP TABLE %1$s;
				""".formatted(id)));
	}

	RevisionJar and(RevisionJar other) {
		Map<String, String> both = new TreeMap<>(this.files);
		both.putAll(other.files);
		return new RevisionJar(both);
	}

	URLClassLoader searchable(Path file, ClassLoader parent) {
		return classLoader(file, true, parent);
	}

	URLClassLoader notSearchable(Path file, ClassLoader parent) {
		return classLoader(file, false, parent);
	}

	private URLClassLoader classLoader(Path file, boolean listsFolders, ClassLoader parent) {
		try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out)) {
			if (listsFolders) {
				for (String folder : folders()) {
					jar.putNextEntry(new JarEntry(folder));
				}
			}
			for (Map.Entry<String, String> entry : this.files.entrySet()) {
				jar.putNextEntry(new JarEntry(entry.getKey()));
				jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
			}
			jar.finish();
			return new URLClassLoader(new URL[] { file.toUri().toURL() }, parent);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Set<String> folders() {
		Set<String> folders = new TreeSet<>();
		for (String path : this.files.keySet()) {
			for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
				folders.add(path.substring(0, slash + 1));
			}
		}
		return folders;
	}

}
