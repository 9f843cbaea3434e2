package dev.migration.autogenerate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;

import dev.migration.RenameDecision;
import dev.migration.autogenerate.ComparisonHook.ObjectKind;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.sqlite.SqliteDialect;
import dev.migration.operation.Batch;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.DataOperation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnName;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Types;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an application changes in a comparison, and the rules around it, on SQLite.
 */
class ComparisonHookTests {

	private static final Table WANTED = table("t", column("a", Types.bigint()),
			column("b", Types.text()).serverDefault(literal("x")), column("c", Types.text()));

	@Test
	void withoutAHookAllIsFound() throws Exception {
		assertThat(detected(WANTED)).containsExactly("added column 't.c'",
				"type change from integer to bigint on column 't.a'", "server default on column 't.b'",
				"removed table 'extra'");
	}

	@Test
	void aHookLeavesOutTables() throws Exception {
		assertThat(detected(WANTED, new ComparisonHook() {

			@Override
			public Boolean includesTable(QualifiedName table, boolean isTarget) {
				return isTarget;
			}

		})).doesNotContain("removed table 'extra'").contains("added column 't.c'");
	}

	@Test
	void aHookLeavesOutObjects() throws Exception {
		assertThat(detected(WANTED, new ComparisonHook() {

			@Override
			public @Nullable Boolean includesObject(ObjectKind kind, QualifiedName owner, @Nullable String name) {
				return (kind == ObjectKind.COLUMN && "c".equals(name)) ? Boolean.FALSE : null;
			}

		})).doesNotContain("added column 't.c'").hasSize(3);
	}

	@Test
	void aHookComparesTypesAndDefaultsAndTheFirstOpinionCounts() throws Exception {
		ComparisonHook same = new ComparisonHook() {

			@Override
			public @Nullable Boolean typesDiffer(ColumnName column, Column inspected, Column target) {
				return false;
			}

			@Override
			public @Nullable Boolean defaultsDiffer(ColumnName column, Column inspected, Column target) {
				return false;
			}

		};
		ComparisonHook other = new ComparisonHook() {

			@Override
			public @Nullable Boolean typesDiffer(ColumnName column, Column inspected, Column target) {
				return true;
			}

		};
		assertThat(detected(WANTED, same, other)).containsExactly("added column 't.c'", "removed table 'extra'");
	}

	@Test
	void aHookAddsChangesAndTheNextOneRewritesThem() throws Exception {
		ComparisonHook adding = new ComparisonHook() {

			@Override
			public List<ProposedChange> compare(Connection connection) {
				return List.of(ProposedChange.of(new DataOperation.ExecuteStatement("SELECT 1", Map.of()), "a grant"));
			}

		};
		ComparisonHook last = new ComparisonHook() {

			@Override
			public List<ProposedChange> rewrite(List<ProposedChange> changes) {
				return changes.subList(changes.size() - 1, changes.size());
			}

		};
		assertThat(detected(WANTED, adding, last)).containsExactly("a grant");
	}

	@Test
	void theTablesOfOtherToolsStay() {
		assertThat(OtherTools.isTable(QualifiedName.of("QRTZ_LOCKS"))).isTrue();
		assertThat(OtherTools.isTable(QualifiedName.of("flyway_schema_history"))).isTrue();
		assertThat(OtherTools.isTable(QualifiedName.of("team"))).isFalse();
	}

	@Test
	void aWideningNeedsNoRemarkAndANarrowingSaysWhatCanHappen() {
		QualifiedName t = QualifiedName.of("t");
		assertThat(Conversions.remarks(t, column("a", Types.integer()), column("a", Types.bigint()))).isEmpty();
		assertThat(Conversions.remarks(t, column("a", Types.varchar(9)), column("a", Types.text()))).isEmpty();
		assertThat(Conversions.remarks(t, column("a", Types.varchar(9)), column("a", Types.varchar(5))))
			.containsExactly("t.a becomes narrower, varchar(9) to varchar(5): this fails, or cuts the value, where one"
					+ " does not fit.");
		assertThat(Conversions.remarks(t, column("a", Types.varchar(9)), column("a", Types.uuid()))).singleElement()
			.asString()
			.contains("are converted from varchar(9) to uuid");
	}

	@Test
	void changesOfOneTableInARowAreOneBatch() throws Exception {
		List<ProposedChange> batched = TableBatches.of(compare(WANTED));
		assertThat(batched).hasSize(2);
		assertThat(batched.get(0).operation()).isInstanceOfSatisfying(Batch.class,
				(batch) -> assertThat(batch.operations()).hasSize(3).allMatch(ColumnOperation.class::isInstance));
		assertThat(batched.get(1).operation()).isInstanceOf(TableOperation.DropTable.class);
	}

	private static List<String> detected(Table wanted, ComparisonHook... hooks) throws Exception {
		return compare(wanted, hooks).stream().map(ProposedChange::detected).toList();
	}

	private static List<ProposedChange> compare(Table wanted, ComparisonHook... hooks) throws Exception {
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
			connection.createStatement().execute("CREATE TABLE t (a integer, b text)");
			connection.createStatement().execute("CREATE TABLE extra (a integer)");
			SqliteDialect dialect = new SqliteDialect();
			return new Autogenerator(connection, dialect,
					RenderContext.online(dialect.version(connection), connection, NamingConvention.DEFAULT),
					new ComparisonSettings(true, true, List.of(), NamingConvention.DEFAULT, List.of(hooks)))
				.compare(TargetSchema.of(new Schema(List.of(wanted), List.of(), List.of(), List.of())), List.of(),
						Map.of(), RenameDecision.ACCEPT_DROP);
		}
	}

}
