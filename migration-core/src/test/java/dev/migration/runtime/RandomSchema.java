package dev.migration.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import dev.migration.BatchOperations;
import dev.migration.BatchOperations.Recreate;

import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.expression;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Definitions.unique;
import static dev.migration.schema.Types.sqlType;

/**
 * A table {@code t} with everything that SQLite can hang on one, rows, and a column that
 * nothing else mentions, for a change.
 */
final class RandomSchema {

	private final Random random;

	private final List<String> creation = new ArrayList<>();

	private final String target;

	private final boolean isStrict;

	RandomSchema(Random random) {
		this.random = random;
		this.target = pick("target", "\"tar\"\"get\"", "[Ta get]", "größe").replaceAll("^[\"\\[]|[\"\\]]$", "")
			.replace("\"\"", "\"");
		this.isStrict = chance(5);
		build();
	}

	private void build() {
		boolean isWithoutRowid = chance(4);
		boolean hasKey = isWithoutRowid || chance(2);
		boolean isNumbered = hasKey && !isWithoutRowid && chance(2);
		List<String> items = new ArrayList<>();
		items.add("k INTEGER" + (hasKey ? " PRIMARY KEY" + (isNumbered ? " AUTOINCREMENT" : "") : " UNIQUE"));
		items.add("a TEXT " + pick("", "COLLATE NOCASE ") + pick("", "CONSTRAINT nn NOT NULL ON CONFLICT IGNORE")
				+ " DEFAULT 'it''s'");
		items.add("b INTEGER " + pick("", "CHECK (b <> 99)") + " /* b, as in ) */");
		items.add("\"select\" TEXT REFERENCES p (code) ON DELETE SET NULL ON UPDATE CASCADE");
		items.add("parent INTEGER REFERENCES t (k) ON DELETE CASCADE");
		items.add(BatchState.quote(this.target) + " TEXT");
		if (chance(2)) {
			items.add("g " + pick("INTEGER", "INT") + " GENERATED ALWAYS AS (b * 2) " + pick("STORED", "VIRTUAL"));
		}
		List<String> columns = new ArrayList<>(items);
		Collections.shuffle(columns, this.random);
		List<String> constraints = new ArrayList<>();
		constraints.add(pick("", "CONSTRAINT ck CHECK (length(a) < 50 OR t.b > 0)", "CHECK (a <> 'x,)')"));
		constraints.add(pick("", "UNIQUE (b, a)", "CONSTRAINT uq UNIQUE (a, b, k) ON CONFLICT REPLACE"));
		constraints.removeIf(String::isEmpty);
		columns.addAll(constraints);
		List<String> options = new ArrayList<>();
		if (isWithoutRowid) {
			options.add("WITHOUT ROWID");
		}
		if (this.isStrict) {
			options.add("STRICT");
		}
		this.creation.add("CREATE TABLE p (code TEXT PRIMARY KEY)");
		this.creation.add("INSERT INTO p VALUES ('x'), ('y')");
		this.creation.add("CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT)");
		this.creation.add("CREATE TABLE t (" + String.join(pick(", ", ",\n\t", " , -- next\n"), columns) + ") "
				+ String.join(", ", options));
		this.creation.add("CREATE TABLE log (m)");
		this.creation.add("CREATE TABLE child (id INTEGER PRIMARY KEY, k INTEGER REFERENCES t (k) ON DELETE CASCADE)");
		addRows(isNumbered);
		addObjects();
	}

	private void addRows(boolean isNumbered) {
		int count = this.random.nextInt(12);
		for (int i = 1; i <= count; i++) {
			String parent = (i > 1 && chance(2)) ? String.valueOf((i - 1) * 3) : "NULL";
			this.creation.add("INSERT INTO t (k, a, b, \"select\", parent, " + BatchState.quote(this.target)
					+ ") VALUES (" + i * 3 + ", 'a" + i + "', " + pick("NULL", String.valueOf(i), "-5") + ", "
					+ pick("'x'", "NULL") + ", " + parent + ", " + pick("'" + i + "'", "'-12'", "'7'") + ")");
			this.creation.add("INSERT INTO child (k) VALUES (" + i * 3 + ")");
		}
		if (isNumbered && count > 2) {
			this.creation.add("DELETE FROM child WHERE k = " + count * 3);
			this.creation.add("DELETE FROM t WHERE k = " + count * 3);
		}
	}

