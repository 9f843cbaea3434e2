package dev.migration.dialect.mysql;

import java.util.ArrayList;
import java.util.List;

import dev.migration.schema.Column;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.IndexPart;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.SequenceOptions;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Type;
import dev.migration.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.expression;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Definitions.stored;
import static dev.migration.schema.Definitions.virtual;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the words of MySQL are read, which differ from those of MariaDB in defaults, widths
 * and capitals.
 */
class MysqlWordsTests {

	private final ServerText text = new ServerText(new MysqlDialect()::quote, true);

	@Test
	void columnsOfMysqlAreRead() {
		assertThat(read("bigint NOT NULL AUTO_INCREMENT")).isEqualTo(column("c", Types.bigint()).identity());
		assertThat(read("int DEFAULT '-5'")).isEqualTo(column("c", Types.integer()).serverDefault(literal(-5)));
		assertThat(read("varchar(9) CHARACTER SET latin1 DEFAULT '5' COMMENT 'it''s'"))
			.isEqualTo(column("c", Types.varchar(9)).serverDefault(literal("5")).comment("it's"));
		assertThat(read("bit(1) NOT NULL DEFAULT b'1'"))
			.isEqualTo(column("c", Types.bool()).notNull().serverDefault(literal(true)));
		assertThat(read("datetime(6) DEFAULT CURRENT_TIMESTAMP(6)"))
			.isEqualTo(column("c", Types.timestamp()).serverDefault(new ServerDefault.CurrentTimestamp()));
		assertThat(read("datetime(6) DEFAULT (utc_timestamp(6))"))
			.isEqualTo(column("c", Types.timestamp()).serverDefault(expression("utc_timestamp(6)")));
		assertThat(read("timestamp NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP"))
			.isEqualTo(column("c", Types.sqlType("timestamp"))
				.serverDefault(expression("CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP")));
		assertThat(read("int GENERATED ALWAYS AS ((`a` * 2)) STORED"))
			.isEqualTo(column("c", Types.integer()).computed(stored("a * 2")));
		assertThat(read("text GENERATED ALWAYS AS (concat(`Name`,_utf8mb4'(`x`)')) VIRTUAL"))
			.isEqualTo(column("c", Types.text()).computed(virtual("concat(`Name`,_utf8mb4'(`x`)')")));
		assertThat(read("json DEFAULT NULL")).isEqualTo(column("c", Types.json()));
	}

	private Column read(String definition) {
		return ColumnFacts.of("c", ColumnText.parse(definition), null, this.text).column(this.text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "int | INTEGER", "int(11) | INTEGER", "tinyint(4) | TINYINT", "bigint(20) | BIGINT",
					"bit(1) | BOOLEAN", "double | DOUBLE", "float | REAL", "longblob | LONG_BINARY", "text | TEXT" })
	void aTypeIsGenericWhereOneRendersToIt(String words, String name) {
		assertThat(MysqlTypes.read(words)).isInstanceOfSatisfying(Type.Generic.class,
				(type) -> assertThat(type.name().name()).isEqualTo(name));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "tinyint(1) | tinyint(1)", "int(5) unsigned | int unsigned",
					"int(5) unsigned zerofill | int(5) unsigned zerofill", "year(4) | year", "bit(3) | bit(3)",
					"decimal(5,2) unsigned | decimal(5,2) unsigned", "mediumtext | mediumtext" })
	void anyOtherTypeKeepsTheWordsOfTheServer(String words, String kept) {
		assertThat(MysqlTypes.read(words)).isEqualTo(new Type.Verbatim(kept));
	}

	@Test
	void parenthesesAroundAllOfAnExpressionAreNoPartOfIt() {
		assertThat(this.text.expression("((`a` > 0) and (`B` <> 'x)`y`'))")).isEqualTo("(a > 0) and (`B` <> 'x)`y`')");
		assertThat(this.text.expression("(`a` > 0) or (`b` > 0)")).isEqualTo("(a > 0) or (b > 0)");
	}

	@Test
	void stringsAreReadWithTheirEscapes() {
		assertThat(this.text.unquote("'it''s \\'a\\' back\\\\slash\\n'")).isEqualTo("it's 'a' back\\slash\n");
		assertThat(this.text.unquote(this.text.quoted("it's \\ this"))).isEqualTo("it's \\ this");
	}

	@Test
	void stringsAreStatedAsTheSessionReadsThem() {
		String written = "concat(`a`,'it\\'s \\\\',\"b\")";
		assertThat(this.text.expression(written)).isEqualTo("concat(a,'it\\'s \\\\',b)");
		assertThat(new ServerText(new MysqlDialect()::quote, false).expression(written))
			.isEqualTo("concat(a,'it''s \\',b)");
		assertThat(this.text.restated(written)).isEqualTo("concat(`a`,'it\\'s \\\\',`b`)");
	}

	@Test
	void onlyAnIndexNamedByTheServerIsMadeForAForeignKey() {
		ForeignKey unnamed = new ForeignKey("t_ibfk_1", List.of("a"), QualifiedName.of("p"), List.of("id"));
		assertThat(index("a", "a").isMadeFor(unnamed)).isTrue();
		assertThat(index("a_2", "a").isMadeFor(unnamed)).isTrue();
		assertThat(index("ix_a", "a").isMadeFor(unnamed)).isFalse();
		assertThat(index("fk", "a").isMadeFor(unnamed.named("fk"))).isTrue();
		assertThat(index("a", "a").isMadeFor(unnamed.named("fk"))).isFalse();
		assertThat(index("fk", "a", "b").isMadeFor(unnamed.named("fk"))).isFalse();
	}

	private static IndexFacts index(String name, String... columns) {
		List<IndexPart> parts = new ArrayList<>();
		for (String column : columns) {
			parts.add(IndexPart.ofColumn(column));
		}
		return new IndexFacts(name, false, "BTREE", parts);
	}

	@Test
	void whatASequenceDoesAnywayIsLeftOut() {
		assertThat(SequenceFacts.withoutDefaults(new SequenceOptions(1L, 1L, 1L, Long.MAX_VALUE - 1, 1000L, false)))
			.isEqualTo(SequenceOptions.DEFAULTS);
		assertThat(SequenceFacts.withoutDefaults(new SequenceOptions(-1L, -1L, Long.MIN_VALUE + 1, -1L, 1000L, null)))
			.isEqualTo(new SequenceOptions(null, -1L, null, null, null, null));
		assertThat(SequenceFacts.withoutDefaults(new SequenceOptions(5L, 2L, 5L, 9L, 0L, true)))
			.isEqualTo(new SequenceOptions(null, 2L, 5L, 9L, 0L, true));
	}

}
