package dev.migration.autogenerate;

import java.util.List;

import dev.migration.operation.EnumTypeOperation;
import dev.migration.schema.EnumType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.migration.schema.Definitions.enumType;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How an enum type becomes another one.
 */
class EnumValuesTests {

	@ParameterizedTest
	@CsvSource({ "a b, a b c, 1, 0", "a b, c a b, 1, 0", "a c, a b c, 1, 0", "a b c, a c, 1, 1", "a b c, c a b, 2, 0",
			"a b, c d, 4, 2", "a b c d, d b, 4, 2" })
	void theChangeLeadsThereAndBackWithAsFewStepsAsPossible(String from, String to, int edits, int remarks) {
		EnumType existing = enumType("mood", from.split(" "));
		EnumType wanted = enumType("mood", to.split(" "));
		List<ProposedChange> changes = EnumValues.change(existing, wanted, List.of());
		assertThat(changes).singleElement().satisfies((change) -> {
			EnumTypeOperation.AlterEnumType operation = (EnumTypeOperation.AlterEnumType) change.operation();
			assertThat(operation.result()).isEqualTo(wanted);
			assertThat(operation.change().edits()).hasSize(edits);
			assertThat(operation.change().backTo(existing).applyTo(wanted)).isEqualTo(existing);
			assertThat(change.remarks()).hasSize(remarks);
		});
	}

}
