package dev.migration.dialect;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.migration.UnsupportedChangeException;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.Types;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migration.schema.Definitions.enumType;
import static dev.migration.schema.Definitions.literal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * MySQL and MariaDB forget what the alteration of a column leaves out, so that all of it
 * must be stated again.
 */
class RestatedColumnTests {

	private static final List<String> COLUMNS = List.of(
			"varchar(20) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'it''s, (a) \\\\ b' COMMENT 'x, y ''z'' \\\\ (1'",
			"varchar(20)", "int unsigned zerofill DEFAULT 5", "decimal(10,2) NOT NULL DEFAULT -1.50",
			"datetime(3) DEFAULT current_timestamp(3) ON UPDATE current_timestamp(3)",
			"timestamp NOT NULL DEFAULT current_timestamp ON UPDATE current_timestamp COMMENT 'when'",
			"timestamp NULL DEFAULT NULL", "enum('a','it''s','c,d') NOT NULL DEFAULT 'it''s'",
			"set('x','y') DEFAULT 'x,y'", "bit(1) DEFAULT b'1'", "varbinary(9) DEFAULT x'0aff'",
			"int GENERATED ALWAYS AS (other + 1) STORED COMMENT 'sum'",
			"int GENERATED ALWAYS AS (other * (2 + 3)) VIRTUAL", "varchar(40) DEFAULT (concat('a', 'b)'))", "json",
			"text COLLATE utf8mb4_bin", "double NOT NULL DEFAULT 1.5");

	private static final List<String> OF_MARIADB = List.of("int INVISIBLE DEFAULT 7",
			"int DEFAULT (1 + 1) CHECK (feature > 0 and feature < 100)", "uuid NOT NULL DEFAULT uuid()", "inet6",
			"varchar(30) COMPRESSED DEFAULT 'z'", "text NOT NULL DEFAULT 'long'");

	private static final List<String> OF_MYSQL = List.of("int DEFAULT 7 INVISIBLE", "text DEFAULT ('long')");

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource
	void whatIsNotMentionedStays(Kind kind, String definition) throws Exception {
		try (DialectSession session = DialectSession.open(kind)) {
			session.execute("CREATE TABLE t (other int, `feature` " + definition + ") COLLATE utf8mb4_general_ci");
			String before = session.definition("t", "feature");
			session.run((op) -> op.alterColumn("t", "feature", (c) -> c.comment("new, it's \\ \"new\"")));
			String commented = session.definition("t", "feature");
			assertThat(withoutComment(commented)).isEqualTo(withoutComment(before));
			assertThat(session.query("SELECT column_comment FROM information_schema.columns"
					+ " WHERE table_schema = DATABASE() AND column_name = 'feature'"))
				.containsExactly("new, it's \\ \"new\"");
			session.run((op) -> op.alterColumn("t", "feature", (c) -> c.rename("renamed").comment("x")));
			assertThat(withoutComment(session.definition("t", "renamed").replace("renamed", "feature")))
				.isEqualTo(withoutComment(before));
		}
	}

	static Stream<Arguments> whatIsNotMentionedStays() {
		List<Arguments> arguments = new ArrayList<>();
		COLUMNS.forEach((each) -> arguments.add(Arguments.of(Kind.MARIADB, each)));
		OF_MARIADB.forEach((each) -> arguments.add(Arguments.of(Kind.MARIADB, each)));
		COLUMNS.forEach((each) -> arguments.add(Arguments.of(Kind.MYSQL, each)));
		OF_MYSQL.forEach((each) -> arguments.add(Arguments.of(Kind.MYSQL, each)));
		return arguments.stream();
	}

	private static String withoutComment(String definition) {
		return definition.replaceAll(" COMMENT '(''|\\\\\\\\|\\\\.|[^'\\\\])*'", "");
	}

