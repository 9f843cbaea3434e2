package dev.migration.dialect.sqlite.rebuild;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.sqlite.ddl.Clause;
import dev.migration.dialect.sqlite.ddl.ClauseKind;
import dev.migration.dialect.sqlite.ddl.TableDefinition;
import dev.migration.dialect.sqlite.ddl.TableItem;
import dev.migration.operation.Operation;

/**
 * Makes the statements of a rebuild: create the new table, copy, check, drop the old one,
 * rename, make the indexes and triggers again, and check what refers to the table.
 *
 * @see <a href="https://sqlite.org/lang_altertable.html#otheralter">Making Other Kinds Of
 * Table Schema Changes</a>
 */
final class Rebuild {

	private final TableInWork table;

	private final TableDefinition before;

	private final TableDefinition after;

	private final Operation operation;

	private final String copyName;

	private final List<SqlStatement> statements = new ArrayList<>();

	/**
	 * Create a new rebuild.
	 * @param table the table with its changes rehearsed
	 * @param before its definition before them
	 * @param operation the operation, for errors
	 */
	Rebuild(TableInWork table, TableDefinition before, Operation operation) {
		this.table = table;
		this.before = before;
		this.after = table.definition();
		this.operation = operation;
		this.copyName = copyName(table);
	}

	private static String copyName(TableInWork table) {
		List<String> taken = new ArrayList<>();
		List<SchemaObject> objects = new ArrayList<>(table.rehearsal().database().objects());
		if (table.real() != null) {
			objects.addAll(table.real().objects());
		}
		objects.forEach((object) -> taken.add(object.name().toLowerCase(Locale.ROOT)));
		String base = "migration_copy_of_" + table.name();
		String name = base;
		for (int i = 2; taken.contains(name.toLowerCase(Locale.ROOT)); i++) {
			name = base + "_" + i;
		}
		return name;
	}

	List<SqlStatement> statements() {
		renameColumns();
		Database real = this.table.real();
		TableCopy copy = copy();
		add(this.after.withoutQualifiers().withName(qualified(this.copyName)).sql());
		this.statements.add((real != null) ? SqlStatement.action(copy.sql(), copy) : new SqlStatement(copy.sql()));
		if (real != null) {
			this.statements.add(SqlStatement.check(copy.countSql(), "all rows were copied", copy::requireSameCount));
		}
		add("DROP TABLE " + qualified(this.table.name()));
		Rename rename = new Rename(
				"ALTER TABLE " + qualified(this.copyName) + " RENAME TO " + Database.quote(this.table.name()));
		this.statements.add(SqlStatement.action(rename.sql(), rename));
		keepSequence();
		recreate("index");
		recreate("trigger");
		keepStatistics();
		if (real != null) {
			check(real);
		}
		return this.statements;
	}

	private void add(String sql) {
		this.statements.add(new SqlStatement(sql));
	}

	private String qualified(String name) {
		return (this.table.real() != null) ? this.table.real().qualified(name) : Database.quote(name);
	}

	private String schema() {
		return (this.table.real() != null) ? this.table.real().schema() : "main";
	}

	/**
	 * SQLite renames a column everywhere: in checks, indexes, triggers, views and foreign
	 * keys of other tables. A column whose name another one gets steps aside first.
	 */
	private void renameColumns() {
		Map<String, String> names = new LinkedHashMap<>();
		this.before.columns()
			.forEach((column) -> names.put(column.columnName().toLowerCase(Locale.ROOT), column.columnName()));
		List<TrackedColumn> renamed = this.table.columns().stream().filter(TrackedColumn::isRenamed).toList();
		for (TrackedColumn column : renamed) {
			String wanted = column.name().toLowerCase(Locale.ROOT);
			String own = String.valueOf(column.original()).toLowerCase(Locale.ROOT);
			String inTheWay = names.get(wanted);
			if (inTheWay != null && !wanted.equals(own)) {
				String aside = "migration_" + names.size() + "_" + inTheWay;
				renameColumn(inTheWay, aside);
				names.put(wanted, aside);
			}
		}
		for (TrackedColumn column : renamed) {
			renameColumn(String.valueOf(names.get(String.valueOf(column.original()).toLowerCase(Locale.ROOT))),
					column.name());
		}
	}

