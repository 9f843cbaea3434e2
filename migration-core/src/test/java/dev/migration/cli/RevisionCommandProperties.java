package dev.migration.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.migration.Migrators;
import dev.migration.RevisionHeader;
import dev.migration.project.ProjectSettings;
import dev.migration.project.Projects;
import dev.migration.project.TestProject;
import dev.migration.runtime.MigratorBuilder;
import dev.migration.script.LocationRevisionSource;
import dev.migration.script.MigrationFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a revision is called, it is refused with a reason, or can be compiled and is
 * read back as it was asked for.
 */
class RevisionCommandProperties {

	private static final String LOCATION = "classpath:db/revisions";

	@Property(tries = 40)
	void everyRevisionIsRefusedOrReadBack(@ForAll("drafts") List<Draft> drafts) throws IOException {
		Path folder = Files.createTempDirectory("migration");
		try {
			List<RevisionHeader> written = new ArrayList<>();
			for (Draft draft : drafts) {
				write(folder, draft, written);
			}
			assertThat(new TestProject(folder).read(LOCATION)).containsExactlyInAnyOrderElementsOf(written);
			assertThat(new TestProject(folder).files("src")).as("nothing else was written").hasSameSizeAs(written);
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	private void write(Path folder, Draft draft, List<RevisionHeader> written) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		int code = new MigrateCli(CliEnvironment
			.of(() -> Migrators.of("db",
					MigratorBuilder.forDataSource(new DriverManagerDataSource("jdbc:sqlite:/no/such/folder/x.db"))
						.revisions(new LocationRevisionSource(List.of(LOCATION), getClass().getClassLoader(),
								MigrationFactory.withoutArguments()))
						.build()),
					new PrintWriter(out), new PrintWriter(err))
			.withProjects(Projects.of(ProjectSettings.builder().baseDirectory(folder).build()))).run("revision",
					"--message=" + draft.message(), "--rev-id=" + draft.id(), "--branch-label=" + draft.label(),
					"--format=" + draft.format(), "--head=base", "--json");
		if (code != 0) {
			assertThat(code).as(draft + "\n" + err).isIn(2, 3, 9);
			assertThat(err.toString()).startsWith("error: ");
			return;
		}
		JsonNode json = JsonMapper.shared().readTree(out.toString());
		assertThat(json.get("revision").asString()).isEqualTo(draft.id());
		assertThat(json.get("branchLabels").get(0).asString()).isEqualTo(draft.label());
		if (draft.format().equals("java")) {
			assertThat(json.get("message").asString()).isEqualTo(draft.message());
		}
		Path file = Path.of(json.get("file").asString());
		assertThat(file.getParent()).isEqualTo(folder
			.resolve(draft.format().equals("java") ? "src/main/java/db/revisions" : "src/main/resources/db/revisions"));
		String name = file.getFileName().toString();
		written.add(new RevisionHeader(draft.id(), List.of(), List.of(), List.of(draft.label()),
				json.get("message").asString(), Instant.parse(json.get("created").asString()),
				draft.format().equals("java") ? "db.revisions." + name.replace(".java", "") : "db/revisions/" + name));
	}

	@Provide
	Arbitrary<List<Draft>> drafts() {
		Arbitrary<String> id = Arbitraries.frequencyOf(
				Tuple.of(4, Arbitraries.strings().withChars("abcdef0123456789").ofMinLength(1).ofMaxLength(12)),
				Tuple.of(1, text(8)));
		Arbitrary<String> label = Arbitraries.frequencyOf(
				Tuple.of(4, Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8)), Tuple.of(1, text(8)));
		return Combinators.combine(id, text(60), label, Arbitraries.of("java", "sql"))
			.as(Draft::new)
			.list()
			.ofMinSize(1)
			.ofMaxSize(12)
			.uniqueElements((draft) -> draft.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_"));
	}

	private static Arbitrary<String> text(int length) {
		Arbitrary<String> nasty = Arbitraries.of("", " ", "\"", "\\", "\\u0022", "*/", "/*", "//", "--", "-- upgrade",
				"\n", "\r", "\r\n-- downgrade\n", "\u2028", "\u0085", "\u001a", "\ud800", "\udc00", "\ufeff", "\u202e",
				"${x}", "{{id}}", "{{{", "}}", "&lt;", "'", "$", "%s", "@", "class", "../", ":", ",", "ünï", "文字", "🎉",
				"İ", "a\u0301", "CON", "12", "_", "\t", "\f", "\\", "\\\\u000a");
		Arbitrary<String> nastyText = nasty.list().ofMaxSize(5).map((parts) -> String.join("", parts));
		// No argument of a process can hold the character zero.
		return Arbitraries
			.oneOf(nastyText, Arbitraries.strings().ofMaxLength(length),
					Arbitraries.strings().ascii().ofMaxLength(length))
			.map((text) -> text.replace("\0", ""));
	}

	/**
	 * What somebody asks for.
	 */
	record Draft(String id, String message, String label, String format) {
	}

}
