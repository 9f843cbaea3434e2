package dev.migration.dialect.sqlite.ddl;

import java.util.List;

/**
 * The text of a view, as the catalogue keeps it.
 */
public final class ViewText {

	private ViewText() {
	}

	/**
	 * Return what a view shows. Where the view names its columns in front of its query,
	 * the query that is returned names them itself.
	 * @param sql the statement that created the view
	 * @return the query
	 */
	public static String query(String sql) {
		List<SqlToken> tokens = SqlToken.significant(sql);
		int as = 0;
		int columns = -1;
		while (!tokens.get(as).isWord("AS")) {
			if (columns < 0 && tokens.get(as).isSymbol('(')) {
				columns = as;
			}
			as++;
		}
		String query = sql.substring(tokens.get(as).end()).strip();
		if (columns < 0) {
			return query;
		}
		String name = tokens.get(columns - 1).text();
		String list = sql.substring(tokens.get(columns).start(), tokens.get(as - 1).end());
		return "WITH " + name + list + " AS (\n" + query + "\n)\nSELECT * FROM " + name;
	}

}
