package dev.migration.dialect.sqlite.rebuild;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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
		Database real = this.table.real();
		if (real != null) {
			this.table.checks().add(nothingElse(real));
		}
		renameColumns();
		TableCopy copy = copy();
		add(this.after.withoutQualifiers().withName(qualified(this.copyName)).sql());
		this.statements.add((real != null) ? SqlStatement.action(copy.sql(), copy) : new SqlStatement(copy.sql()));
		keepSequence();
		List<String> statistics = statistics();
		statistics.forEach(this::setStatisticsAside);
		add("DROP TABLE " + qualified(this.table.name()));
		Rename rename = new Rename(
				"ALTER TABLE " + qualified(this.copyName) + " RENAME TO " + Database.quote(this.table.name()));
		this.statements.add(SqlStatement.action(rename.sql(), rename));
		statistics.forEach(this::bringStatisticsBack);
		recreate("index");
		recreate("trigger");
		if (real != null) {
			check(real);
		}
		return this.statements;
	}

	/**
	 * A script is written for the table as the revisions made it, and must not lose what
	 * somebody else made.
	 */
	private SqlStatement nothingElse(Database real) {
		String name = Database.literal(this.table.name());
		List<String> columns = this.before.columns().stream().map(TableItem::columnName).toList();
		List<String> objects = real.objects()
			.stream()
			.filter((object) -> object.isOn(this.table.name()))
			.map(SchemaObject::name)
			.toList();
		return SqlStatement.check("SELECT name FROM pragma_table_xinfo(" + name + ", " + Database.literal(real.schema())
				+ ") WHERE " + isNoneOf(columns) + " UNION ALL SELECT name FROM " + Database.quote(real.schema())
				+ ".sqlite_master WHERE tbl_name = " + name
				+ " COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL AND " + isNoneOf(objects),
				"Table " + this.table.name() + " has a column, index or trigger that the script does not know");
	}

	private static String isNoneOf(List<String> names) {
		return names.stream()
			.map(Database::literal)
			.collect(Collectors.joining(", ", "name COLLATE NOCASE NOT IN (", ")"));
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
		boolean keepsKey = keepsRowid || ((alias != null && rowid != null) ? isKept(alias, this.before.rowidAlias())
				: this.after.isWithoutRowid() && keepsKey(key));
		return new TableCopy(qualified(this.table.name()), qualified(this.copyName), this.table.name(), expressions,
				keepsRowid ? rowid : null, key, keepsKey, this.after, this.table.counted());
	}

	private boolean keepsKey(List<String> key) {
		List<String> keyAfter = this.after.primaryKey().stream().map(Database::quote).toList();
		return keyAfter.equals(key) && this.after.primaryKey()
			.stream()
			.map(this.after::column)
			.allMatch((item) -> item != null && isKept(item, originalOf(item)));
	}

	private @Nullable TableItem originalOf(TableItem item) {
		TrackedColumn column = this.table.find(item.columnName());
		return (column != null && column.original() != null) ? this.before.column(column.original()) : null;
	}

	/**
	 * Return whether the values of a column stay as they are, and so does their order.
	 */
	private boolean isKept(TableItem item, @Nullable TableItem was) {
		TrackedColumn column = this.table.find(item.columnName());
		return was != null && column != null && was.equals(originalOf(item)) && column.using() == null
				&& was.declaredType().equals(item.declaredType())
				&& Objects.equals(was.clause(ClauseKind.COLLATE), item.clause(ClauseKind.COLLATE));
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
		for (TableItem item : this.after.columns()) {
			TrackedColumn column = this.table.find(item.columnName());
			if (column == null || column.original() == null || column.using() != null
					|| item.has(ClauseKind.GENERATED)) {
				continue;
			}
			String survives = conversion(column, item, Database.quote(column.original())).survives();
			if (survives != null) {
				this.table.require(survives,
						"column " + column.name() + " has values that would not survive as " + item.declaredType(),
						"Change them first, or say how to convert them: type(…).using(\"…\").");
			}
			if (item.equals(this.after.rowidAlias()) && this.before.rowidAlias() == null) {
				this.table.require(Database.quote(column.original()) + " IS NOT NULL",
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
	 * The drop forgets up to where an {@code AUTOINCREMENT} has counted, so the copy
	 * takes it over before; the rename takes it along.
	 */
	private void keepSequence() {
		Database real = this.table.real();
		if (real == null || !isNumbered(this.before) || !isNumbered(this.after)) {
			return;
		}
		String sequences = real.schema().equals("main") ? "sqlite_sequence"
				: Database.quote(real.schema()) + ".sqlite_sequence";
		String copy = Database.literal(this.copyName);
		add("DELETE FROM " + sequences + " WHERE name = " + copy);
		add("INSERT INTO " + sequences + " (name, seq) SELECT " + copy + ", seq FROM " + sequences + " WHERE name = "
				+ Database.literal(this.table.name()));
	}

	private static boolean isNumbered(TableDefinition definition) {
		List<Clause> clauses = new ArrayList<>(definition.tableClauses());
		definition.columns().forEach((column) -> clauses.addAll(column.clauses()));
		return clauses.stream()
			.anyMatch((clause) -> clause.kind() == ClauseKind.PRIMARY_KEY && clause.says("AUTOINCREMENT"));
	}

	/**
	 * Return the tables with what {@code ANALYZE} has found, which the drop forgets too.
	 */
	private List<String> statistics() {
		Database real = this.table.real();
		if (real == null) {
			return List.of();
		}
		String schema = Database.quote(real.schema());
		return real
			.query("SELECT name FROM " + schema + ".sqlite_master WHERE name IN ('sqlite_stat1', 'sqlite_stat4')")
			.stream()
			.map((row) -> schema + "." + Database.text(row, 0))
			.toList();
	}

	private void setStatisticsAside(String statistics) {
		String indexes = this.table.rehearsal()
			.database()
			.query("SELECT name FROM pragma_index_list(" + Database.literal(this.table.name()) + ")")
			.stream()
			.map((row) -> Database.literal(Database.text(row, 0)))
			.collect(Collectors.joining(", ", "(", ")"));
		add("UPDATE " + statistics + " SET tbl = " + Database.literal(this.copyName) + " WHERE tbl = "
				+ Database.literal(this.table.name()) + " AND (idx IS NULL OR idx IN " + indexes + ")");
	}

	private void bringStatisticsBack(String statistics) {
		add("UPDATE " + statistics + " SET tbl = " + Database.literal(this.table.name()) + " WHERE tbl = "
				+ Database.literal(this.copyName));
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
