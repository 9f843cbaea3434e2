package dev.migration.schema;

import org.junit.jupiter.api.Test;

import static dev.migration.schema.Definitions.always;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.enumType;
import static dev.migration.schema.Definitions.foreignKey;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Definitions.sequence;
import static dev.migration.schema.Definitions.stored;
import static dev.migration.schema.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ValueTests {

	@Test
	void aChangeKeepsWhatItDoesNotMention() {
		Column before = column("a", Types.varchar(9)).notNull().serverDefault(literal("x")).comment("c").collation("C");
		ColumnChange change = ColumnChange.NONE.type(Types.text()).dropServerDefault().rename("b");
		Column after = change.applyTo(before);
		assertThat(after).isEqualTo(column("b", Types.text()).notNull().comment("c").collation("C"));
		assertThat(change.backTo(before).applyTo(after)).isEqualTo(before);
	}

	@Test
	void settingToNothingIsSomethingElseThanNotMentioning() {
		assertThat(ColumnChange.NONE.isEmpty()).isTrue();
		assertThat(ColumnChange.NONE.dropComment().isEmpty()).isFalse();
		assertThat(ColumnChange.NONE.rename("b").isEmptyButForName()).isTrue();
		assertThat(ColumnChange.NONE.nullable().isEmptyButForName()).isFalse();
	}

	@Test
	void theValuesOfAnEnumTypeGoThereAndBack() {
		EnumType mood = enumType("mood", "a", "b", "c");
		EnumTypeChange change = EnumTypeChange.NONE.removeValue("b", "a")
			.renameValue("c", "d")
			.addValueBefore("e", "a")
			.addValueAfter("f", "e")
			.addValue("g");
		EnumType after = change.applyTo(mood);
		assertThat(after.values()).containsExactly("e", "f", "a", "d", "g");
		assertThat(change.backTo(mood).applyTo(after)).isEqualTo(mood);
	}

	@Test
	void anEnumTypeWithoutSenseIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> EnumTypeChange.NONE.renameValue("x", "y").applyTo(enumType("mood", "a", "b")))
			.withMessage("The enum type 'mood' has no value 'x'; there are a, b");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> EnumTypeChange.NONE.addValue("a").applyTo(enumType("mood", "a")))
			.withMessage("The enum type 'mood' has a value twice: [a, a]");
		assertThatIllegalArgumentException().isThrownBy(() -> enumType("mood"));
	}

	@Test
	void aColumnWithoutSenseIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> column("a", Types.integer()).serverDefault(literal(1)).computed(stored("1")))
			.withMessageContaining("Column 'a' is computed");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> column("a", Types.integer()).serverDefault(literal(1)).identity())
			.withMessageContaining("Column 'a' is an identity");
		assertThatIllegalArgumentException().isThrownBy(() -> sequence("s").incrementBy(0));
		assertThatIllegalArgumentException().isThrownBy(() -> sequence("s").minValue(5).maxValue(4));
		assertThatIllegalArgumentException().isThrownBy(() -> foreignKey("fk").on("a", "b").references("t", "c"))
			.withMessageContaining("must reference as many columns as it has: [a, b] -> t[c]");
	}

	@Test
	void aSchemaIsForWhatSaysNone() {
		Table billing = table("invoice", column("id", Types.bigint()).primaryKey(),
				column("mood", Types.array(Types.enumeration("mood", "a"))), column("user_id", Types.bigint()),
				foreignKey("fk_a").on("user_id").references("account", "id"),
				foreignKey("fk_b").on("user_id").referencesIn("auth", "user", "id"))
			.in("billing");
		assertThat(billing.name()).hasToString("billing.invoice");
		assertThat(billing.foreignKeys()).extracting((key) -> key.referencedTable().toString())
			.containsExactly("billing.account", "auth.user");
		assertThat(billing.columns().get(1).type())
			.isEqualTo(Types.array(Types.enumeration(enumType("mood", "a").in("billing"))));
		assertThat(billing.in("other")).isEqualTo(billing);
	}

	@Test
	void aTableIsMadeAgainOfItsElements() {
		Table table = table("t", column("id", Types.bigint()).primaryKey().identity(always()),
				column("a", Types.text()).unique().check("a <> ''"), Definitions.comment("c"),
				Definitions.option("mysql", "ENGINE = InnoDB"));
		Table again = Table.of(table.name(), table.elements());
		assertThat(again.constraints()).isEqualTo(table.constraints());
		assertThat(again.comment()).isEqualTo("c");
		assertThat(again.options()).isEqualTo(table.options());
		assertThat(again.column("id")).isNotNull().extracting(Column::isIdentity).isEqualTo(true);
	}

}
