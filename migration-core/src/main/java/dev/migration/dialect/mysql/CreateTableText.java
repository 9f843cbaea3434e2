package dev.migration.dialect.mysql;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code SHOW CREATE TABLE} as it comes from the server: what a column of
 * bytes has as a plain default stands there as it is, and need not be text.
 *
 * @param bytes the answer
 */
record CreateTableText(byte[] bytes) {

	private static final Pattern BYTES = Pattern.compile("(var)?binary\\b.*", Pattern.CASE_INSENSITIVE);

	private static final Pattern CONSTANT = Pattern.compile("(_binary\\s*)?'");

	/** The first byte of a character that takes two bytes, three, and four. */
	private static final int[] LEADS = { 0xC0, 0xE0, 0xF0 };

	/**
	 * Ask the server.
	 * @param connection the connection
	 * @param sql the statement
	 * @return the answer
	 * @throws SQLException if there is no such table
	 */
	static CreateTableText of(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return new CreateTableText(row.getBytes(2));
		}
	}

	String text() {
		return new String(this.bytes, StandardCharsets.UTF_8);
	}

	/**
	 * Return whether each character is the same in whatever character set it comes.
	 * @return whether it has neither a character beyond ASCII nor what may stand for one
	 */
	boolean isPlain() {
		for (byte each : this.bytes) {
			if (each < 0 || each == '?') {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return the text as MariaDB has it in {@code information_schema}: a byte that
	 * belongs to no character of three bytes at most is a question mark there.
	 * @return the text
	 */
	String asInCatalogue() {
		byte[] kept = this.bytes.clone();
		for (int i = 0; i < kept.length;) {
			int length = lengthOfCharacter(i);
			if (length == 0) {
				kept[i] = '?';
			}
			i += Math.max(1, length);
		}
		return new String(kept, StandardCharsets.UTF_8);
	}

	/**
	 * Return how many bytes the character has that begins somewhere, or 0 if none does.
	 */
	private int lengthOfCharacter(int start) {
		int first = this.bytes[start] & 0xFF;
		if (first < 0x80) {
			return 1;
		}
		int length = (first >= LEADS[2]) ? 0 : (first >= LEADS[1]) ? 3 : (first >= LEADS[0]) ? 2 : 0;
		if (length == 0 || start + length > this.bytes.length) {
			return 0;
		}
		String character = new String(this.bytes, start, length, StandardCharsets.UTF_8);
		return (character.length() == 1 && character.charAt(0) != '\uFFFD') ? length : 0;
	}

	/**
	 * Return the definition of a column, to be stated again.
	 * @param column the name of the column
	 * @param server writes strings as the session states them
	 * @return the definition, or {@code null} if there is no such column
	 */
	@Nullable ColumnText column(String column, ServerText server) {
		String definition = DefinitionText.ofColumn(text(), column);
		if (definition == null) {
			return null;
		}
		ColumnText text = ColumnText.parse(server.restated(definition));
		boolean isConstant = text.serverDefault() != null && CONSTANT.matcher(text.serverDefault()).lookingAt();
		return (isConstant && BYTES.matcher(text.type()).matches()) ? text.serverDefault(bytesOfDefault(column)) : text;
	}

	/**
	 * Return the default of a column byte by byte: each is one character of ISO 8859-1.
	 */
	private @Nullable String bytesOfDefault(String column) {
		String name = new String(column.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
		String definition = DefinitionText.ofColumn(new String(this.bytes, StandardCharsets.ISO_8859_1), name);
		String value = (definition != null) ? ColumnText.parse(definition).serverDefault() : null;
		if (value == null) {
			return null;
		}
		String text = new ServerText((each) -> each, true).unquote(value.substring(value.indexOf('\'')));
		return "X'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1)) + "'";
	}

}
