package dev.migration.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.mysql.DefinitionText.Piece;

/**
 * The definition of a column in the words of the server, part by part, to be stated again
 * with some of them changed: MySQL and MariaDB forget whatever a {@code MODIFY COLUMN}
 * leaves out.
 *
 * @param type the type, without character set and collation
 * @param characterSet the character set, if it is stated
 * @param collation the collation, if it is stated
 * @param generated the expression of a computed column with its words around it, if it is
 * one
 * @param nullability {@code NOT NULL} or {@code NULL}, if it is stated
 * @param serverDefault the default, if there is one
 * @param onUpdate the value that an update sets, if there is one
 * @param autoIncrement whether the server numbers the column
 * @param comment the comment as a string of SQL, if there is one
 * @param checks the check constraints of the column
 * @param others whatever else there is, such as {@code INVISIBLE}, word by word
 */
record ColumnText(String type, @Nullable String characterSet, @Nullable String collation, @Nullable String generated,
		@Nullable String nullability, @Nullable String serverDefault, @Nullable String onUpdate, boolean autoIncrement,
		@Nullable String comment, List<String> checks, List<String> others) {

	private static final Pattern FRACTION = Pattern.compile(
			"(?<function>current_timestamp|now|localtime|localtimestamp)(\\s*\\(\\s*\\d*\\s*\\))?",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern CHARACTERS = Pattern.compile(
			"(var)?char\\b.*|(tiny|medium|long)?text\\b.*|enum\\b.*|set\\b.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	static final Pattern WITHOUT_LITERAL_DEFAULT = Pattern.compile(
			"((tiny|medium|long)?(text|blob)|json|geometry|point|linestring|polygon|multi\\w+|geometrycollection)\\b.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	ColumnText {
		checks = List.copyOf(checks);
		others = List.copyOf(others);
	}

	/**
	 * Read a definition.
	 * @param definition the text behind the name of the column
	 * @return the parts
	 */
	static ColumnText parse(String definition) {
		return new Parser(new DefinitionText(definition).pieces()).parse();
	}

	/**
	 * Return this column with another type. What belongs to the old type only goes: the
	 * character set of a type that has no characters, and the check that makes a text of
	 * MariaDB a JSON document.
	 * @param newType the type
	 * @return the column
	 */
	ColumnText ofType(String newType) {
		boolean keepsCharacters = CHARACTERS.matcher(this.type).matches() && CHARACTERS.matcher(newType).matches()
				&& !newType.toLowerCase(Locale.ROOT).contains("character set") && !isJson();
		List<String> otherChecks = this.checks.stream().filter((check) -> !isJsonCheck(check)).toList();
		return new ColumnText(newType, keepsCharacters ? this.characterSet : null,
				keepsCharacters ? this.collation : null, this.generated, this.nullability,
				defaultFor(newType, this.serverDefault), withFraction(newType, this.onUpdate), this.autoIncrement,
				this.comment, otherChecks, this.others);
	}

	/**
	 * Return this column with its type in other words.
	 * @param sameType the type
	 * @return the column
	 */
	ColumnText withType(String sameType) {
		return new ColumnText(sameType, this.characterSet, this.collation, this.generated, this.nullability,
				this.serverDefault, this.onUpdate, this.autoIncrement, this.comment, this.checks, this.others);
	}

	private boolean isJson() {
		return this.checks.stream().anyMatch(ColumnText::isJsonCheck);
	}

	private static boolean isJsonCheck(String check) {
		return check.toLowerCase(Locale.ROOT).contains("json_valid");
	}

	private static @Nullable String defaultFor(String newType, @Nullable String value) {
		if (value != null && value.startsWith("'") && WITHOUT_LITERAL_DEFAULT.matcher(newType).matches()) {
			return "(" + value + ")";
		}
		return withFraction(newType, value);
	}

	/**
	 * The current time must have as many fraction digits as the column.
	 */
	private static @Nullable String withFraction(String newType, @Nullable String value) {
		if (value == null) {
			return null;
		}
		Matcher current = FRACTION.matcher(value);
		if (!current.matches()) {
			return value;
		}
		int digits = newType.indexOf('(');
		return current.group("function") + ((digits >= 0) ? newType.substring(digits, newType.indexOf(')') + 1) : "");
	}

	ColumnText nullable(boolean takesNull) {
		boolean isNullDefault = "NULL".equalsIgnoreCase(this.serverDefault);
		return new ColumnText(this.type, this.characterSet, this.collation, this.generated,
				takesNull ? "NULL" : "NOT NULL", (isNullDefault && !takesNull) ? null : this.serverDefault,
				this.onUpdate, this.autoIncrement, this.comment, this.checks, this.others);
	}

	ColumnText serverDefault(@Nullable String value) {
		boolean bringsOnUpdate = value != null && value.toLowerCase(Locale.ROOT).matches("(?s).*\\bon\\s+update\\b.*");
		return new ColumnText(this.type, this.characterSet, this.collation, this.generated, this.nullability, value,
				bringsOnUpdate ? null : this.onUpdate, this.autoIncrement, this.comment, this.checks, this.others);
	}

	ColumnText numbered(boolean value) {
		return new ColumnText(this.type, this.characterSet, this.collation, this.generated,
				value ? "NOT NULL" : this.nullability, value ? null : this.serverDefault, this.onUpdate, value,
				this.comment, this.checks, this.others);
	}

	ColumnText generated(@Nullable String value) {
		return new ColumnText(this.type, this.characterSet, this.collation, value, this.nullability,
				(value != null) ? null : this.serverDefault, this.onUpdate, this.autoIncrement, this.comment,
				this.checks, this.others);
	}

	ColumnText collated(@Nullable String value) {
		return new ColumnText(this.type, null, value, this.generated, this.nullability, this.serverDefault,
				this.onUpdate, this.autoIncrement, this.comment, this.checks, this.others);
	}

	ColumnText comment(@Nullable String value) {
		return new ColumnText(this.type, this.characterSet, this.collation, this.generated, this.nullability,
				this.serverDefault, this.onUpdate, this.autoIncrement, value, this.checks, this.others);
	}

	/**
	 * Return this column with another name, by which its checks name it.
	 * @param name the name so far, quoted
	 * @param newName the name from now on, quoted
	 * @return the column
	 */
	ColumnText renamed(String name, String newName) {
		List<String> renamed = this.checks.stream().map((check) -> check.replace(name, newName)).toList();
		return new ColumnText(this.type, this.characterSet, this.collation, this.generated, this.nullability,
				this.serverDefault, this.onUpdate, this.autoIncrement, this.comment, renamed, this.others);
	}

	boolean isVirtual() {
		return this.generated != null && this.generated.toUpperCase(Locale.ROOT).endsWith("VIRTUAL");
	}

	/**
	 * Return the definition.
	 * @return the SQL behind the name of the column
	 */
	String sql() {
		StringBuilder sql = new StringBuilder(this.type);
		append(sql, " CHARACTER SET ", this.characterSet);
		append(sql, " COLLATE ", this.collation);
		append(sql, " ", this.generated);
		append(sql, " ", this.nullability);
		this.others.forEach((other) -> sql.append(' ').append(other));
		append(sql, " DEFAULT ", this.serverDefault);
		append(sql, " ON UPDATE ", this.onUpdate);
		append(sql, " ", this.autoIncrement ? "AUTO_INCREMENT" : null);
		append(sql, " COMMENT ", this.comment);
		this.checks.forEach((check) -> sql.append(" CHECK ").append(check));
		return sql.toString();
	}

	private static void append(StringBuilder sql, String words, @Nullable String part) {
		if (part != null) {
			sql.append(words).append(part);
		}
	}

	/**
	 * Reads the parts one after the other.
	 */
	private static final class Parser {

		private static final Set<String> TYPE_WORDS = Set.of("UNSIGNED", "SIGNED", "ZEROFILL", "PRECISION", "VARYING",
				"BINARY");

		private static final Set<String> BEGINS_PART = Set.of("CHARACTER", "CHARSET", "COLLATE", "GENERATED", "AS",
				"NOT", "NULL", "DEFAULT", "ON", "AUTO_INCREMENT", "COMMENT", "CHECK", "INVISIBLE", "VISIBLE",
				"COMPRESSED", "REF_SYSTEM_ID", "WITH", "WITHOUT");

		private static final Set<String> KEPT = Set.of("STORED", "PERSISTENT", "VIRTUAL");

		private final List<Piece> pieces;

		private final List<String> checks = new ArrayList<>();

		private final List<String> others = new ArrayList<>();

		private int position;

		Parser(List<Piece> pieces) {
			this.pieces = pieces;
		}

		ColumnText parse() {
			String type = type();
			String characterSet = null;
			String collation = null;
			String generated = null;
			String nullability = null;
			String serverDefault = null;
			String onUpdate = null;
			boolean autoIncrement = false;
			String comment = null;
			while (this.position < this.pieces.size()) {
				String piece = take();
				switch (piece.toUpperCase(Locale.ROOT)) {
					case "CHARACTER" -> {
						take();
						characterSet = take();
					}
					case "CHARSET" -> characterSet = take();
					case "COLLATE" -> collation = take();
					case "GENERATED" -> generated = "GENERATED " + take() + " " + take() + " " + take() + kept();
					case "AS" -> generated = "GENERATED ALWAYS AS " + take() + kept();
					case "NOT" -> nullability = "NOT " + take();
					case "NULL" -> nullability = "NULL";
					case "DEFAULT" -> serverDefault = expression();
					case "ON" -> {
						take();
						onUpdate = expression();
					}
					case "AUTO_INCREMENT" -> autoIncrement = true;
					case "COMMENT" -> comment = take();
					case "CHECK" -> this.checks.add(take());
					default -> this.others.add(piece);
				}
			}
			return new ColumnText(type, characterSet, collation, generated, nullability, serverDefault, onUpdate,
					autoIncrement, comment, this.checks, this.others);
		}

		private String take() {
			return this.pieces.get(this.position++).text();
		}

		private @Nullable Piece next() {
			return (this.position < this.pieces.size()) ? this.pieces.get(this.position) : null;
		}

		private String type() {
			StringBuilder type = new StringBuilder(take());
			for (Piece next = next(); next != null; next = next()) {
				if (next.text().startsWith("(")) {
					type.append(take());
				}
				else if (next.is(TYPE_WORDS)) {
					type.append(' ').append(take());
				}
				else {
					break;
				}
			}
			return type.toString();
		}

		private String kept() {
			Piece next = next();
			return (next != null && next.is(KEPT)) ? " " + take() : "";
		}

		/**
		 * An expression need not stand in parentheses. It goes on until the next part
		 * begins.
		 */
		private String expression() {
			StringBuilder expression = new StringBuilder(take());
			for (Piece next = next(); next != null && !beginsPart(next); next = next()) {
				expression.append(next.isApart() ? " " : "").append(take());
			}
			return expression.toString();
		}

		private static boolean beginsPart(Piece piece) {
			return piece.is(BEGINS_PART) || piece.text().startsWith("/*");
		}

	}

}
