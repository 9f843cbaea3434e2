package dev.migration.operation;

import java.util.List;
import java.util.Map;

import dev.migration.BatchOperations.Recreate;
import dev.migration.CustomOperation;
import dev.migration.Operations;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Types;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.sequence;
import static dev.migration.schema.Definitions.table;
import static dev.migration.schema.Definitions.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * That the inverses fit the database is tested on the database; here is when there is
 * one, and what is said when there is none.
 */
class InverseTests {

	private final Recording recording = new Recording();

	private final Operations op = new OperationRecorder(this.recording, NamingConvention.DEFAULT);

	@Test
	void aDropSaysThatItDoesNotKnowWhatWasThere() {
		this.op.dropTable("t");
		this.op.dropColumn("t", "c");
		this.op.dropIndex("ix", "t");
		this.op.dropUniqueConstraint("uq", "t");
		this.op.dropSequence("s");
		this.op.dropEnumType("e");
		this.op.dropView("v");
		this.op.dropTrigger("tr", "t");
		this.op.alterColumn("t", "c", (c) -> c.notNull());
		this.op.alterSequence("s", (s) -> s.incrementBy(2));
		this.op.createTableComment("t", "x");
		this.op.execute("DELETE FROM t");
		this.op.bulkInsert("t", List.of(Map.of("a", 1)));
		assertThat(this.recording.operations()).hasSize(13).allSatisfy((operation) -> {
			assertThat(operation.inverse()).isInstanceOf(Inverse.None.class);
			assertThat(((Inverse.None) operation.inverse()).reason()).containsAnyOf("does not say", "do not say");
		});
	}

	@Test
	void aDropOfWhatIsKnownIsTakenBack() {
		this.op.dropIndex(index().on("t", "a").unique());
		assertThat(inverse())
			.containsExactly(new IndexOperation.CreateIndex(index("ix_t_a").on("t", "a").unique(), false));
	}

	@Test
	void severalAreTakenBackFromTheLast() {
		this.op.createTable("t", column("a", Types.text()));
		this.op.createConstraint("t", unique().on("a"));
		this.op.renameColumn("t", "a", "b");
		this.op.renameTable("t", "u");
		assertThat(inverse()).extracting(Operation::describe)
			.containsExactly("rename table u to t", "rename column t.b to a", "drop unique constraint 'uq_t_a' of t",
					"drop table t");
	}

	@Test
	void oneWithoutInverseStopsAllAndIsNamed() {
		this.op.createSequence(sequence("s"));
		this.op.dropColumn("t", "c");
		assertThat(Inverse.ofAll(this.recording.operations()))
			.isEqualTo(new Inverse.None("drop column t.c cannot be taken back: "
					+ "it does not say how the column was; drop it with its definition"));
	}

	@Test
	void aBatchIsTakenBackAsABatch() {
		this.op.inSchema("s").batchAlterTable("t", (batch) -> {
			batch.addColumn(column("a", Types.text()).unique());
			batch.createIndex(index().on("t", "a"));
			batch.recreate(Recreate.ALWAYS);
		});
		Batch back = (Batch) inverse().get(0);
		assertThat(back.table()).isEqualTo(new QualifiedName("s", "t"));
		assertThat(back.operations()).extracting(Operation::describe)
			.containsExactly("drop index ix_t_a", "drop column s.t.a");
		assertThat(back.recreate()).isEqualTo(Recreate.ALWAYS);
	}

	@Test
	void aBatchKeepsToItsTableAndMayBeEmpty() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.op.batchAlterTable("t", (batch) -> batch.createIndex(index().on("u", "a"))))
			.withMessage("A batch on table 't' cannot change an index on table 'u'");
		assertThatIllegalArgumentException().isThrownBy(
				() -> this.op.batchAlterTable("t", (batch) -> batch.existing(table("u", column("a", Types.text())))))
			.withMessageContaining("is told how table 'u' is");
		this.op.batchAlterTable("t", (batch) -> {
		});
		assertThat(this.recording.operations()).isEmpty();
		this.op.batchAlterTable("t", (batch) -> batch.columnOrder("b", "a"));
		assertThat(this.recording.operations()).hasSize(1);
	}

	@Test
	void aViewOfTheOperationsOnlyAffectsWhatIsCalledOnIt() {
		this.op.ifExists().inSchema("s").dropTable("a");
		this.op.dropTable("b");
		assertThat(this.recording.operations()).containsExactly(
				new TableOperation.DropTable(new QualifiedName("s", "a"), true, null),
				new TableOperation.DropTable(QualifiedName.of("b"), false, null));
	}

	@Test
	void anAlterationThatMentionsNothingIsNone() {
		this.op.alterColumn("t", "c", (c) -> c);
		assertThat(this.recording.operations()).isEmpty();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.op.alterColumn("t", "c", (c) -> c.notNull().using("c::text")))
			.withMessageContaining("says using 'c::text' without a type");
	}

	@Test
	void aCustomOperationDoesWhatItSaysAndMayHaveAnInverse() {
		this.op.invoke(new Grant("GRANT", "TO"));
		assertThat(this.recording.operations()).singleElement().isInstanceOf(DataOperation.ExecuteScript.class);
		assertThat(new Operation.Custom(new Grant("GRANT", "TO")).inverse())
			.isEqualTo(Inverse.of(new Operation.Custom(new Grant("REVOKE", "FROM"))));
		assertThat(new Operation.Custom(new Grant("REVOKE", "FROM")).inverse())
			.isEqualTo(Inverse.none("the custom operation has no inverse"));
	}

	private List<Operation> inverse() {
		return ((Inverse.Of) Inverse.ofAll(this.recording.operations())).operations();
	}

	private record Grant(String verb, String preposition) implements CustomOperation {

		@Override
		public String describe() {
			return this.verb + " on t";
		}

		@Override
		public void apply(Operations op) {
			op.execute(this.verb + " SELECT ON t " + this.preposition + " reader");
		}

		@Override
		public @Nullable CustomOperation inverse() {
			return this.verb.equals("GRANT") ? new Grant("REVOKE", "FROM") : null;
		}

	}

}
