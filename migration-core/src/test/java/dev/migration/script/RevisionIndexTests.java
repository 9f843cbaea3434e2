package dev.migration.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import dev.migration.InvalidGraphException;
import dev.migration.InvalidRevisionException;
import dev.migration.RevisionHeader;
import dev.migration.RevisionIndexException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A jar that does not list its folders stands for whatever cannot be searched: only an
 * index finds what is in it.
 */
class RevisionIndexTests {

	private static final String LOCATION = "classpath:dev/migration/script/sample";

	private static final String FOLDER = "dev/migration/script/sample/";

	private static final String FIRST = "-- revision: r1\n-- message: first\n-- upgrade\nSELECT 1;\n-- downgrade: sqlite\n";

	@TempDir
	private Path folder;

	private final List<URLClassLoader> classLoaders = new ArrayList<>();

	@AfterEach
	void close() throws IOException {
		for (URLClassLoader classLoader : this.classLoaders) {
			classLoader.close();
		}
	}

	@Test
	void holdsWhatASearchFinds() throws IOException {
		URLClassLoader jar = jar("searchable.jar", true, classAndFile());
		RevisionScripts searched = source(jar, LOCATION).load();
		RevisionScripts indexed = source(jar("app.jar", false, classAndFile()), LOCATION)
			.withIndex(writtenAndRead(indexOf(List.of(LOCATION), jar)))
			.load();
		assertThat(indexed.scripts()).hasSize(2)
			.extracting(RevisionScript::header)
			.isEqualTo(searched.scripts().stream().map(RevisionScript::header).toList());
		assertThat(indexed.scripts()).extracting((script) -> script.isReversible("sqlite"))
			.isEqualTo(searched.scripts().stream().map((script) -> script.isReversible("sqlite")).toList());
		assertThat(indexed.emptyLocations()).isEmpty();
	}

	@Test
	void findsBodiesWhereNothingCanBeSearched() throws IOException {
		RevisionIndex index = indexOf(List.of(LOCATION), jar("searchable.jar", true, classAndFile()));
		URLClassLoader app = jar("app.jar", false, classAndFile());
		assertThat(source(app, LOCATION).load().scripts()).isEmpty();
		RevisionScripts found = source(app, LOCATION).withIndex(index).load();
		assertThat(found.scripts()).extracting((script) -> script.load().getClass().getSimpleName())
			.containsExactly("R2_Second", "Body");
		System.clearProperty("dev.migration.script.sample.loaded");
	}

	@Test
	void namesWhatAnImageNeeds() throws IOException {
		RevisionIndex index = indexOf(List.of(LOCATION, "filesystem:" + this.folder, "classpath:none"),
				jar("searchable.jar", true, classAndFile()));
		assertThat(index.classNames()).containsExactly("dev.migration.script.sample.R2_Second");
		assertThat(index.files()).containsExactly(FOLDER + "r1_first.sql");
		assertThat(index.locations()).containsExactly(LOCATION, "classpath:none");
	}

	@Test
	void whatTheClassPathHasInAFolderIsSearchedAgain() throws IOException {
		Path classes = Files.createDirectories(this.folder.resolve("classes/" + FOLDER));
		Files.writeString(classes.resolve("r1_first.sql"), FIRST);
		URLClassLoader app = classLoader(this.folder.resolve("classes").toUri().toURL());
		RevisionIndex index = indexOf(List.of(LOCATION), app);
		Files.writeString(classes.resolve("r2.sql"), "-- revision: r2\n-- revises: r1\n-- upgrade\n");
		assertThat(source(app, LOCATION).withIndex(index).load().scripts()).hasSize(2);
		assertThat(image(app, index, LOCATION).load().scripts()).hasSize(1);
	}

