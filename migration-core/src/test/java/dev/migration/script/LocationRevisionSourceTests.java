package dev.migration.script;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import dev.migration.InvalidRevisionException;
import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;
import dev.migration.RevisionHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LocationRevisionSourceTests {

	private static final String SAMPLE = "classpath:dev/migration/script/sample";

	@Test
	void findsClassesAndFilesWithoutLoadingAClass() {
		RevisionScripts found = load(SAMPLE);
		assertThat(found.scripts()).extracting((script) -> script.header().id()).containsExactly("r2", "r1");
		RevisionHeader second = found.scripts().get(0).header();
		assertThat(second.revises()).containsExactly("r1");
		assertThat(second.dependsOn()).containsExactly("lib");
		assertThat(second.branchLabels()).containsExactly("app");
		assertThat(second.message()).isEqualTo("second");
		assertThat(second.created()).isEqualTo("2026-11-23T09:15:00Z");
		assertThat(second.transactional()).isFalse();
		assertThat(found.scripts().get(1).header().transactional()).isTrue();
		assertThat(found.scripts().get(1).header().location()).isEqualTo("dev/migration/script/sample/r1_first.sql");
		assertThat(System.getProperty("dev.migration.script.sample.loaded")).isNull();
		assertThat(found.scripts().get(0).load()).isInstanceOf(Migration.class);
		assertThat(System.clearProperty("dev.migration.script.sample.loaded")).isEqualTo("yes");
	}

	@Test
	void namesAFileAsPeopleDo(@TempDir Path folder) throws IOException {
		Path file = Files.createDirectories(folder.resolve("my revisions")).resolve("a1_gr\u00f6\u00dfe 100%.sql");
		Files.writeString(file, "-- revision: a1\n-- upgrade\n");
		assertThat(load("filesystem:" + file.getParent()).scripts()).extracting((script) -> script.header().location())
			.containsExactly(file.toString());
	}

	@Test
	void collectsEveryProblem() {
		assertThat(load(SAMPLE).problems()).satisfiesExactlyInAnyOrder(
				(problem) -> assertThat(problem).contains("headless.sql", "line 1"),
				(problem) -> assertThat(problem).contains("Forgotten: it is a Migration without @Revision"),
				(problem) -> assertThat(problem)
					.contains("NoMigration: a class with @Revision must implement Migration"));
	}

	@Test
	void knowsWhetherThereIsAWayBack() {
		assertThat(load(SAMPLE).scripts()).extracting((script) -> script.isReversible("sqlite"))
			.containsExactly(true, false);
	}

	@Test
	void readsFilesInTheirEncoding(@TempDir Path folder) throws IOException {
		String text = "-- revision: a\n-- message: gr\u00f6\u00dfer\n-- upgrade\nSELECT '\u00fc';\n";
		for (Charset encoding : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE)) {
			Files.writeString(folder.resolve("a.sql"), text, encoding);
			RevisionScripts found = new LocationRevisionSource(List.of("filesystem:" + folder),
					getClass().getClassLoader(), MigrationFactory.withoutArguments(), encoding)
				.load();
			assertThat(found.problems()).isEmpty();
			assertThat(found.scripts()).extracting((script) -> script.header().message())
				.containsExactly("gr\u00f6\u00dfer");
		}
	}

	@Test
	void refusesBytesOfAnotherEncodingWithTheirLine(@TempDir Path folder) throws IOException {
		Files.writeString(folder.resolve("a.sql"), "-- revision: a\n-- upgrade\nSELECT '\u00fc',\n'x';\n",
				StandardCharsets.ISO_8859_1);
		assertThat(load("filesystem:" + folder).problems()).singleElement()
			.asString()
			.contains("a.sql: line 3 has bytes that are not in UTF-8", "migration.encoding");
		Files.write(folder.resolve("a.sql"), new byte[] { '-', '-', (byte) 0xc3 });
		assertThat(load("filesystem:" + folder).problems()).singleElement().asString().contains("a.sql: line 1 has");
	}

	@Test
	void overlappingLocationsFindARevisionOnce() {
		assertThat(load(SAMPLE, "classpath*:/dev/migration/script/sample/").scripts()).hasSize(2);
	}

	@Test
	void readsFoldersInTheFileSystemWithThoseInside(@TempDir Path folder) throws IOException {
		Files.createDirectories(folder.resolve("inside"));
		Files.writeString(folder.resolve("inside/a.sql"), "-- revision: a\n-- upgrade\nSELECT 1;\n");
		assertThat(load("filesystem:" + folder).scripts()).extracting((script) -> script.header().id())
			.containsExactly("a");
	}

	@Test
	void saysWhichLocationsAreEmpty(@TempDir Path folder) {
		RevisionScripts found = load("classpath:no/such/folder", "filesystem:" + folder,
				"filesystem:" + folder + "/no");
		assertThat(found.problems()).isEmpty();
		assertThat(found.emptyLocations()).hasSize(3).contains("classpath:no/such/folder");
	}

	@Test
	void readsAJar(@TempDir Path folder) throws IOException {
		Path jar = folder.resolve("revisions.jar");
		try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
			out.putNextEntry(new JarEntry("in/jar/"));
			out.putNextEntry(new JarEntry("in/jar/a.sql"));
			out.write("-- revision: a\n-- upgrade\nSELECT 1;\n".getBytes());
		}
		try (URLClassLoader classLoader = new URLClassLoader(new URL[] { jar.toUri().toURL() })) {
			RevisionScripts found = new LocationRevisionSource(List.of("classpath:in/jar"), classLoader,
					MigrationFactory.withoutArguments())
				.load();
			assertThat(found.scripts()).extracting((script) -> script.header().location())
				.containsExactly("in/jar/a.sql");
		}
	}

	@Test
	void theSamePathInTwoPlacesIsTwoFiles(@TempDir Path folder) throws IOException {
		for (String name : List.of("one", "two")) {
			Files.createDirectories(folder.resolve(name + "/in/jar"));
			Files.writeString(folder.resolve(name + "/in/jar/init.sql"),
					"-- revision: " + name + "\n-- upgrade\nSELECT 1;\n");
		}
		URL[] urls = { folder.resolve("one").toUri().toURL(), folder.resolve("two").toUri().toURL() };
		try (URLClassLoader classLoader = new URLClassLoader(urls)) {
			RevisionScripts found = new LocationRevisionSource(List.of("classpath:in/jar", "classpath*:in/jar"),
					classLoader, MigrationFactory.withoutArguments())
				.load();
			assertThat(found.scripts()).extracting((script) -> script.header().id())
				.containsExactlyInAnyOrder("one", "two");
			assertThat(found.emptyLocations()).isEmpty();
		}
	}

	@Test
	void aBeanWinsOverTheSameClassFoundByScanning() {
		Migration bean = (op) -> {
		};
		Class<? extends Migration> type = load(SAMPLE).scripts().get(0).load().getClass();
		RevisionScripts found = RevisionScripts.of(type, () -> bean).and(load(SAMPLE));
		assertThat(found.scripts()).hasSize(2);
		assertThat(found.scripts().get(0).load()).isSameAs(bean);
	}

	@Test
	void aConstructorWithArgumentsNeedsSomebodyToSupplyThem() {
		assertThatExceptionOfType(InvalidRevisionException.class)
			.isThrownBy(() -> MigrationFactory.withoutArguments().create(WithArguments.class))
			.withMessageContaining("its constructor takes arguments");
	}

	private static RevisionScripts load(String... locations) {
		return new LocationRevisionSource(List.of(locations), LocationRevisionSourceTests.class.getClassLoader(),
				MigrationFactory.withoutArguments())
			.load();
	}

	@Revision(id = "with-arguments")
	static class WithArguments implements Migration {

		WithArguments(String argument) {
			argument.length();
		}

		@Override
		public void upgrade(Operations op) {
		}

	}

}
