package dev.migration.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.QualifiedName;

/**
 * Reads what {@code SHOW CREATE TABLE} hides: in a plain default and in the values of an
 * enum or a set it shows a question mark for each character of four bytes, such as an
 * emoji. A temporary table with the same column has all of them; nobody else sees it, and
 * it commits nothing.
 */
final class HiddenCharacters {

	private static final Pattern LIST = Pattern.compile("(enum|set)\\s*\\(.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private final Connection connection;

	private final ServerText text;

	private final String table;

	private final String column;

	private final String madeUp = "migration_" + UUID.randomUUID().toString().replace("-", "");

	private final String copy;

	HiddenCharacters(Connection connection, ServerText text, QualifiedName table, String column) {
		this.connection = connection;
		this.text = text;
		this.table = ServerText.backticked(table);
		this.column = ServerText.backticked(column);
		this.copy = ServerText.backticked(new QualifiedName(table.schema(), this.madeUp));
	}

	/**
	 * Return whether something may be hidden in a definition.
	 * @param column the definition as it is shown
	 * @return whether it shows a question mark where it hides characters
	 */
	static boolean mayBeIn(ColumnText column) {
		return mayBeInDefault(column) || mayBeInValues(column);
	}

	/**
	 * The default of a long text is kept as an expression, in which nothing is hidden.
	 */
	private static boolean mayBeInDefault(ColumnText column) {
		String value = column.serverDefault();
		return value != null && value.startsWith("'") && value.indexOf('?') >= 0
				&& !ColumnText.WITHOUT_LITERAL_DEFAULT.matcher(column.type()).matches();
	}

	private static boolean mayBeInValues(ColumnText column) {
		return column.type().indexOf('?') >= 0 && LIST.matcher(column.type()).matches();
	}

	/**
	 * Return a definition with what was hidden in it.
	 * @param shown the definition as it is shown
	 * @return the definition
	 * @throws SQLException if there can be no temporary table
	 */
	ColumnText in(ColumnText shown) throws SQLException {
		ColumnText whole = shown;
		if (mayBeInDefault(shown)) {
			whole = whole.serverDefault(this.text.stated(read(this.madeUp + ") VALUES (NULL)").get(0)));
		}
		if (mayBeInValues(shown)) {
			String values = read(this.column + ") VALUES " + numbers(shown.type())).stream()
				.map(this.text::stated)
				.collect(Collectors.joining(","));
			whole = whole.withType(shown.type().substring(0, shown.type().indexOf('(')) + "(" + values + ")");
		}
		return whole;
	}

	/**
	 * Return the number of each value: its position in an enum, its bit in a set.
	 */
	private static String numbers(String type) {
		boolean isSet = type.regionMatches(true, 0, "set", 0, 3);
		return IntStream.range(0, DefinitionText.elements(type).size())
			.mapToObj((position) -> "(" + (isSet ? Long.toUnsignedString(1L << position) : position + 1) + ")")
			.collect(Collectors.joining(", "));
	}

	private List<String> read(String columnAndRows) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.setEscapeProcessing(false);
			statement.execute("CREATE TEMPORARY TABLE " + this.copy + " (" + this.madeUp
					+ " int NOT NULL AUTO_INCREMENT PRIMARY KEY) AS SELECT " + this.column + " FROM " + this.table
					+ " LIMIT 0");
			try {
				statement.execute("INSERT INTO " + this.copy + " (" + columnAndRows);
				return values(statement);
			}
			finally {
				statement.execute("DROP TEMPORARY TABLE " + this.copy);
			}
		}
	}

	private List<String> values(Statement statement) throws SQLException {
		List<String> values = new ArrayList<>();
		try (ResultSet row = statement.executeQuery(
				"SELECT CONVERT(" + this.column + " USING utf8mb4) FROM " + this.copy + " ORDER BY " + this.madeUp)) {
			while (row.next()) {
				values.add(notNull(row.getString(1)));
			}
		}
		return values;
	}

	private static String notNull(@Nullable String value) throws SQLException {
		if (value == null) {
			throw new SQLException("It has a value that is no text");
		}
		return value;
	}

}
