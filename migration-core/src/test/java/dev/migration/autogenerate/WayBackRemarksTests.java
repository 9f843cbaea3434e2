package dev.migration.autogenerate;

import java.util.List;

import dev.migration.BatchOperations.Recreate;
import dev.migration.operation.Batch;
import dev.migration.operation.ColumnOperation.AddColumn;
import dev.migration.operation.ColumnOperation.AlterColumn;
import dev.migration.operation.ConstraintOperation.CreateConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Type;
import org.junit.jupiter.api.Test;

import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Types.enumeration;
import static dev.migration.schema.Types.integer;
import static dev.migration.schema.Types.sqlType;
import static dev.migration.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person is told about the rows when a downgrade runs, and when an enum changes.
 */
class WayBackRemarksTests {

	private static final QualifiedName TEAM = QualifiedName.of("team");

	@Test
	void lostValuesThatMustBeThereAreAQuestion() {
		assertThat(WayBackRemarks.of(new AddColumn(TEAM, column("name", varchar(9)).notNull(), false))).singleElement()
			.asString()
			.startsWith("This fails while team has rows, as the values of name are gone");
		assertThat(WayBackRemarks.of(new AddColumn(TEAM, column("name", varchar(9)), false))).isEmpty();
		assertThat(WayBackRemarks
			.of(new AddColumn(TEAM, column("name", varchar(9)).notNull().serverDefault(literal("")), false))).isEmpty();
	}

	@Test
	void whatHasBecomeWiderOrNullableMayNotFitAnyMoreAlsoInABatch() {
		AlterColumn alter = alter(varchar(100), ColumnChange.NONE.type(varchar(9)).notNull());
		List<String> remarks = WayBackRemarks.of(new Batch(TEAM, List.of(alter), Recreate.AUTO, List.of(), null));
		assertThat(remarks).hasSize(3);
		assertThat(remarks.get(0)).startsWith("team.name becomes narrower, varchar(100) to varchar(9)");
		assertThat(remarks.get(2)).isEqualTo("op.execute(\"UPDATE team SET name = … WHERE name IS NULL\");");
		assertThat(WayBackRemarks.of(alter(integer(), ColumnChange.NONE.type(varchar(9)).nullable()))).isEmpty();
	}

	@Test
	void aCheckThatComesBackMayNotHoldAnyMore() {
		assertThat(WayBackRemarks.of(new CreateConstraint(TEAM, check("ck_size", "size > 0"), false)))
			.containsExactly("This fails while a row of team does not fit check constraint 'ck_size'.");
	}

	@Test
	void onlyValuesOfAnEnumThatGoAreAQuestion() {
		Column few = column("mood", sqlType("enum('it''s','b')"));
		Column more = column("mood", sqlType("enum('b','c','it''s')"));
		assertThat(Conversions.remarks(TEAM, few, more)).isEmpty();
		assertThat(Conversions.remarks(TEAM, more, few)).containsExactly(
				"This fails while a row has 'c'. Say what such rows get:",
				"op.execute(\"UPDATE team SET mood = … WHERE mood = 'c'\");");
		assertThat(Conversions.remarks(TEAM, more, column("mood", varchar(9)))).singleElement()
			.asString()
			.startsWith("The values of team.mood are converted from enum('b','c','it''s') to varchar(9)");
		Type written = varchar(9).on("mariadb", enumeration("mood", "b", "c"));
		assertThat(WayBackRemarks.of(alter(written, ColumnChange.NONE.type(sqlType("enum('b')"))))).hasSize(2);
	}

	private static AlterColumn alter(Type from, ColumnChange change) {
		return new AlterColumn(TEAM, "name", change, column("name", from));
	}

}
