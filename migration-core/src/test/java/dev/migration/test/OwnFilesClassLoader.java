package dev.migration.test;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The files of an application in front of the libraries of this module. Files with some
 * names are only taken from the application, whatever else the class path of the tests
 * has of them.
 */
public final class OwnFilesClassLoader extends URLClassLoader {

	private final List<String> own;

	/**
	 * Create a new class loader.
	 * @param classes the folder of the application
	 * @param own what the names begin with that are only in that folder, with slashes
	 */
	public OwnFilesClassLoader(Path classes, String... own) {
		super(new URL[] { url(classes) }, OwnFilesClassLoader.class.getClassLoader());
		this.own = List.of(own);
	}

	private static URL url(Path classes) {
		try {
			return classes.toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		synchronized (getClassLoadingLock(name)) {
			if (!isOwn(name.replace('.', '/'))) {
				return super.loadClass(name, resolve);
			}
			Class<?> loaded = findLoadedClass(name);
			return (loaded != null) ? loaded : findClass(name);
		}
	}

	@Override
	public @Nullable URL getResource(String name) {
		return isOwn(name) ? findResource(name) : super.getResource(name);
	}

	@Override
	public Enumeration<URL> getResources(String name) throws IOException {
		return isOwn(name) ? findResources(name) : super.getResources(name);
	}

	private boolean isOwn(String name) {
		return this.own.stream().anyMatch(name::startsWith);
	}

}
