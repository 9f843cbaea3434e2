package dev.migration.script;

import dev.migration.SqlScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SqlRevisionFileTests {

	@Test
	void readsTheHeaderAndTheSections() throws Exception {
		SqlRevisionFile file = SqlRevisionFile.parse("""
				-- Written by hand
				-- revision: abc
				-- Revises: x, y
				-- depends-on: lib
				-- branch-labels: app,web
				-- message: add team: slug
				-- created: 2026-11-23T10:15:00Z

				-- upgrade
				-- upgrade the table
				ALTER TABLE t ADD COLUMN c text;

				-- downgrade
				ALTER TABLE t DROP COLUMN c;
				""", "x.sql");
		assertThat(file.attributes().toHeader("x.sql")).satisfies((header) -> {
			assertThat(header.id()).isEqualTo("abc");
			assertThat(header.revises()).containsExactly("x", "y");
			assertThat(header.dependsOn()).containsExactly("lib");
			assertThat(header.branchLabels()).containsExactly("app", "web");
			assertThat(header.message()).isEqualTo("add team: slug");
			assertThat(header.created()).isEqualTo("2026-11-23T10:15:00Z");
		});
		assertThat(file.section("upgrade", "sqlite"))
			.isEqualTo(new SqlScript("-- upgrade the table\nALTER TABLE t ADD COLUMN c text;\n\n", "x.sql", 10));
		assertThat(file.section("downgrade", "sqlite").line()).isEqualTo(14);
	}

	@Test
	void aFileDeclaresItsPlaceholders() throws Exception {
		String file = "-- revision: a\n-- placeholders: owner, table.space\n-- upgrade\n";
		assertThat(SqlRevisionFile.parse(file + "GRANT x TO ${owner};\n", "x.sql").placeholders().required())
			.containsExactly(new RequiredArgument("owner", "x.sql, line 2"),
					new RequiredArgument("table.space", "x.sql, line 2"));
		assertThat(
				SqlRevisionFile.parse("-- revision: a\n-- upgrade\nx ${owner};\n", "x.sql").placeholders().required())
			.isEmpty();
		assertThatExceptionOfType(InvalidHeaderException.class)
			.isThrownBy(() -> SqlRevisionFile.parse(file + "x;\ny ${ owner };\n", "x.sql"))
			.withMessageStartingWith("line 5 uses ${ owner }, which the header does not declare");
		assertThatExceptionOfType(InvalidHeaderException.class)
			.isThrownBy(() -> SqlRevisionFile.parse("-- revision: a\n-- placeholders: ${owner}\n-- upgrade\n", "x.sql"))
			.withMessageStartingWith("line 2 declares the placeholder '${owner}'");
		SqlRevisionFile.parse(file + "SELECT $${1,2}$$;\n", "x.sql");
	}

	@Test
	void aRevisionCanBeWithoutTransaction() throws Exception {
		String rest = "\n-- upgrade\nx;\n";
		assertThat(SqlRevisionFile.parse("-- revision: a\n-- transactional: false" + rest, "x.sql")
			.attributes()
			.toHeader("x.sql")
			.transactional()).isFalse();
		assertThat(
				SqlRevisionFile.parse("-- revision: a" + rest, "x.sql").attributes().toHeader("x.sql").transactional())
			.isTrue();
		assertThatExceptionOfType(InvalidHeaderException.class)
			.isThrownBy(() -> SqlRevisionFile.parse("-- revision: a\n-- transactional: no" + rest, "x.sql")
				.attributes()
				.toHeader("x.sql"))
			.withMessage("'transactional' is 'no', neither true nor false");
	}

	@Test
	void theSectionOfADatabaseWinsOverTheGeneralOne() throws Exception {
		SqlRevisionFile file = SqlRevisionFile
			.parse("-- revision: a\r\n-- upgrade\r\nall\r\n-- UPGRADE: postgresql, mysql\r\nsome\r\n", "x.sql");
		assertThat(file.section("upgrade", "postgresql").sql().strip()).isEqualTo("some");
		assertThat(file.section("upgrade", "mysql").sql().strip()).isEqualTo("some");
		assertThat(file.section("upgrade", "sqlite").sql().strip()).isEqualTo("all");
		assertThat(file.section("downgrade", "sqlite")).isNull();
		assertThat(file.downgradeDialects()).isEmpty();
	}

	@Test
	void anEmptyDowngradeIsAWayBack() throws Exception {
		assertThat(SqlRevisionFile.parse("-- revision: a\n-- upgrade\nx;\n-- downgrade\n", "x.sql").downgradeDialects())
			.containsExactly("*");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			SELECT 1;                                                | line 1 is before the first section
			-- upgrade~x;                                            | there is no header line '-- revision: <id>'
			-- revision: a~-- message: no sections                   | there is no section '-- upgrade'
			-- revision: a~-- upgrade~x;~-- upgrade~y;               | there are two sections '-- upgrade'
			-- revision: a~-- revise: b~-- upgrade~x;                | line 2 has the unknown key 'revise'
			-- revision: a~-- down_revision: b~-- upgrade~x;         | line 2 has the unknown key 'down_revision'
			-- revision: a~-- revision: b~-- upgrade~x;              | line 2 gives 'revision' a second time
			""")
	void saysWhatIsWrong(String text, String problem) {
		assertThatExceptionOfType(InvalidHeaderException.class)
			.isThrownBy(() -> SqlRevisionFile.parse(text.replace('~', '\n'), "x.sql"))
			.withMessageContaining(problem);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-- downgrade:", "-- downgrade: postgresql mysql", "-- downgrade: sqlite,",
			"-- downgrade;", "-- downgrade sqlite", "-- downgrad", "--rollback", "  -- DOWN", "-- === downgrade ===" })
	void aMistypedSectionIsAProblemAndNotAComment(String mark) {
		assertThatExceptionOfType(InvalidHeaderException.class)
			.isThrownBy(() -> SqlRevisionFile.parse(
					"-- revision: a\n-- upgrade\nCREATE TABLE t (id integer);\n" + mark + "\nDROP TABLE t;\n", "x.sql"))
			.withMessageContaining("line 4 could be meant as a section: '" + mark.strip() + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-- upgrade the table", "-- see https://example.org/x", "-- ----", "-- two words" })
	void anOrdinaryCommentStaysOne(String comment) throws Exception {
		assertThat(SqlRevisionFile.parse("-- revision: a\n" + comment + "\n-- upgrade\n" + comment + "\nx;", "x.sql")
			.section("upgrade", "sqlite")
			.sql()).startsWith(comment);
	}

	@Test
	void aSectionMayBeIndentedAndCharactersInStringsStay() throws Exception {
		SqlRevisionFile file = SqlRevisionFile
			.parse("-- revision: a\n -- upgrade\nSELECT '\u2028';\n\t-- downgrade\ny;", "x.sql");
		assertThat(file.section("upgrade", "sqlite").sql()).isEqualTo("SELECT '\u2028';\n");
		assertThat(file.section("downgrade", "sqlite").line()).isEqualTo(5);
	}

	@Test
	void aTimeThatIsNoneIsAProblem() throws Exception {
		SqlRevisionFile file = SqlRevisionFile.parse("-- revision: a\n-- created: yesterday\n-- upgrade\nx;", "x.sql");
		assertThatExceptionOfType(InvalidHeaderException.class).isThrownBy(() -> file.attributes().toHeader("x.sql"))
			.withMessageContaining("'created' is 'yesterday'");
	}

}
