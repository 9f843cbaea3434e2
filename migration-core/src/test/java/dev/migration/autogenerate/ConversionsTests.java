package dev.migration.autogenerate;

import dev.migration.schema.Column;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Types;
import org.junit.jupiter.api.Test;
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
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "enum('a','b')|enum('a')|'b'",
			"enum('a','b')|enum('a','c')|'b'", "enum('it''s')|enum('a')|'it''s'", "enum('a,b')|enum('a','b')|'a,b'" })
	void anEnumThatLosesAValueSaysWhichRowsNeedAnother(String from, String to, String value) {
		assertThat(Conversions.remarks(QualifiedName.of("t"), column(from), column(to))).containsExactly(
				"This fails while a row has " + value + ". Say what such rows get:",
				"op.execute(\"UPDATE t SET c = … WHERE c = " + value + "\");");
	}

	@Test
	void anEnumThatBecomesATextIsLookedAt() {
		assertThat(Conversions.remarks(QualifiedName.of("t"), column("enum('a')"), column("varchar(10)")))
			.singleElement()
			.asString()
			.contains("are converted");
	}

	private static Column column(String type) {
		return new Column("c", Types.sqlType(type));
	}

}
