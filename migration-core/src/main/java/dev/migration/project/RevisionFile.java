package dev.migration.project;

import java.nio.file.Path;
import java.util.List;

import dev.migration.RevisionHeader;

/**
 * A revision that is about to be written.
 *
 * @param path its file
 * @param header what it is, as it will be read, with its location
 * @param format what it is written in
 * @param packageName the package of its class; empty for SQL
 * @param className the name of its class in its package; empty for SQL
 */
record RevisionFile(Path path, RevisionHeader header, RevisionFormat format, String packageName, String className) {

	static RevisionFile ofClass(RevisionHeader header, RevisionLocation location, Path folder, List<String> name) {
		String parent = location.path().replace('/', '.');
		if (!JavaText.isPackage(parent)) {
			throw new InvalidLocationException(
					"The location '" + location.text() + "' cannot hold Java: '" + parent + "' is no name of a package",
					"Write the revision in SQL, or choose another location with '--location'.", null);
		}
		String inside = String.join(".", name.subList(0, name.size() - 1));
		String packageName = (parent.isEmpty() || inside.isEmpty()) ? parent + inside : parent + "." + inside;
		String className = name.get(name.size() - 1);
		if (!JavaText.isPackage(packageName) || !JavaText.isClassName(className)) {
			throw new InvalidTemplateException(
					"The file name template for Java makes '" + String.join("/", name) + "' of revision "
							+ header.describe() + ", which cannot be the name of a class",
					"Begin it with a letter, as in 'R{{id}}_{{name}}'.", null);
		}
		Path path = resolve(folder, name, RevisionFormat.JAVA);
		String qualified = packageName.isEmpty() ? className : packageName + "." + className;
		return new RevisionFile(path, at(header, qualified, header.message()), RevisionFormat.JAVA, packageName,
				className);
	}

	static RevisionFile ofSql(RevisionHeader header, RevisionLocation location, Path folder, List<String> name) {
		Path path = resolve(folder, name, RevisionFormat.SQL);
		String where = path.toString().replace('\\', '/');
		if (location.onClassPath()) {
			String file = String.join("/", name) + ".sql";
			where = location.path().isEmpty() ? file : location.path() + "/" + file;
		}
		return new RevisionFile(path, at(header, where, SqlText.flatten(header.message())), RevisionFormat.SQL, "", "");
	}

	private static Path resolve(Path folder, List<String> name, RevisionFormat format) {
		return folder.resolve(String.join("/", name) + "." + format.extension());
	}

	private static RevisionHeader at(RevisionHeader header, String location, String message) {
		return new RevisionHeader(header.id(), header.revises(), header.dependsOn(), header.branchLabels(), message,
				header.created(), location);
	}

}
