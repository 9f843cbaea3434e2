package dev.migration.runtime;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.migration.Operations;
import dev.migration.RevisionBody;
import dev.migration.SqlScript;
import dev.migration.UnwritableChangeException;
import dev.migration.autogenerate.ProposedChange;
import dev.migration.autogenerate.source.SqlSource;
import dev.migration.dialect.Dialect;
import dev.migration.dialect.RenderContext;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.DataOperation;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Types;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is written as SQL, run as a revision would run it.
 */
class SqlSourceTests {

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL", "H2", "MARIADB" })
	void theTextMakesTheSameSchemaAsTheOperationsAndTakesItBack(Kind kind) throws Exception {
		for (int seed = 1; seed <= 4; seed++) {
			TargetSchema target = TargetSchema.of(new RandomModel(seed, kind).schema());
			AutogenRun byOperations = new AutogenRun(TestDatabase.create(kind));
			List<ProposedChange> changes = byOperations.compare(target);
			byOperations.upgrade(changes);
			TestDatabase database = TestDatabase.create(kind);
			AutogenRun byText = new AutogenRun(database);
			RevisionBody body = write(database, changes, AutogenRun.inverse(changes));
			byText.upgrade(script(body.upgrade()), script(body.downgrade()));
			Map<String, Object> expected = byOperations.inspect(target);
			assertThat(byText.inspect(target)).as("seed " + seed + "\n" + body.upgrade()).isEqualTo(expected);
			byText.downgrade("base");
			assertThat(byText.inspect(target)).as("seed " + seed + "\n" + body.downgrade()).isEmpty();
		}
	}

	@Test
	void valuesStandInTheirPlaces() throws Exception {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		RevisionBody body = write(database,
				List.of(change(new TableOperation.CreateTable(
						table("note", column("text", Types.varchar(40)).serverDefault(literal("a;b 'c'\n"))), false)),
						change(new DataOperation.BulkInsert(QualifiedName.of("note"),
								List.of(Map.of("text", "it's; -- no comment"))))),
				List.of());
		new AutogenRun(database).upgrade(script(body.upgrade()), (op) -> {
		});
		assertThat(database.query("SELECT text FROM note")).containsExactly("it's; -- no comment");
	}

	@Test
	void aRemarkIsNoSection() throws Exception {
		ProposedChange change = new ProposedChange(
				new IndexOperation.CreateIndex(index("ix").on("note", "text"), false), "",
				List.of("downgrade", "Look at it."));
		RevisionBody body = write(TestDatabase.create(Kind.SQLITE), List.of(change), List.of());
		assertThat(body.upgrade().lines()).contains("-- note: downgrade", "-- Look at it.",
				"CREATE INDEX ix ON note (text);");
	}

	@Test
	void whatDependsOnTheDatabaseSaysSoAndNamesTheWayOut() throws Exception {
		Operation retyped = new ColumnOperation.AlterColumn(QualifiedName.of("note"), "text",
				ColumnChange.NONE.type(Types.text()), new Column("text", Types.varchar(3)));
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		assertThatExceptionOfType(UnwritableChangeException.class)
			.isThrownBy(() -> write(database, List.of(change(retyped)), List.of()))
			.withMessageContaining("text")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("--format java"));
	}

	private static ProposedChange change(Operation operation) {
		return ProposedChange.of(operation, "");
	}

	private static RevisionBody write(TestDatabase database, List<ProposedChange> upgrade, List<Operation> downgrade)
			throws Exception {
		try (Connection connection = database.connect()) {
			Dialect dialect = AutogenRun.dialect(connection);
			return SqlSource.write(upgrade, downgrade, dialect,
					RenderContext.offline(dialect.version(connection), NamingConvention.DEFAULT));
		}
	}

	private static Consumer<Operations> script(String text) {
		return (op) -> op.execute(new SqlScript(text, "test.sql", 1));
	}

}
