package dev.migration.boot.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migration.IrreversibleRevisionException;
import dev.migration.Migrator;
import dev.migration.boot.autoconfigure.MigrationAutoConfiguration;
import dev.migration.test.CompiledText;
import dev.migration.test.Document;
import dev.migration.test.DocumentBlock;
import dev.migration.test.OwnFilesClassLoader;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The revisions of each document, in Java and in SQL, are one graph, and run up and down.
 * Other SQL is run by {@link SecurityDocumentTests}.
 */
class RevisionBlocksTests {

	private static final Pattern SQL_ID = Pattern.compile("^-- revision: (\\S+)$", Pattern.MULTILINE);

	@TempDir
	private Path folder;

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void theRevisionsOfEachDocumentRun(TestDatabase.Kind kind) throws IOException {
		Map<String, List<DocumentBlock>> documents = new LinkedHashMap<>();
		for (DocumentBlock block : revisions()) {
			documents.computeIfAbsent(block.document(), (name) -> new ArrayList<>()).add(block);
		}
		assertThat(documents).isNotEmpty();
		for (Map.Entry<String, List<DocumentBlock>> document : documents.entrySet()) {
			run(write(document.getKey(), document.getValue()), TestDatabase.create(kind), document.getValue());
		}
	}

	private static List<DocumentBlock> revisions() {
		List<DocumentBlock> revisions = new ArrayList<>();
		Document.blocksIn("java").stream().filter((block) -> new JavaBlock(block).isRevision()).forEach(revisions::add);
		Document.blocksIn("sql").stream().filter(RevisionBlocksTests::isRevision).forEach(revisions::add);
		return revisions;
	}

	private static boolean isRevision(DocumentBlock sql) {
		return SQL_ID.matcher(sql.text()).find();
	}

	private Path write(String document, List<DocumentBlock> blocks) throws IOException {
		Path classes = Files.createDirectories(this.folder.resolve(document));
		Path sqlFiles = Files.createDirectories(classes.resolve("db/revisions"));
		for (DocumentBlock block : blocks) {
			if (block.language().equals("java")) {
				assertThat(CompiledText.compile(List.of(new JavaBlock(block).source("Revision")), classes)).isEmpty();
			}
			else {
				Matcher id = SQL_ID.matcher(block.text());
				assertThat(id.find()).isTrue();
				Files.writeString(sqlFiles.resolve(id.group(1) + ".sql"), block.text());
			}
		}
		return classes;
	}

	private static void run(Path classes, TestDatabase database, List<DocumentBlock> blocks) {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class))
			.withClassLoader(new OwnFilesClassLoader(classes, "db/"))
			.withPropertyValues("migration.on-startup=none", "spring.datasource.url=" + database.jdbcUrl(),
					"spring.datasource.username=" + database.user(),
					"spring.datasource.password=" + database.password(), "migration.arguments.owner=ada")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				Migrator migrator = context.getBean(Migrator.class);
				migrator.upgrade("heads");
				assertThat(migrator.status().revisions()).as(blocks.toString()).hasSameSizeAs(blocks);
				takeBack(migrator, blocks.stream().allMatch((block) -> block.text().contains("downgrade")));
			});
	}

	private static void takeBack(Migrator migrator, boolean isReversible) {
		if (isReversible) {
			migrator.downgrade("base");
			migrator.upgrade("heads");
		}
		else {
			assertThatExceptionOfType(IrreversibleRevisionException.class).isThrownBy(() -> migrator.downgrade("base"));
		}
	}

	@Test
	void otherSqlIsThatOfTheDocumentWhoseTestRunsIt() {
		assertThat(Document.blocksIn("sql")).filteredOn((block) -> !isRevision(block))
			.allSatisfy((block) -> assertThat(block.document()).isEqualTo("security.md"));
	}

}
