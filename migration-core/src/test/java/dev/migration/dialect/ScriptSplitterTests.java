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

	private static List<String> split(SqlSyntax syntax, String sql) {
		return new ScriptSplitter(syntax).split(new SqlScript(sql, "x.sql", 1)).stream().map(SqlScript::sql).toList();
	}

}
