package dev.migration.sample.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.migration.test.CompiledText;
import dev.migration.test.OwnFilesClassLoader;
import dev.migration.test.TestDatabase;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A small project of a reader, in a folder of its own, with the libraries of this module.
 * Its sources are compiled before each command, as {@code ./migrate} does.
 */
final class Project {

	private static final String MAIN_CLASS = "com.example.shop.ShopApplication";

	private static final String APPLICATION = """
			package com.example.shop;

			import org.springframework.boot.SpringApplication;
			import org.springframework.boot.autoconfigure.SpringBootApplication;

			@SpringBootApplication
			public class ShopApplication {

				public static void main(String[] args) {
					SpringApplication.run(ShopApplication.class, args);
				}

			}
			""";

	private final Path folder;

	private final Path classes;

	private final Path database;

	Project(Path folder) throws IOException {
		this.folder = folder;
		this.classes = folder.resolve("target/classes");
		this.database = folder.resolve("shop.db");
		write("pom.xml", "<project/>");
		write("src/main/java/com/example/shop/ShopApplication.java", APPLICATION);
		Files.createDirectories(folder.resolve("src/main/resources"));
	}

	Path folder() {
		return this.folder;
	}

	List<String> query(String sql) {
		return testDatabase().query(sql);
	}

	void execute(String... sql) {
		testDatabase().execute(sql);
	}

	private TestDatabase testDatabase() {
		return new TestDatabase(TestDatabase.Kind.SQLITE, "jdbc:sqlite:" + this.database, "", "", "");
	}

	void write(String file, String text) throws IOException {
		Path path = this.folder.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, text);
	}

	/**
	 * Write Java to where its package and its first type say.
	 */
	void writeJava(String text) throws IOException {
		write("src/main/java/" + CompiledText.nameOf(text) + ".java", text);
	}

	/**
	 * Compile it.
	 * @return its application, on its database
	 */
	InProcessApplication build() throws IOException {
		compile();
		return new InProcessApplication(MAIN_CLASS,
				new OwnFilesClassLoader(this.classes, "db/", "com/example/", "application", "logback"), this.folder,
				"sqlite:///" + this.database);
	}

	private void compile() throws IOException {
		FileSystemUtils.deleteRecursively(this.classes);
		FileSystemUtils.copyRecursively(this.folder.resolve("src/main/resources"), this.classes);
		List<CompiledText> sources = new ArrayList<>();
		try (Stream<Path> files = Files.walk(this.folder.resolve("src/main/java"))) {
			for (Path file : files.filter((each) -> each.toString().endsWith(".java")).toList()) {
				String text = Files.readString(file);
				sources.add(new CompiledText(file.toString(), CompiledText.nameOf(text), text));
			}
		}
		assertThat(CompiledText.compile(sources, this.classes)).isEmpty();
	}

}