	private void renameColumn(String from, String to) {
		if (!from.equals(to)) {
			add("ALTER TABLE " + qualified(this.table.name()) + " RENAME COLUMN " + Database.quote(from) + " TO "
					+ Database.quote(to));
		}
	}

	private TableCopy copy() {
		Map<String, String> expressions = new LinkedHashMap<>();
		for (TableItem item : this.after.columns()) {
			TrackedColumn tracked = this.table.find(item.columnName());
			if (tracked != null && tracked.original() != null && !item.has(ClauseKind.GENERATED)) {
				expressions.put(Database.quote(item.columnName()), expression(tracked, item));
			}
		}
		String rowid = rowidName();
		TableItem alias = this.after.rowidAlias();
		boolean hasAlias = alias != null && expressions.containsKey(Database.quote(alias.columnName()));
		boolean keepsRowid = rowid != null && !hasAlias && !this.after.isWithoutRowid();
		List<String> key = (rowid != null) ? List.of(rowid) : this.before.isWithoutRowid() ? currentKey() : List.of();
		return new TableCopy(qualified(this.table.name()), qualified(this.copyName), this.table.name(), expressions,
				keepsRowid ? rowid : null, key, this.after);
	}

	private String expression(TrackedColumn column, TableItem item) {
		if (column.using() != null) {
			return "(" + column.using() + ")";
		}
		return conversion(column, item, Database.quote(item.columnName())).expression();
	}

	private Conversion conversion(TrackedColumn column, TableItem item, String name) {
		TableItem was = this.before.column(String.valueOf(column.original()));
		return Conversion.of(name, (was != null) ? was.declaredType() : "", item.declaredType());
	}

	/**
	 * Make sure that no value changes its meaning by a change of type.
	 */
	void requireSurvival() {
		Database real = this.table.real();
		for (TableItem item : this.after.columns()) {
			TrackedColumn column = this.table.find(item.columnName());
			if (real == null || column == null || column.original() == null || column.using() != null
					|| item.has(ClauseKind.GENERATED)) {
				continue;
			}
			String survives = conversion(column, item, Database.quote(column.original())).survives();
			if (survives != null) {
				new Rows(real, this.table.name()).require(survives,
						"column " + column.name() + " has values that would not survive as " + item.declaredType(),
						"Change them first, or say how to convert them: type(…).using(\"…\").");
			}
			if (item.equals(this.after.rowidAlias()) && this.before.rowidAlias() == null) {
				new Rows(real, this.table.name()).require(Database.quote(column.original()) + " IS NOT NULL",
						"column " + column.name() + " is null, and SQLite would make a number up for the key",
						"Fill it first, with op.execute(\"UPDATE …\").");
			}
		}
	}

	private List<String> currentKey() {
		List<String> key = new ArrayList<>();
		for (String column : this.before.primaryKey()) {
			TrackedColumn tracked = this.table.columns()
				.stream()
				.filter((each) -> column.equalsIgnoreCase(each.original()))
				.findFirst()
				.orElse(null);
			if (tracked == null) {
				return List.of();
			}
			key.add(Database.quote(tracked.name()));
		}
		return key;
	}

	/**
	 * Return a name of the rowid that no column has taken, before and after.
	 */
	private @Nullable String rowidName() {
		if (this.before.isWithoutRowid()) {
			return null;
		}
		for (String name : List.of("rowid", "_rowid_", "oid")) {
			if (this.before.column(name) == null && this.after.column(name) == null) {
				return name;
			}
		}
		return null;
	}

