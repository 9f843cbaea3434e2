package dev.migration.boot.documents;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.migration.Migration;
import dev.migration.Migrator;
import dev.migration.Operations;
import dev.migration.RevisionHeader;
import dev.migration.runtime.MigratorBuilder;
import dev.migration.script.RevisionScript;
import dev.migration.script.RevisionScripts;
import dev.migration.test.CompiledText;
import dev.migration.test.Document;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Every block of Java in the documents compiles, and statements also run: those of
 * operations.md in a test of their own, which needs them in their order, the others each
 * on a table {@code team} on SQLite. Revisions are run by {@link RevisionBlocksTests}.
 */
class JavaBlocksTests {

	@TempDir
	private Path classes;

	@Test
	void everyBlockCompilesAndStatementsRun() throws Exception {
		List<JavaBlock> blocks = Document.blocksIn("java").stream().map(JavaBlock::new).toList();
		assertThat(blocks).hasSizeGreaterThan(20);
		List<CompiledText> sources = new ArrayList<>();
		for (int i = 0; i < blocks.size(); i++) {
			sources.add(blocks.get(i).source("Block" + i));
		}
		compile(sources);
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.classes.toUri().toURL() },
				getClass().getClassLoader())) {
			for (int i = 0; i < blocks.size(); i++) {
				JavaBlock block = blocks.get(i);
				if (block.isStatements() && !block.block().document().equals("operations.md")) {
					Class<?> type = loader.loadClass("Block" + i);
					StatementsBlock statements = (StatementsBlock) type.getDeclaredConstructor().newInstance();
					assertThatCode(() -> run(block, statements)).as(block.toString()).doesNotThrowAnyException();
				}
			}
		}
	}

	/**
	 * Two blocks may show the same class, before and after a change.
	 */
	private void compile(List<CompiledText> sources) {
		List<CompiledText> again = new ArrayList<>();
		Map<URI, CompiledText> together = new LinkedHashMap<>();
		for (CompiledText source : sources) {
			if (together.putIfAbsent(source.toUri(), source) != null) {
				again.add(source);
			}
		}
		assertThat(CompiledText.compile(List.copyOf(together.values()), this.classes)).isEmpty();
		if (!again.isEmpty()) {
			compile(again);
		}
	}

	private static void run(JavaBlock block, StatementsBlock statements) {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		List<RevisionScript> scripts = new ArrayList<>();
		Migrator migrator = MigratorBuilder.forDataSource(database.dataSource())
			.revisions(() -> new RevisionScripts(scripts, List.of(), List.of()))
			.build();
		scripts.add(new Script("a1", List.of(), JavaBlocksTests::createTeam));
		if (block.text().contains("op.")) {
			scripts.add(new Script("b1", List.of("a1"), (op) -> statements.run(op, migrator)));
		}
		migrator.upgrade("head");
		if (!block.text().contains("op.")) {
			statements.run(null, migrator);
		}
	}

	private static void createTeam(Operations op) {
		op.execute("CREATE TABLE team (id INTEGER PRIMARY KEY AUTOINCREMENT, name varchar(80), slug varchar(80), "
				+ "size varchar(10), UNIQUE (slug), CHECK (size > 0))");
	}

	/**
	 * A revision whose upgrade is at hand.
	 */
	private record Script(String id, List<String> revises, Consumer<Operations> upgrade) implements RevisionScript {

		@Override
		public RevisionHeader header() {
			return new RevisionHeader(this.id, this.revises, List.of(), List.of(), this.id, null, this.id);
		}

		@Override
		public boolean isReversible(String dialect) {
			return false;
		}

		@Override
		public Migration load() {
			return new Migration() {

				@Override
				public void upgrade(Operations op) {
					Script.this.upgrade.accept(op);
				}

			};
		}

	}

}