	private void addObjects() {
		List<String> objects = new ArrayList<>(List.of("CREATE INDEX ix_plain ON t (b DESC, a)",
				"CREATE UNIQUE INDEX \"ix odd\" ON t (a COLLATE NOCASE)", "CREATE INDEX ix_expr ON t (lower(a), b)",
				"CREATE INDEX ix_part ON t (a) WHERE b > 1", "CREATE VIEW v AS SELECT a, b FROM t",
				"CREATE VIEW w AS SELECT a FROM v", "CREATE VIEW broken AS SELECT nosuch FROM nowhere",
				"CREATE TRIGGER tr AFTER INSERT ON t WHEN new.b > 1 BEGIN INSERT INTO log VALUES (new.a || ';'); END",
				"CREATE TRIGGER tr_of BEFORE UPDATE OF a, b ON t BEGIN SELECT CASE WHEN new.a = 'no' THEN raise(ABORT, 'no') END; END",
				"CREATE TRIGGER tr_other AFTER INSERT ON log BEGIN UPDATE t SET b = 1 WHERE a = new.m; END",
				"ANALYZE"));
		objects.removeIf((object) -> chance(3));
		boolean hasView = objects.contains("CREATE VIEW v AS SELECT a, b FROM t");
		if (hasView) {
			objects.add(
					"CREATE TRIGGER tr_view INSTEAD OF INSERT ON v BEGIN INSERT INTO t (a, b) VALUES (new.a, new.b); END");
		}
		this.creation.addAll(objects);
	}

	List<String> creation() {
		return this.creation;
	}

	String target() {
		return this.target;
	}

	/**
	 * Return a random change of the target column.
	 */
	Change change() {
		String name = this.target;
		boolean isAlways = chance(3);
		Consumer<BatchOperations> also = (batch) -> {
			if (isAlways) {
				batch.recreate(Recreate.ALWAYS);
			}
		};
		Change change = switch (this.random.nextInt(9)) {
			case 0 -> new Change("type", (batch) -> batch.alterColumn(name, (c) -> c.type(sqlType("INTEGER"))),
					"SELECT 1 FROM pragma_table_info('t') WHERE name = ? AND type = 'INTEGER'", name);
			case 1 -> new Change("default", (batch) -> batch.alterColumn(name, (c) -> c.serverDefault(literal("d"))),
					"SELECT 1 FROM pragma_table_info('t') WHERE name = ? AND dflt_value = '''d'''", name);
			case 2 -> new Change("not null", (batch) -> batch.alterColumn(name, (c) -> c.notNull()),
					"SELECT 1 FROM pragma_table_info('t') WHERE name = ? AND \"notnull\" = 1", name);
			case 3 -> new Change("rename", (batch) -> batch.renameColumn(name, "renamed"),
					"SELECT 1 FROM pragma_table_info('t') WHERE name = ?", "renamed");
			case 4 -> new Change("drop", (batch) -> batch.dropColumn(name),
					"SELECT 1 WHERE ? NOT IN (SELECT name FROM pragma_table_info('t'))", name);
			case 5 -> new Change("rename and retype",
					(batch) -> batch.alterColumn(name, (c) -> c.rename("renamed").type(sqlType("ANY")).using("NULL")),
					"SELECT 1 FROM pragma_table_info('t') WHERE name = ? AND type = 'ANY'", "renamed");
			case 6 -> new Change("add",
					(batch) -> batch.addColumn(
							column("added_column", sqlType("INTEGER")).notNull().serverDefault(expression("1 + 1"))),
					"SELECT 1 FROM pragma_table_info('t') WHERE name = ?", "added_column");
			case 7 -> new Change("check", (batch) -> batch.createConstraint(check("added_ck", "k > 0")),
					"SELECT 1 FROM sqlite_master WHERE name = 't' AND sql LIKE '%' || ? || '%'", "added_ck");
			default -> new Change("unique", (batch) -> batch.createConstraint(unique("added_uq").on("k", name)),
					"SELECT 1 FROM sqlite_master WHERE name = 't' AND sql LIKE '%' || ? || '%'", "added_uq");
		};
		return new Change(change.description() + (isAlways ? ", recreate always" : ""),
				also.andThen(change.operations()), change.question(), change.argument());
	}

	private boolean chance(int of) {
		return this.random.nextInt(of) == 0;
	}

	private String pick(String... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

	/**
	 * A change, and how to see that it was made.
	 *
	 * @param description the change in words
	 * @param operations the change
	 * @param question a query that has a row afterwards
	 * @param argument its value
	 */
	record Change(String description, Consumer<BatchOperations> operations, String question, String argument) {

		boolean isThere(Connection connection) throws SQLException {
			String value = "'" + this.argument.replace("'", "''") + "'";
			return !SqliteRebuildProperties.rows(connection, this.question.replace("?", value)).isEmpty();
		}

	}

}