	@Test
	void aLocationThatIsNotInTheIndexIsSearchedWhereThatCanBeDone() throws IOException {
		URLClassLoader app = jar("searchable.jar", true, classAndFile());
		RevisionIndex index = indexOf(List.of("classpath:elsewhere"), app);
		assertThat(source(app, LOCATION).withIndex(index).load().scripts()).hasSize(2);
		assertThatExceptionOfType(RevisionIndexException.class)
			.isThrownBy(() -> image(app, index, "classpath:elsewhere", LOCATION).load())
			.withMessageContaining(LOCATION)
			.withMessageContaining("Known were classpath:elsewhere")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("migration.locations"));
		assertThatExceptionOfType(RevisionIndexException.class).isThrownBy(() -> image(app, null, LOCATION).load())
			.withMessageContaining("Known were none");
	}

	@Test
	void aLocationWithWildcardsIsNotInTheIndex() throws IOException {
		URLClassLoader app = jar("searchable.jar", true, classAndFile());
		RevisionIndex index = indexOf(List.of("classpath:dev/migration/*/sample", "classpath:"), app);
		assertThat(index.locations()).isEmpty();
		assertThat(source(app, "classpath:dev/migration/*/sample").withIndex(index).load().scripts()).hasSize(2);
	}

	@Test
	void filesInTheFileSystemAreSearchedAlsoInAnImage() throws IOException {
		Files.writeString(this.folder.resolve("a.sql"), "-- revision: a\n-- upgrade\n");
		String location = "filesystem:" + this.folder;
		assertThat(image(getClass().getClassLoader(), null, location).load().scripts()).hasSize(1);
	}

	@Test
	void aLocationThatIsEmptyIsSaidToBe() throws IOException {
		URLClassLoader app = jar("searchable.jar", true, classAndFile());
		RevisionIndex index = writtenAndRead(indexOf(List.of("classpath:none", LOCATION), app));
		assertThat(image(app, index, "classpath:none/", LOCATION).load().emptyLocations())
			.containsExactly("classpath:none/");
	}

	@Test
	void filesOfTheSamePathInTwoJarsKeepTheirBodies() throws IOException {
		URLClassLoader both = classLoader(
				write("one.jar", true, Map.of(FOLDER + "init.sql", bytes("-- revision: one\n-- upgrade\nONE;\n"))),
				write("two.jar", true, Map.of(FOLDER + "init.sql", bytes("-- revision: two\n-- upgrade\nTWO;\n"))));
		RevisionIndex index = writtenAndRead(indexOf(List.of(LOCATION), both));
		List<RevisionScript> scripts = image(both, index, LOCATION).load().scripts();
		assertThat(scripts).extracting((script) -> script.header().location())
			.containsExactly(FOLDER + "init.sql", FOLDER + "init.sql (2)");
		assertThat(scripts).extracting((script) -> script.header().id()).containsExactly("one", "two");
		assertThat(scripts.get(0).load().toString()).contains("ONE;");
		assertThat(scripts.get(1).load().toString()).contains("TWO;");
	}

	@Test
	void whatAFileIsInAndWantsValuesForIsKept() throws IOException {
		String text = "-- revision: a\n-- message: caf\u00e9\n-- placeholders: owner\n-- upgrade\nGRANT ${owner};\n";
		URLClassLoader app = jar("latin.jar", true,
				Map.of(FOLDER + "a.sql", text.getBytes(StandardCharsets.ISO_8859_1)));
		RevisionIndex index = writtenAndRead(RevisionIndex.of(Map.of(LOCATION, StandardCharsets.ISO_8859_1), app));
		RevisionScript script = new LocationRevisionSource(List.of(LOCATION),
				new RevisionBodies(app, MigrationFactory.withoutArguments(), StandardCharsets.ISO_8859_1), index, true)
			.load()
			.scripts()
			.get(0);
		assertThat(script.header().message()).isEqualTo("caf\u00e9");
		assertThat(script.requiredArguments()).containsExactly(new RequiredArgument("owner", FOLDER + "a.sql, line 3"));
		assertThat(script.load().toString()).contains("GRANT ${owner};");
	}

	@Test
	void aFileThatIsAnotherOneByNowIsRefused() throws IOException {
		RevisionIndex index = indexOf(List.of(LOCATION), jar("before.jar", true, classAndFile()));
		Map<String, byte[]> changed = Map.of(FOLDER + "r1_first.sql",
				bytes(FIRST.replace("-- message", "-- revises: r0\n-- message")));
		RevisionScripts found = image(jar("after.jar", true, changed), index, LOCATION).load();
		assertThatExceptionOfType(InvalidRevisionException.class).isThrownBy(() -> found.scripts().get(1).load())
			.withMessageContaining("r1_first.sql")
			.withMessageContaining("build the application again");
	}

	@Test
	void aClassThatIsGoneIsSaidToBe() {
		RevisionIndex index = writtenAndRead(new RevisionIndex(Map.of(FOLDER,
				List.of(new RevisionIndex.Entry(
						new RevisionHeader("a", List.of(), List.of(), List.of(), "", null, "db.revisions.Gone"), null,
						Set.of(), List.of())))));
		RevisionScript gone = image(getClass().getClassLoader(), index, LOCATION).load().scripts().get(0);
		assertThatExceptionOfType(InvalidRevisionException.class).isThrownBy(gone::load)
			.withMessageContaining("db.revisions.Gone")
			.withMessageContaining("its class is not there");
	}

	@Test
	void whatIsWrongWithARevisionIsSaidWhenTheIndexIsMade() {
		assertThatExceptionOfType(InvalidGraphException.class)
			.isThrownBy(() -> indexOf(List.of(LOCATION), getClass().getClassLoader()))
			.satisfies((ex) -> assertThat(ex.getProblems()).hasSize(3));
	}

	@Test
	void anIndexOfAnotherFormIsRefused() {
		assertThatExceptionOfType(RevisionIndexException.class)
			.isThrownBy(() -> RevisionIndex.read(new ByteArrayResource(bytes("revision index 99\n"), "old.index")))
			.withMessageContaining("old.index")
			.withMessageContaining("revision index 1");
		assertThatExceptionOfType(RevisionIndexException.class)
			.isThrownBy(() -> RevisionIndex.read(new ByteArrayResource(bytes("revision index 1\nlocation\n"))));
	}

	private Map<String, byte[]> classAndFile() throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		for (String name : List.of("R2_Second.class", "Base.class")) {
			try (InputStream in = getClass().getClassLoader().getResourceAsStream(FOLDER + name)) {
				files.put(FOLDER + name, in.readAllBytes());
			}
		}
		files.put(FOLDER + "r1_first.sql", bytes(FIRST));
		return files;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private URLClassLoader jar(String name, boolean listsFolders, Map<String, byte[]> files) throws IOException {
		return classLoader(write(name, listsFolders, files));
	}

	private URL write(String name, boolean listsFolders, Map<String, byte[]> files) throws IOException {
		Path jar = this.folder.resolve(name);
		try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
			if (listsFolders) {
				out.putNextEntry(new JarEntry(FOLDER));
			}
			for (Map.Entry<String, byte[]> entry : files.entrySet()) {
				out.putNextEntry(new JarEntry(entry.getKey()));
				out.write(entry.getValue());
			}
		}
		return jar.toUri().toURL();
	}

	private URLClassLoader classLoader(URL... urls) {
		URLClassLoader classLoader = new URLClassLoader(urls, new WithoutSample(getClass().getClassLoader()));
		this.classLoaders.add(classLoader);
		return classLoader;
	}

	private static LocationRevisionSource source(ClassLoader classLoader, String... locations) {
		return new LocationRevisionSource(List.of(locations), classLoader, MigrationFactory.withoutArguments());
	}

	private static LocationRevisionSource image(ClassLoader classLoader, RevisionIndex index, String... locations) {
		return new LocationRevisionSource(List.of(locations),
				new RevisionBodies(classLoader, MigrationFactory.withoutArguments(), StandardCharsets.UTF_8), index,
				true);
	}

	private static RevisionIndex indexOf(List<String> locations, ClassLoader classLoader) {
		Map<String, Charset> encodings = new LinkedHashMap<>();
		locations.forEach((location) -> encodings.put(location, StandardCharsets.UTF_8));
		return RevisionIndex.of(encodings, classLoader);
	}

	private static RevisionIndex writtenAndRead(RevisionIndex index) {
		return RevisionIndex.read(new ByteArrayResource(bytes(index.toText())));
	}

	/**
	 * The class path of the tests, without the folder that the jars stand for.
	 */
	private static final class WithoutSample extends ClassLoader {

		WithoutSample(ClassLoader parent) {
			super(parent);
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (name.startsWith(FOLDER.replace('/', '.'))) {
				throw new ClassNotFoundException(name);
			}
			return super.loadClass(name, resolve);
		}

		@Override
		public URL getResource(String name) {
			return name.startsWith(FOLDER) ? null : super.getResource(name);
		}

		@Override
		public Enumeration<URL> getResources(String name) throws IOException {
			return name.startsWith(FOLDER) ? Collections.emptyEnumeration() : super.getResources(name);
		}

	}

}
