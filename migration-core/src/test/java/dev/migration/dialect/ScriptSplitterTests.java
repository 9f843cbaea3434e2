package dev.migration.dialect;

import java.util.List;

import dev.migration.InvalidScriptException;
import dev.migration.SqlScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ScriptSplitterTests {

	@Test
	void splitsAtSemicolonsAndKeepsTheLineOfEachStatement() {
		List<SqlScript> statements = new ScriptSplitter(SqlSyntax.SQLITE)
			.split(new SqlScript("\nSELECT 1;\n\n-- two\nSELECT\n 2 ;;\nSELECT 3", "x.sql", 10));
		assertThat(statements).containsExactly(new SqlScript("SELECT 1", "x.sql", 11),
				new SqlScript("SELECT\n 2", "x.sql", 14), new SqlScript("SELECT 3", "x.sql", 16));
	}

	@Test
	void anEmptyScriptHasNoStatement() {
		assertThat(postgresql(" -- nothing\n/* at all */ ; ")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT 'a;b', 'it''s;'", "SELECT \"a;b\" FROM t", "SELECT 1 -- a;b\n+ 2",
			"SELECT 1 /* a; b */ + 2", "CREATE TABLE t (c text DEFAULT ';')" })
	void quotesAndCommentsHideSemicolonsEverywhere(String statement) {
		assertThat(postgresql(statement + ";")).containsExactly(statement);
		assertThat(sqlite(statement + ";")).containsExactly(statement);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT $$a;b$$", "DO $do$ BEGIN PERFORM $$;$$; END $do$", "SELECT E'it\\';s'",
			"SELECT 1 /* a /* b; */ c; */ + 2", "PREPARE p AS SELECT $1",
			"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END",
			"CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()" })
	void readsWhatOnlyPostgresqlHas(String statement) {
		assertThat(postgresql(statement + "; SELECT 2")).containsExactly(statement, "SELECT 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT [a;b] FROM t", "SELECT `a;b` FROM t", "SELECT 'a\\'",
			"CREATE TRIGGER x AFTER INSERT ON t BEGIN UPDATE t SET a = CASE WHEN a > 1 THEN 2 END; DELETE FROM u; END",
			"CREATE TRIGGER x AFTER INSERT ON t BEGIN DELETE FROM u WHERE end > 5; UPDATE u SET begin = 1; END",
			"CREATE TABLE job (trigger text, begin text)", "SAVEPOINT s", "ROLLBACK TO s",
			"CREATE TEMP TRIGGER x AFTER INSERT ON t WHEN CASE WHEN 1 THEN 1 END BEGIN DELETE FROM u; END" })
	void readsWhatOnlySqliteHas(String statement) {
		assertThat(sqlite(statement + "; SELECT 2")).containsExactly(statement, "SELECT 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT 'it\\';s', \"a\\\";b\"", "SELECT `a;b` FROM t", "SELECT 1--1",
			"SELECT 1 # a;b\n+ 2", "/*!40101 SET NAMES utf8; */", "/*M!100100 SET NAMES utf8; */", "SELECT '\\\\'",
			"CREATE TABLE job (event int)",
			"CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW SET NEW.a = IF(NEW.a > 1, 2, 3)",
			"CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN END",
			"CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW IF NEW.a > 1 THEN SET NEW.a = 1; END IF",
			"CREATE DEFINER=`a`@`b` TRIGGER x BEFORE INSERT ON t FOR EACH ROW\nBEGIN SET NEW.a = 1; SET NEW.b = 2; END",
			"CREATE PROCEDURE IF NOT EXISTS p() BEGIN IF a THEN BEGIN SELECT 1; END; ELSEIF b THEN SELECT 2; END IF; END",
			"CREATE PROCEDURE p() BEGIN l: LOOP LEAVE l; END LOOP l; WHILE a DO SELECT 1; END WHILE; "
					+ "REPEAT SET @r = REPEAT('a', 3); UNTIL b END REPEAT; END",
			"CREATE PROCEDURE p() BEGIN CASE a WHEN 1 THEN SELECT 1; ELSE BEGIN END; END CASE; SELECT 2; END",
			"CREATE PROCEDURE p() BEGIN SELECT CASE WHEN a THEN IF(b, 1, 2) END; SELECT 2; END",
			"CREATE PROCEDURE p() BEGIN DECLARE EXIT HANDLER FOR NOT FOUND BEGIN SELECT 1; END; SELECT 2; END",
			"CREATE FUNCTION f() RETURNS int RETURN IF(a, 1, 2)",
			"CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM t; DELETE FROM u; END",
			"BEGIN NOT ATOMIC FOR i IN 1..3 DO SELECT i; END FOR; END" })
	void readsWhatOnlyMysqlAndMariadbHave(String statement) {
		assertThat(mysql(statement + "; SELECT 2")).containsExactly(statement, "SELECT 2");
	}

	@Test
	void readsTheDelimiterCommandOfTheMysqlClient() {
		List<SqlScript> statements = new ScriptSplitter(SqlSyntax.MYSQL).split(new SqlScript("""
				SELECT 1;
				DELIMITER //
				CREATE PROCEDURE p() BEGIN SELECT '//'; SELECT 2; END//

				SELECT 3//
				delimiter ;
				SELECT 4;""", "x.sql", 1));
		assertThat(statements).containsExactly(new SqlScript("SELECT 1", "x.sql", 1),
				new SqlScript("CREATE PROCEDURE p() BEGIN SELECT '//'; SELECT 2; END", "x.sql", 3),
				new SqlScript("SELECT 3", "x.sql", 5), new SqlScript("SELECT 4", "x.sql", 7));
		assertThat(mysql("DELIMITER $$\nSELECT END$$\nSELECT 2 $$")).containsExactly("SELECT END", "SELECT 2");
		assertThat(mysql("DELIMITER ;;\n/*!50003 CREATE*/ /*!50003 TRIGGER x BEGIN SELECT 1; END */;;\nSELECT 2 ;;"))
			.containsExactly("/*!50003 CREATE*/ /*!50003 TRIGGER x BEGIN SELECT 1; END */", "SELECT 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT 1;\nDELIMITER\nSELECT 2", "SELECT 1;\nSTART TRANSACTION", "SELECT 1;\nbegin work",
			"SELECT 1;\nXA START 'x'", "SELECT 1;\nCREATE PROCEDURE p() BEGIN SELECT 1;", "SELECT 1;\nSELECT 2 \\G" })
	void refusesWhatMysqlCannotRunInARevision(String script) {
		assertThatExceptionOfType(InvalidScriptException.class).isThrownBy(() -> mysql(script))
			.withMessageStartingWith("x.sql, line 2: ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "CREATE ALIAS f AS $$ int f() { return 1; } $$", "SELECT 1 // a;b\n+ 2",
			"SELECT 1 /* a /* b; */ c; */ + 2", "SELECT 'a\\'", "SELECT 4 / 2" })
	void readsWhatOnlyH2Has(String statement) {
		assertThat(split(SqlSyntax.H2, statement + "; SELECT 2")).containsExactly(statement, "SELECT 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT 1;\n'open", "SELECT 1;\n/* open", "SELECT 1;\n$x$ open", "SELECT 1;\nCOMMIT",
			"SELECT 1;\nbegin", "SELECT 1;\nCOPY t (a) FROM stdin", "SELECT 1;\n\\d t", "SELECT 1;\nABORT",
			"SELECT 1;\nROLLBACK", "SELECT 1;\nPREPARE TRANSACTION 'x'", "SELECT 1;\nSELECT 2 \\gexec" })
	void refusesWhatCannotBePartOfARevisionWithItsLine(String script) {
		assertThatExceptionOfType(InvalidScriptException.class).isThrownBy(() -> postgresql(script))
			.withMessageStartingWith("x.sql, line 2: ");
	}

	private static List<String> postgresql(String sql) {
		return split(SqlSyntax.POSTGRESQL, sql);
	}

	private static List<String> sqlite(String sql) {
		return split(SqlSyntax.SQLITE, sql);
	}

	private static List<String> mysql(String sql) {
		return split(SqlSyntax.MYSQL, sql);
	}

	private static List<String> split(SqlSyntax syntax, String sql) {
		return new ScriptSplitter(syntax).split(new SqlScript(sql, "x.sql", 1)).stream().map(SqlScript::sql).toList();
	}

}