	@ParameterizedTest
	@EnumSource(names = { "MARIADB", "MYSQL" })
	void bytesOfADefaultStayThough(Kind kind) throws Exception {
		try (DialectSession session = DialectSession.open(kind)) {
			session
				.execute("CREATE TABLE t (größe varbinary(9) DEFAULT X'000aff5c27e4', `c` binary(3) DEFAULT X'ff01')");
			session.run((op) -> op.alterColumn("t", "größe", (c) -> c.comment("new")));
			session.run((op) -> op.alterColumn("t", "c", (c) -> c.notNull()));
			session.execute("INSERT INTO t () VALUES ()");
			assertThat(session.query("SELECT HEX(CONCAT(größe, c)) FROM t")).containsExactly("000AFF5C27E4FF0100");
		}
	}

	/**
	 * The server shows question marks for them.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "", "NO_BACKSLASH_ESCAPES" })
	void charactersOfFourBytesStayThough(String mode) throws Exception {
		try (DialectSession session = DialectSession.open(Kind.MARIADB)) {
			session.execute("CREATE TABLE t (a varchar(9) NOT NULL DEFAULT '😀?\\\\'''"
					+ ", b enum('😀', 'it''s?', '?') NOT NULL DEFAULT '😀'"
					+ ", c set('😀', 'x\\\\😀', '?') CHARACTER SET utf16 DEFAULT '?,x\\\\😀'"
					+ ", d varchar(9) DEFAULT (concat('😀', '?')) CHECK (d <> '😀?!'), e text DEFAULT '😀?'"
					+ ", `f``?` varchar(30) AS (concat(a, '😀')) STORED)");
			session.execute("SET sql_mode = CONCAT(@@sql_mode, '," + mode + "')");
			for (String column : List.of("a", "b", "c", "d", "e", "f`?")) {
				session.run((op) -> op.alterColumn("t", column, (c) -> c.comment("new")));
			}
			session.execute("INSERT INTO t () VALUES ()");
			assertThat(session.query("SELECT CONCAT_WS('; ', a, b, CONVERT(c USING utf8mb4), d, e, `f``?`) FROM t"))
				.containsExactly("😀?\\'; 😀; x\\😀,?; 😀?; 😀?; 😀?\\'😀");
			session.execute("UPDATE t SET b = 2, c = 7");
			assertThat(session.query("SELECT CONCAT_WS('; ', b, CONVERT(c USING utf8mb4)) FROM t"))
				.containsExactly("it's?; 😀,x\\😀,?");
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> session.execute("UPDATE t SET d = '😀?!'"))
				.withMessageContaining("CONSTRAINT");
		}
	}

	@Test
	void aRenamedValueOfFourBytesTakesTheDefaultAlong() throws Exception {
		try (DialectSession session = DialectSession.open(Kind.MARIADB)) {
			session.execute("CREATE TABLE t (mood enum('😀', '?') COLLATE utf8mb4_bin NOT NULL DEFAULT '😀')");
			session.execute("INSERT INTO t () VALUES ()");
			session.run((op) -> op.alterEnumType(enumType("mood", "😀", "?"),
					(change) -> change.renameValue("😀", "😄").usedBy("t", "mood")));
			session.execute("INSERT INTO t () VALUES ()");
			assertThat(session.query("SELECT mood FROM t")).containsExactly("😄", "😄");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "character_set_results = latin1", "character_set_client = utf8mb3" })
	void aSessionThatLosesCharactersStatesNone(String setting) throws Exception {
		try (DialectSession session = DialectSession.open(Kind.MARIADB)) {
			session.execute("CREATE TABLE t (a int, `日本` varchar(9))");
			session.execute("SET " + setting);
			assertThatExceptionOfType(UnsupportedChangeException.class)
				.isThrownBy(() -> session.run((op) -> op.alterColumn("t", "日本", (c) -> c.comment("new"))))
				.withMessageContaining("t.日本")
				.withMessageContaining(setting.substring(setting.indexOf('=') + 2));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MARIADB", "MYSQL" })
	void aColumnIsStatedAsTheSessionReadsIt(Kind kind) throws Exception {
		try (DialectSession session = DialectSession.open(kind)) {
			session.execute(
					"CREATE TABLE t (other varchar(9), `fea\"ture` enum('a\\\\b', 'it''s') DEFAULT 'a\\\\b' COMMENT 'x\\\\y'"
							+ ", sum varchar(40) GENERATED ALWAYS AS (concat(other, 'a\\\\''b')) STORED)");
			String all = "SELECT CONCAT_WS('; ', column_type, column_default, generation_expression, column_comment)"
					+ " FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY ordinal_position";
			List<String> before = session.query(all);
			session.execute("SET sql_mode = CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES,ANSI_QUOTES')");
			session.run((op) -> op.alterColumn("t", "fea\"ture", (c) -> c.notNull()));
			session.run((op) -> op.alterColumn("t", "sum", (c) -> c.type(Types.varchar(40))));
			session.execute("SET sql_mode = ''");
			assertThat(session.query(all)).isEqualTo(before);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MARIADB", "MYSQL" })
	void theRestOfTheColumnFollowsItsType(Kind kind) throws Exception {
		assertThat(altered(kind, "datetime(6) DEFAULT current_timestamp(6) ON UPDATE current_timestamp(6)",
				ColumnChange.NONE.type(Types.sqlType("datetime"))))
			.isEqualToIgnoringCase("`feature` datetime DEFAULT current_timestamp() ON UPDATE current_timestamp()");
		assertThat(altered(kind, "varchar(10) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'x'",
				ColumnChange.NONE.type(Types.varchar(200))))
			.startsWith("`feature` varchar(200) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'x'");
		assertThat(
				altered(kind, "varchar(10) CHARACTER SET latin1 DEFAULT '5'", ColumnChange.NONE.type(Types.bigint())))
			.startsWith("`feature` bigint")
			.doesNotContain("latin1")
			.contains("DEFAULT");
		assertThat(altered(kind, "varchar(10) DEFAULT 'x'", ColumnChange.NONE.type(Types.text()))).contains("text")
			.contains("'x'");
		assertThat(altered(kind, "json", ColumnChange.NONE.type(Types.varchar(9)))).contains("varchar(9)")
			.doesNotContain("json_valid", "utf8mb4_bin");
		assertThat(altered(kind, "int DEFAULT NULL", ColumnChange.NONE.notNull())).contains("NOT NULL")
			.doesNotContain("DEFAULT");
		assertThat(altered(kind, "timestamp NOT NULL DEFAULT current_timestamp ON UPDATE current_timestamp",
				ColumnChange.NONE.dropServerDefault()))
			.containsIgnoringCase("ON UPDATE");
		assertThat(altered(kind, "text", ColumnChange.NONE.serverDefault(literal("y")))).contains("'y'");
	}

	private static String altered(Kind kind, String definition, ColumnChange change) throws Exception {
		try (DialectSession session = DialectSession.open(kind)) {
			session.execute("CREATE TABLE t (other int, `feature` " + definition + ", last int)");
			session.run((op) -> op.alterColumn("t", "feature", (c) -> change));
			return session.definition("t", "feature");
		}
	}

	@Test
	void columnsAreOrderedByABatch() throws Exception {
		try (DialectSession session = DialectSession.open(Kind.MARIADB)) {
			session.execute("CREATE TABLE t (a int NOT NULL DEFAULT 1, b varchar(9) COMMENT 'x', c int)");
			session.run((op) -> op.batchAlterTable("t", (batch) -> batch.columnOrder("c", "b")));
			assertThat(
					session.query("SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE()"
							+ " ORDER BY ordinal_position"))
				.containsExactly("c", "b", "a");
			assertThat(session.definition("t", "b")).contains("COMMENT 'x'");
		}
	}

}