	/**
	 * The drop forgets up to where an {@code AUTOINCREMENT} has counted.
	 */
	private void keepSequence() {
		Database real = this.table.real();
		if (real == null || !isNumbered(this.before) || !isNumbered(this.after)) {
			return;
		}
		String sequences = real.schema().equals("main") ? "sqlite_sequence"
				: Database.quote(real.schema()) + ".sqlite_sequence";
		String condition = " WHERE name = " + Database.literal(this.table.name());
		add("DELETE FROM " + sequences + condition);
		for (List<@Nullable Object> row : real.query("SELECT seq FROM " + sequences + condition)) {
			add("INSERT INTO " + sequences + " (name, seq) VALUES (" + Database.literal(this.table.name()) + ", "
					+ row.get(0) + ")");
		}
	}

	private static boolean isNumbered(TableDefinition definition) {
		List<Clause> clauses = new ArrayList<>(definition.tableClauses());
		definition.columns().forEach((column) -> clauses.addAll(column.clauses()));
		return clauses.stream()
			.anyMatch((clause) -> clause.kind() == ClauseKind.PRIMARY_KEY && clause.says("AUTOINCREMENT"));
	}

	/**
	 * The drop also forgets what {@code ANALYZE} has found.
	 */
	private void keepStatistics() {
		Database real = this.table.real();
		if (real == null) {
			return;
		}
		Set<String> indexes = new LinkedHashSet<>();
		this.table.rehearsal()
			.database()
			.query("SELECT name FROM pragma_index_list(" + Database.literal(this.table.name()) + ")")
			.forEach((row) -> indexes.add(Database.text(row, 0)));
		for (String name : List.of("sqlite_stat1", "sqlite_stat4")) {
			boolean isThere = real.number("SELECT count(*) FROM " + Database.quote(real.schema())
					+ ".sqlite_master WHERE name = " + Database.literal(name)) > 0;
			if (isThere) {
				keepStatistics(Database.quote(real.schema()) + "." + name, indexes, real);
			}
		}
	}

	private void keepStatistics(String statistics, Set<String> indexes, Database real) {
		List<List<@Nullable Object>> kept = real
			.query("SELECT * FROM " + statistics + " WHERE tbl = " + Database.literal(this.table.name()))
			.stream()
			.filter((row) -> row.get(1) == null || indexes.contains(Database.text(row, 1)))
			.toList();
		if (!kept.isEmpty()) {
			String values = String.join(", ", Collections.nCopies(kept.get(0).size(), "?"));
			this.statements.add(new SqlStatement("INSERT INTO " + statistics + " VALUES (" + values + ")", kept, null));
		}
	}

	private void recreate(String type) {
		List<SchemaObject> rehearsed = this.table.rehearsal().objects(type, this.table.name());
		rehearsed.forEach((object) -> add(object.sqlIn(schema())));
		Database real = this.table.real();
		if (real == null) {
			return;
		}
		for (SchemaObject object : real.objects()) {
			if (object.type().equals(type) && object.isOn(this.table.name())
					&& this.table.rehearsal().isLeftOut(object)) {
				add(object.sqlIn(schema()));
			}
		}
		if (type.equals("trigger") && real.schema().equals("main")) {
			for (SchemaObject object : new Database(real.connection(), "temp").objects()) {
				if (object.type().equals(type) && object.isOn(this.table.name())) {
					add(object.sqlIn("temp"));
				}
			}
		}
	}

	private void check(Database real) {
		ForeignKeys foreignKeys = new ForeignKeys(real);
		Set<String> tables = new LinkedHashSet<>(foreignKeys.referringTo(this.table.name()));
		boolean refersToOthers = foreignKeys.hasAny(this.table.name())
				|| new ForeignKeys(this.table.rehearsal().database()).hasAny(this.table.name());
		if (refersToOthers) {
			tables.add(this.table.name());
		}
		if (!tables.isEmpty()) {
			Set<String> known = foreignKeys.violations(tables);
			this.statements.add(SqlStatement.check("PRAGMA foreign_key_check", "foreign keys hold",
					(connection) -> FinalChecks.requireNoViolation(real, tables, known)));
		}
		Map<SchemaObject, String> broken = new BrokenObjects(real).find();
		this.statements.add(SqlStatement.check("SELECT name FROM sqlite_master WHERE type IN ('view', 'trigger')",
				"views and triggers work",
				(connection) -> FinalChecks.requireNothingBroken(real, broken, this.operation)));
	}

}
