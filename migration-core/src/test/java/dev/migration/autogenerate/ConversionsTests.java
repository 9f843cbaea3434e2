package dev.migration.autogenerate;

import dev.migration.schema.Column;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Types;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said of values whose column gets another type.
 */
class ConversionsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "enum('a','b')|enum('a','b','c')",
			"enum('a','b')|enum('c','b','a')", "enum('it''s')|enum('it''s','is')", "ENUM('a')|enum('a', 'b')" })
	void anEnumThatGainsAValueKeepsAll(String from, String to) {
		assertThat(Conversions.remarks(QualifiedName.of("t"), column(from), column(to))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "enum('a','b')|enum('a')|becomes narrower", "enum('a','b')|enum('a','c')|are converted",
					"enum('a')|varchar(10)|are converted", "enum('a,b')|enum('a','b')|are converted" })
	void anEnumThatLosesAValueIsLookedAt(String from, String to, String remark) {
		assertThat(Conversions.remarks(QualifiedName.of("t"), column(from), column(to))).singleElement()
			.asString()
			.contains(remark);
	}

	private static Column column(String type) {
		return new Column("c", Types.sqlType(type));
	}

}
