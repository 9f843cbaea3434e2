package dev.migration.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migration.cli.MigrateCli;
import dev.migration.test.CompiledText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the documents show is there: the code compiles, the properties and commands are
 * known, the links lead somewhere. The examples of operations.md are also run, by a test
 * of their own.
 */
class DocumentationTests {

	private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

	private static final Pattern COMMAND = Pattern
		.compile("(?:\\./migrate|\\.jar migrate|arguments=\"migrate) ([^#|>\"\\n]*(?:\"[^\"\\n]*\"[^#|>\"\\n]*)*)");

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

	private static final String IMPORTS = """
			import java.time.*;
			import java.util.*;
			import javax.sql.DataSource;
			import dev.migration.*;
			import dev.migration.autogenerate.*;
			import dev.migration.boot.autoconfigure.*;
			import dev.migration.boot.event.*;
			import dev.migration.boot.test.*;
			import dev.migration.runtime.MigratorBuilder;
			import dev.migration.schema.*;
			import dev.migration.script.*;
			import org.springframework.beans.factory.ObjectProvider;
			import org.springframework.context.ApplicationListener;
			import org.springframework.context.annotation.Bean;
			import org.springframework.core.annotation.Order;
			import org.springframework.core.env.Environment;
			import org.springframework.http.HttpMethod;
			import org.springframework.security.config.Customizer;
			import org.springframework.security.config.annotation.web.builders.HttpSecurity;
			import org.springframework.security.web.SecurityFilterChain;
			import org.springframework.stereotype.Component;
			import static dev.migration.schema.Definitions.*;
			import static dev.migration.schema.ReferentialAction.*;
			import static dev.migration.schema.Types.*;
			""";

	@TempDir
	private Path classes;

	@Test
	void everyBlockOfJavaCompiles() throws IOException {
		List<CompiledText> sources = new ArrayList<>();
		for (Block block : blocks("java")) {
			sources.add(block.source("Block" + sources.size()));
		}
		assertThat(sources).hasSizeGreaterThan(10);
		assertThat(CompiledText.compile(sources, this.classes)).isEmpty();
	}

	@Test
	void everyPropertyIsKnown() throws IOException {
		Set<String> known = new TreeSet<>();
		try (InputStream in = getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			JsonNode metadata = JsonMapper.shared().readTree(in);
			metadata.path("properties").forEach((property) -> known.add(property.path("name").asString()));
		}
		List<String> unknown = new ArrayList<>();
		int count = 0;
		for (Block block : blocks("properties")) {
			for (String line : block.text().lines().filter((each) -> each.startsWith("migration.")).toList()) {
				count++;
				String name = line.substring(0, line.indexOf('=')).replaceAll("\\[\\d+]$", "");
				String common = name.replaceFirst("^migration\\.databases\\.[\\w-]+\\.(?!data-source|primary)",
						"migration.");
				if (!known.contains(common) && !common
					.matches("migration\\.(databases\\.[\\w-]+\\.(data-source|primary)|arguments\\..+)")) {
					unknown.add(block + ": " + name);
				}
			}
		}
		assertThat(count).isPositive();
		assertThat(unknown).isEmpty();
	}

	@Test
	void everyCommandIsUnderstood() throws IOException {
		List<String> refused = new ArrayList<>();
		int count = 0;
		for (Block block : blocks("shell")) {
			Matcher command = COMMAND.matcher(block.text());
			while (command.find()) {
				count++;
				String problem = problem(words(command.group(1)).toArray(String[]::new));
				if (!problem.isEmpty()) {
					refused.add(block + ": " + command.group(1) + ": " + problem);
				}
			}
		}
		assertThat(count).isGreaterThan(15);
		assertThat(refused).isEmpty();
	}

	/**
	 * Only what is wrong, or needs no database, is answered without one.
	 */
	private static String problem(String... arguments) {
		StringWriter err = new StringWriter();
		MigrateCli cli = new MigrateCli(() -> {
			throw new IllegalStateException("No database is needed here");
		}, new PrintWriter(new StringWriter()), new PrintWriter(err));
		return (cli.isSelfContained(arguments) && cli.run(arguments) != 0) ? err.toString() : "";
	}

	private static List<String> words(String command) {
		List<String> words = new ArrayList<>();
		Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(command.strip());
		while (word.find()) {
			words.add((word.group(1) != null) ? word.group(1) : word.group(2));
		}
		return words;
	}

	@Test
	void everyLinkLeadsSomewhere() throws IOException {
		List<String> broken = new ArrayList<>();
		for (Path document : documents()) {
			Matcher link = LINK.matcher(Files.readString(document));
			while (link.find()) {
				String target = link.group(1);
				if (!target.contains("://") && !leadsSomewhere(document, target)) {
					broken.add(document + ": " + target);
				}
			}
		}
		assertThat(broken).isEmpty();
	}

	private static boolean leadsSomewhere(Path document, String target) throws IOException {
		String[] parts = target.split("#", 2);
		Path file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
		return Files.exists(file) && (parts.length == 1 || Files.readString(file)
			.lines()
			.filter((line) -> line.startsWith("#"))
			.map(DocumentationTests::anchor)
			.anyMatch(parts[1]::equals));
	}

	/**
	 * As GitHub makes it of a heading.
	 */
	private static String anchor(String heading) {
		return heading.replaceFirst("^#+ ", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{L}\\p{N} _-]", "")
			.replace(' ', '-');
	}

	private static List<Path> documents() throws IOException {
		try (Stream<Path> docs = Files.list(Path.of("../docs"))) {
			return Stream.concat(Stream.of(Path.of("../README.md")), docs)
				.filter((path) -> path.toString().endsWith(".md"))
				.sorted()
				.toList();
		}
	}

	private static List<Block> blocks(String language) throws IOException {
		List<Block> blocks = new ArrayList<>();
		for (Path document : documents()) {
			String text = Files.readString(document);
			Matcher block = BLOCK.matcher(text);
			while (block.find()) {
				if (block.group(1).equals(language)) {
					long line = text.substring(0, block.start()).lines().count() + 1;
					blocks.add(new Block(document.getFileName() + ":" + line, block.group(2)));
				}
			}
		}
		return blocks;
	}

	/**
	 * A block of code in a document.
	 */
	private record Block(String place, String text) {

		private static final Pattern TYPE = Pattern
			.compile("^(?:public |final |abstract )*(?:class|interface|record|enum) (\\w+)", Pattern.MULTILINE);

		private static final Pattern STATEMENT = Pattern.compile("^(?!return|throw|import|package)[\\w. <>]+[.(=].*;$",
				Pattern.MULTILINE);

		/**
		 * Statements are written as they stand in a revision, beans as in a
		 * configuration.
		 */
		CompiledText source(String name) {
			String whole = whole(name);
			Matcher type = TYPE.matcher(whole);
			return new CompiledText(this.place, type.find() ? type.group(1) : name, whole);
		}

		private String whole(String name) {
			if (this.text.startsWith("package ")) {
				return this.text;
			}
			if (this.text.startsWith("@Bean")) {
				return IMPORTS + "class " + name + " {\n" + this.text + "}\n";
			}
			if (TYPE.matcher(this.text).find() && !STATEMENT.matcher(this.text).find()) {
				return IMPORTS + this.text;
			}
			return IMPORTS + "class " + name + " {\nvoid body(Operations op, Migrator migrator) {\n" + this.text
					+ "}\n}\n";
		}

		@Override
		public String toString() {
			return this.place;
		}

	}

}
