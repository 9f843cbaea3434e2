package dev.migration.autogenerate.source;

import dev.migration.RevisionBody;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.migration.UnwritableChangeException;
import dev.migration.operation.DataOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.Recording;
import dev.migration.schema.Table;
import dev.migration.schema.TableElement;
import org.junit.jupiter.api.Test;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.foreignKey;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Types.bigint;
import static dev.migration.schema.Types.text;
import static dev.migration.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Revisions that come near to what a class file can hold.
 */
class JavaSourceSizeTests {

	@Test
	void aVeryLongRevisionIsSplitAndCompiles() {
		List<Operation> upgrade = Recording.of((op) -> {
			for (int i = 0; i < 300; i++) {
				String name = "table_" + i;
				List<TableElement> elements = new ArrayList<>();
				for (int j = 0; j < 25; j++) {
					elements.add(column("column_" + j, varchar(j + 1)).notNull().serverDefault(literal("v" + i + j)));
				}
				op.createTable(Table.of(name, elements));
			}
		});
		List<Operation> downgrade = Recording.of((op) -> {
			for (int i = 299; i >= 0; i--) {
				op.dropTable("table_" + i);
			}
		});
		RevisionBody text = JavaSource.write(CompiledRevision.changes(upgrade), downgrade);
		assertThat(text.upgrade()).startsWith("upgradePart1(op);\nupgradePart2(op);\n");
		assertThat(text.downgrade()).isEqualTo("downgradePart1(op);\ndowngradePart2(op);");
		CompiledRevision revision = CompiledRevision.of(text);
		assertThat(revision.upgraded()).isEqualTo(upgrade);
		assertThat(revision.downgraded()).isEqualTo(downgrade);
	}

	@Test
	void aTextThatIsLongerThanAConstantCompiles() {
		List<Operation> operations = Recording.of((op) -> {
			op.execute("x".repeat(70_000));
			op.execute("ü\n".repeat(40_000));
		});
		assertThat(CompiledRevision.of(operations).upgraded()).isEqualTo(operations);
	}

	@Test
	void manyRowsAreInsertedByStatementsThatCompile() {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (int i = 0; i < 5000; i++) {
			rows.add(Map.of("id", i, "name", "name " + i, "price", new BigDecimal("1.50")));
		}
		List<Operation> recorded = CompiledRevision.of(Recording.of((op) -> op.bulkInsert("item", rows))).upgraded();
		assertThat(recorded).hasSizeGreaterThan(1)
			.flatExtracting((operation) -> ((DataOperation.BulkInsert) operation).rows())
			.isEqualTo(rows);
	}

	@Test
	void aFirstRevisionOfAThousandTablesCompiles() {
		List<Operation> upgrade = Recording.of((op) -> {
			for (int i = 0; i < 1000; i++) {
				op.createTable("table_" + i, column("id", bigint()).identity().primaryKey(),
						column("name_" + i, varchar(100)).notNull().unique(), column("parent_id", bigint()),
						column("remark", text()).comment("the remark of " + i),
						foreignKey("fk_" + i).on("parent_id").references("table_" + (i / 2), "id"));
				op.createIndex(index("ix_" + i).on("table_" + i, "parent_id"));
			}
		});
		List<Operation> downgrade = Recording.of((op) -> {
			for (int i = 999; i >= 0; i--) {
				op.dropTable("table_" + i);
			}
		});
		CompiledRevision revision = CompiledRevision.of(JavaSource.write(CompiledRevision.changes(upgrade), downgrade));
		assertThat(OperationText.of(revision.upgraded())).isEqualTo(OperationText.of(upgrade));
		assertThat(revision.downgraded()).isEqualTo(downgrade);
	}

	@Test
	void theWidestTableOfPostgresqlCompiles() {
		List<TableElement> elements = new ArrayList<>();
		for (int i = 0; i < 1600; i++) {
			elements.add(column("column_" + i, varchar(i + 1)).notNull());
		}
		List<Operation> operations = Recording.of((op) -> op.createTable(Table.of("wide", elements)));
		assertThat(CompiledRevision.of(operations).upgraded()).isEqualTo(operations);
	}

	@Test
	void aTableThatNoMethodCanHoldIsSaidWithAWayOut() {
		List<TableElement> elements = new ArrayList<>();
		for (int i = 0; i < 1600; i++) {
			elements.add(column("column_" + i, varchar(i + 1)).notNull()
				.serverDefault(literal("value " + i))
				.collation("C")
				.comment("the column " + i));
		}
		List<Operation> operations = Recording.of((op) -> op.createTable(Table.of("wide", elements)));
		assertThatExceptionOfType(UnwritableChangeException.class)
			.isThrownBy(() -> JavaSource.write(CompiledRevision.changes(operations), List.of()))
			.withMessageContaining("op.createTable(\"wide\",")
			.withMessageContaining("more than a method can hold")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("--format sql"));
	}

	@Test
	void asManyChangesOfColumnsAsAClassCanHoldCompile() {
		List<Operation> operations = alterations(4800);
		assertThat(CompiledRevision.of(operations).upgraded()).isEqualTo(operations);
	}

	@Test
	void moreChangesOfColumnsThanAClassCanHoldAreSaidWithAWayOut() {
		List<Operation> operations = alterations(6000);
		assertThatExceptionOfType(UnwritableChangeException.class)
			.isThrownBy(() -> JavaSource.write(CompiledRevision.changes(operations), List.of()))
			.withMessageContaining("6000 changes")
			.withMessageContaining("more than a class can hold");
	}

	private static List<Operation> alterations(int count) {
		return Recording.of((op) -> {
			for (int i = 0; i < count; i++) {
				op.alterColumn("table_" + i, "column_" + i, (change) -> change.notNull());
			}
		});
	}

}
