package dev.migration.dialect.sqlite.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes valid tables in every way that SQLite reads.
 */
final class RandomTable {

	private final Random random;

	// SQLite refuses two different ones on the same columns.
	private final String conflict;

	private final List<String> columns = new ArrayList<>();

	RandomTable(Random random) {
		this.random = random;
		this.conflict = pick("IGNORE", "replace", "ABORT");
	}

	String sql() {
		boolean isStrict = chance(5);
		boolean isWithoutRowid = chance(5);
		int count = 1 + this.random.nextInt(5);
		List<String> items = new ArrayList<>();
		boolean hasInlineKey = isWithoutRowid || chance(2);
		for (int i = 0; i < count; i++) {
			this.columns.add(name(i));
			boolean isComputed = i > 0 && chance(6);
			items.add(column(i, hasInlineKey && i == 0, isStrict, isComputed));
		}
		int constraints = this.random.nextInt(3);
		for (int i = 0; i < constraints; i++) {
			items.add(constraint(i));
		}
		StringBuilder sql = new StringBuilder(word("CREATE")).append(space())
			.append(word("TABLE"))
			.append(space())
			.append("\"a table\"")
			.append(gap())
			.append("(");
		for (int i = 0; i < items.size(); i++) {
			sql.append(gap()).append(items.get(i)).append(gap()).append((i < items.size() - 1) ? "," : "");
		}
		sql.append(")");
		List<String> options = new ArrayList<>();
		if (isWithoutRowid) {
			options.add(word("WITHOUT") + space() + word("ROWID"));
		}
		if (isStrict) {
			options.add(word("STRICT"));
		}
		return sql.append(gap()).append(String.join(gap() + "," + gap(), options)).toString();
	}

	private String column(int index, boolean isKey, boolean isStrict, boolean isComputed) {
		StringBuilder column = new StringBuilder(this.columns.get(index));
		String type = isStrict ? pick("INT", "INTEGER", "TEXT", "BLOB", "REAL", "ANY") : pick("", "INTEGER", "text",
				"VARCHAR(20)", "DECIMAL(10, 2)", "double precision", "UNSIGNED BIG INT", "\"odd type\"", "JSON");
		column.append(type.isEmpty() ? "" : space() + type);
		if (isKey) {
			column.append(space()).append(name("pk")).append(word("PRIMARY")).append(space()).append(word("KEY"));
			column.append(chance(3) ? space() + word("ASC") : "").append(conflict());
		}
		if (isComputed) {
			// SQLite takes these two words for a part of the type if anything but one
			// blank
			// stands before or between them.
			column.append(' ')
				.append(chance(2) ? word("GENERATED") + " " + word("ALWAYS") + " " : "")
				.append(word("AS"))
				.append(gap())
				.append("(")
				.append(this.columns.get(0))
				.append(" || ')'")
				.append(gap())
				.append(")")
				.append(chance(2) ? space() + pick("STORED", "virtual") : "");
			return column.toString();
		}
		if (chance(3)) {
			column.append(space())
				.append(name("nn"))
				.append(word("NOT"))
				.append(space())
				.append(word("NULL"))
				.append(conflict());
		}
		if (chance(3)) {
			column.append(space())
				.append(word("DEFAULT"))
				.append(space())
				.append(pick("1", "-3", "+5", "1.5", ".5e-3", "2E+4", "'it''s'", "''", "NULL", "CURRENT_TIMESTAMP",
						"x'00ff'", "0x1F", "TRUE", "(1 + 2)", "(lower('A)') || ')')", "'a -- b'"));
		}
		if (chance(4)) {
			column.append(space())
				.append(name("ck"))
				.append(word("CHECK"))
				.append(gap())
				.append("(length(")
				.append(this.columns.get(index))
				.append(") < 99 /* ) , */ OR 'x,)' <> \"y\")");
		}
		if (chance(4)) {
			column.append(space()).append(word("COLLATE")).append(space()).append(pick("NOCASE", "rtrim", "BINARY"));
		}
		if (chance(5)) {
			column.append(space()).append(name("uq")).append(word("UNIQUE")).append(conflict());
		}
		if (chance(4)) {
			column.append(space()).append(name("fk")).append(references());
		}
		return column.toString();
	}

	private String constraint(int index) {
		String column = this.columns.get(this.random.nextInt(this.columns.size()));
		return switch (this.random.nextInt(3)) {
			case 0 -> name("tu" + index) + word("UNIQUE") + gap() + "(" + gap() + column
					+ (chance(2) ? " COLLATE NOCASE DESC" : "") + ")" + conflict();
			case 1 -> name("tc" + index) + word("CHECK") + gap() + "(" + column + gap() + " IS NOT 'a,b(')" + gap();
			default -> name("tf" + index) + word("FOREIGN") + space() + word("KEY") + gap() + "(" + column + ")" + gap()
					+ references();
		};
	}

	private String references() {
		StringBuilder text = new StringBuilder(word("REFERENCES")).append(space()).append(pick("p", "\"p\"", "[p]"));
		text.append(chance(2) ? gap() + "(a)" : "");
		text.append(chance(2) ? space() + "ON DELETE " + pick("CASCADE", "SET NULL", "NO ACTION", "RESTRICT") : "");
		text.append(chance(4) ? space() + "MATCH FULL" : "");
		text.append(chance(3) ? space() + "ON UPDATE " + pick("SET DEFAULT", "CASCADE") : "");
		text.append(chance(3) ? space() + pick("", "NOT ") + "DEFERRABLE" + pick("", " INITIALLY DEFERRED") : "");
		return text.toString();
	}

	private String conflict() {
		return chance(4) ? space() + word("ON") + space() + word("CONFLICT") + space() + this.conflict : "";
	}

	private String name(String constraint) {
		return chance(3) ? word("CONSTRAINT") + space() + constraint + space() : "";
	}

	private String name(int index) {
		return switch (this.random.nextInt(6)) {
			case 0 -> "\"quo\"\"te,(" + index + "\"";
			case 1 -> "[br )ack" + index + "]";
			case 2 -> "`tick " + index + "`";
			case 3 -> "größe😀" + index;
			case 4 -> "\"select" + index + "\"";
			default -> "c" + index;
		};
	}

	private String word(String keyword) {
		return chance(2) ? keyword : keyword.toLowerCase();
	}

	private String space() {
		return pick(" ", " ", "  ", "\n\t", " /* c, ) */ ", " -- it's (\n");
	}

	private String gap() {
		return chance(2) ? "" : space();
	}

	private boolean chance(int of) {
		return this.random.nextInt(of) == 0;
	}

	private String pick(String... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

}
