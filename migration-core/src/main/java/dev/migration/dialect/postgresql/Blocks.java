package dev.migration.dialect.postgresql;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes statements that depend on what is there when they run, so that nobody needs to
 * look before.
 */
final class Blocks {

	private Blocks() {
	}

	/**
	 * Return a statement that does something unless there is something.
	 * @param query a query that has a row if there is
	 * @param sql what to do
	 * @return the statement
	 */
	static String unless(String query, String sql) {
		return run("IF NOT EXISTS (" + query + ") THEN\n\t" + sql + ";\nEND IF");
	}

	/**
	 * Return a statement that runs statements of any kind unless there is something.
	 * @param query a query that has a row if there is
	 * @param statements the statements
	 * @return the statement
	 */
	static String unless(String query, List<String> statements) {
		return run("IF NOT EXISTS (" + query + ") THEN\n" + executions(statements) + "END IF");
	}

	/**
	 * Return what runs statements of any kind inside of a body.
	 * @param statements the statements
	 * @return the lines
	 */
	static String executions(List<String> statements) {
		return statements.stream()
			.map((sql) -> "\tEXECUTE " + dollarQuoted("sql", sql) + ";\n")
			.collect(Collectors.joining());
	}

	/**
	 * Return a statement that runs a body of PL/pgSQL.
	 * @param body the body, without the last semicolon
	 * @return the statement
	 */
	static String run(String body) {
		return "DO " + dollarQuoted("migration", "\nBEGIN\n" + body + ";\nEND\n");
	}

	/**
	 * Return a statement that runs a body of PL/pgSQL with a variable.
	 * @param variable the variable with its type
	 * @param body the body, without the last semicolon
	 * @return the statement
	 */
	static String run(String variable, String body) {
		return "DO " + dollarQuoted("migration", "\nDECLARE\n\t" + variable + ";\nBEGIN\n" + body + ";\nEND\n");
	}

	/**
	 * Return a text in dollar quotes, which may hold such quotes itself.
	 * @param name the word between the dollar signs
	 * @param text the text
	 * @return the literal
	 */
	static String dollarQuoted(String name, String text) {
		String tag = "$" + name + "$";
		for (int i = 1; text.contains(tag.substring(0, tag.length() - 1)); i++) {
			tag = "$" + name + i + "$";
		}
		return tag + text + tag;
	}

}
