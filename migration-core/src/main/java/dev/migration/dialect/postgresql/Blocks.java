package dev.migration.dialect.postgresql;

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
	 * Return a statement that runs a body of PL/pgSQL.
	 * @param body the body, without the last semicolon
	 * @return the statement
	 */
	static String run(String body) {
		String tag = "$migration$";
		for (int i = 1; body.contains(tag); i++) {
			tag = "$migration" + i + "$";
		}
		return "DO " + tag + "\nBEGIN\n" + body + ";\nEND\n" + tag;
	}

}
