package dev.migration.sample.documents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.migration.test.CommandLines;
import dev.migration.test.Document;
import dev.migration.test.DocumentBlock;
import dev.migration.test.DocumentStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documents that show what a command prints, each with what it takes for granted.
 */
@ExtendWith(OutputCaptureExtension.class)
class DocumentExamplesTests {

	private static final String TEAM = """
			package com.example.shop;

			import jakarta.persistence.*;

			@Entity
			public class Team {

				@Id
				@GeneratedValue(strategy = GenerationType.IDENTITY)
				private Long id;

				@Column(nullable = false, length = 80)
				private String name;

			%s
			}
			""";

	private static final String SLUG = """
				@Column(nullable = false, length = 120, unique = true)
				private String slug;
			""";

	/** The section whose revisions are those of the sample. */
	private static final String HISTORY = "Looking at the history";

	private static final String HOOK = """
			package com.example.shop;

			import java.util.List;

			import dev.migration.*;
			import org.springframework.core.annotation.Order;
			import org.springframework.stereotype.Component;

			""";

	@TempDir
	private Path folder;

	@Test
	void theCommandLine(CapturedOutput log) throws Exception {
		Project project = new Project(this.folder);
		InProcessApplication sample = SampleApplication.in(this.folder);
		sample.migrate(List.of("upgrade", "e8831b6f0d25", "a94f20c7d51e"));
		List<String> parts = List.of("In a project: `./migrate`", "Writing revisions", HISTORY);
		try (ProjectReader reader = new ProjectReader(project, log)) {
			DocumentStory.of("command-line.md").play((block, line) -> {
				if (block.section().equals(HISTORY)) {
					return sample.migrate(CommandLines.migrate(line).orElseThrow());
				}
				return reader.run(block, line);
			}, (block) -> parts.contains(block.section()));
		}
	}

	@Test
	void autogenerate(CapturedOutput log) throws Exception {
		Project project = new Project(this.folder);
		project.writeJava(TEAM.formatted(""));
		project.build().migrate(List.of("revision", "--autogenerate", "-m", "create team"));
		project.build().migrate(List.of("upgrade", "head"));
		project.writeJava(TEAM.formatted(SLUG));
		try (ProjectReader reader = new ProjectReader(project, log)) {
			DocumentStory.of("autogenerate.md").play(reader, (block) -> block.section().equals("Autogenerate"));
		}
	}

	@Test
	void hooks() throws Exception {
		Project project = new Project(this.folder);
		writeSql(project, "a1", "", "CREATE TABLE change_log (revision text, direction text, ticket text);", "");
		writeSql(project, "b1", "-- revises: a1", "CREATE TABLE team (id integer);", "DROP TABLE team;");
		List<String> printed = new ArrayList<>();
		DocumentStory.of("hooks.md").play(new DocumentStory.Reader() {

			@Override
			public String run(DocumentBlock block, String line) throws Exception {
				printed.add(project.build().migrate(CommandLines.migrate(line).orElseThrow()));
				return printed.get(printed.size() - 1);
			}

			@Override
			public void read(DocumentBlock block, String text) throws Exception {
				project.writeJava(HOOK + text);
				project.build().migrate(List.of("upgrade", "head"));
			}

		});
		assertThat(printed).last().asString().startsWith("downgrade b1 -> a1");
		assertThat(project.query("SELECT ticket FROM change_log WHERE direction = 'downgrade'"))
			.containsExactly("HACK-12");
	}

	private static void writeSql(Project project, String id, String revises, String upgrade, String downgrade)
			throws Exception {
		project.write("src/main/resources/db/revisions/" + id + ".sql",
				"-- revision: %s%n%s%n-- upgrade%n%s%n-- downgrade%n%s%n".formatted(id, revises, upgrade, downgrade));
	}

	@Test
	void takingOverADatabase(CapturedOutput log) throws Exception {
		Project project = new Project(this.folder);
		project.execute("CREATE TABLE flyway_schema_history (installed_rank int, version varchar(50), "
				+ "description varchar(200), type varchar(20), script varchar(1000), checksum int, success boolean)",
				"INSERT INTO flyway_schema_history VALUES (1, '1', 'create team', 'SQL', 'V1.sql', 7, 1)",
				"INSERT INTO flyway_schema_history VALUES (2, '2', 'add slug', 'SQL', 'V2.sql', 8, 1)",
				"CREATE TABLE team (id integer PRIMARY KEY, name varchar(80), slug varchar(80))",
				"CREATE INDEX ix_team_name ON team (name)", "CREATE VIEW team_slug AS SELECT slug FROM team",
				"CREATE VIRTUAL TABLE note USING fts5(text)");
		try (ProjectReader reader = new ProjectReader(project, log)) {
			DocumentStory.of("coming-from.md")
				.play(reader, (block) -> block.section().startsWith("Taking over a database"));
		}
		assertThat(project.build().migrate(List.of("history", "-i"))).startsWith("<base> -> ")
			.endsWith("(head) (current), adopt the schema of Flyway\n");
	}

	@Test
	void takingOverWhatHibernateMade() throws Exception {
		Project project = new Project(this.folder);
		project.writeJava(TEAM.formatted(SLUG));
		project.build()
			.start("--spring.jpa.hibernate.ddl-auto=create", "--migration.enabled=false", "--logging.level.root=warn")
			.close();
		List<String> printed = new ArrayList<>();
		for (DocumentBlock block : Document.of("coming-from.md").blocks()) {
			if (block.section().equals("From `ddl-auto`") && block.language().equals("shell")) {
				for (String line : CommandLines.of(block)) {
					printed.add(project.build().migrate(CommandLines.migrate(line).orElseThrow()));
				}
			}
		}
		assertThat(printed).hasSize(2).last().asString().startsWith("No drift");
	}

	@Test
	void health(CapturedOutput log) throws Exception {
		InProcessApplication sample = SampleApplication.in(this.folder);
		sample.migrate(List.of("upgrade", "0d6e8c41f7b3"));
		List<String> arguments = new ArrayList<>(List.of("--migration.on-startup=none",
				"--management.endpoint.health.show-details=always", "--spring.jpa.hibernate.ddl-auto=none"));
		Document.of("observability.md")
			.blocks()
			.stream()
			.filter((block) -> block.language().equals("properties") && block.section().equals("Health"))
			.forEach((block) -> block.text().lines().forEach((line) -> arguments.add("--" + line)));
		try (ApplicationReader reader = new ApplicationReader(log) {

			@Override
			InProcessApplication application() {
				return sample;
			}

		}) {
			reader.start(arguments);
			DocumentStory.of("observability.md").play(reader, (block) -> block.section().equals("Health"));
		}
	}

}
