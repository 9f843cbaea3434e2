package dev.migration.dialect.sqlite.ddl;

import dev.migration.DdlSyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * The text of a {@code CREATE TABLE} as a value that can be changed. Whatever a change
 * does not touch keeps its text to the last blank.
 *
 * @param beforeName the text before the name
 * @param nameText the name as it is written
 * @param afterName the text from the name to the first item, with the parenthesis
 * @param items the columns and constraints
 * @param options the text from the closing parenthesis on, with the table options
 */
public record TableDefinition(String beforeName, String nameText, String afterName, List<TableItem> items,
		String options) {

	public TableDefinition {
		items = List.copyOf(items);
	}

	/**
	 * Read a definition.
	 * @param sql the text, as {@code sqlite_master} keeps it
	 * @return the definition
	 * @throws DdlSyntaxException if the text cannot be read
	 */
	public static TableDefinition parse(String sql) {
		return new TableParser(sql).parse();
	}

	/**
	 * Return the text.
	 * @return the text
	 */
	public String sql() {
		StringBuilder sql = new StringBuilder(this.beforeName).append(this.nameText).append(this.afterName);
		for (int i = 0; i < this.items.size(); i++) {
			TableItem item = this.items.get(i);
			boolean isLast = i == this.items.size() - 1;
			sql.append(item.lead()).append(item.body()).append(item.trail());
			sql.append(isLast ? "" : ",").append(item.remark());
			String next = isLast ? this.options : this.items.get(i + 1).lead();
			if (!item.remark().isEmpty() && !next.startsWith("\n")) {
				sql.append('\n');
			}
		}
		return sql.append(this.options).toString();
	}

	/**
	 * Return the columns.
	 * @return the items that are columns, in their order
	 */
	public List<TableItem> columns() {
		return this.items.stream().filter((item) -> item.column() != null).toList();
	}

	/**
	 * Return a column.
	 * @param name its name, in any case
	 * @return the column, or {@code null} if it is not there
	 */
	public @Nullable TableItem column(String name) {
		return this.items.stream().filter((item) -> item.isColumn(name)).findFirst().orElse(null);
	}

	/**
	 * Return the clauses that are constraints of the table.
	 * @return the clauses, in their order
	 */
	public List<Clause> tableClauses() {
		return this.items.stream()
			.filter((item) -> item.column() == null)
			.flatMap((item) -> item.clauses().stream())
			.toList();
	}

	/**
	 * Return whether rows have no rowid.
	 * @return whether the table is {@code WITHOUT ROWID}
	 */
	public boolean isWithoutRowid() {
		return SqlToken.significant(this.options).stream().anyMatch((token) -> token.isWord("ROWID"));
	}

	/**
	 * Return whether values must have the declared type.
	 * @return whether the table is {@code STRICT}
	 */
	public boolean isStrict() {
		return SqlToken.significant(this.options).stream().anyMatch((token) -> token.isWord("STRICT"));
	}

	/**
	 * Return the columns of the primary key.
	 * @return their names in the order of the key, empty if there is none
	 */
	public List<String> primaryKey() {
		for (TableItem item : columns()) {
			if (item.has(ClauseKind.PRIMARY_KEY)) {
				return List.of(item.columnName());
			}
		}
		return tableClauses().stream()
			.filter((clause) -> clause.kind() == ClauseKind.PRIMARY_KEY)
			.findFirst()
			.map(Clause::columns)
			.orElse(List.of());
	}

	/**
	 * Return the column that is another name of the rowid.
	 * @return the column, or {@code null} if there is none
	 * @see <a href="https://sqlite.org/lang_createtable.html#rowid">ROWIDs and the
	 * INTEGER PRIMARY KEY</a>
	 */
	public @Nullable TableItem rowidAlias() {
		List<String> key = primaryKey();
		TableItem column = (key.size() == 1 && !isWithoutRowid()) ? column(key.get(0)) : null;
		if (column == null || !column.declaredType().equalsIgnoreCase("INTEGER")) {
			return null;
		}
		Clause inline = column.clause(ClauseKind.PRIMARY_KEY);
		return (inline != null && inline.says("DESC")) ? null : column;
	}

	/**
	 * Return this definition with another name of the table.
	 * @param newNameText the name as it is to be written
	 * @return the definition
	 */
	public TableDefinition withName(String newNameText) {
		return new TableDefinition("CREATE TABLE ", newNameText, this.afterName, this.items, this.options);
	}

	/**
	 * Return this definition with its columns named without the table in expressions, so
	 * that it also holds under another name.
	 * @return the definition
	 */
	public TableDefinition withoutQualifiers() {
		String name = SqlToken.of(this.nameText).get(0).name();
		return withItems(this.items.stream().map((item) -> item.withoutQualifier(name)).toList(), this.options);
	}

	/**
	 * Return this definition with other table options.
	 * @param newOptions the options, such as {@code STRICT}; empty for none
	 * @return the definition
	 */
	public TableDefinition withOptions(String newOptions) {
		return withItems(this.items, newOptions.isEmpty() ? ")" : ") " + newOptions);
	}

	private TableDefinition withItems(List<TableItem> newItems, String newOptions) {
		return new TableDefinition(this.beforeName, this.nameText, this.afterName, newItems, newOptions);
	}

	/**
	 * Return this definition with one more column, behind the others.
	 * @param text the column as it is to be written
	 * @return the definition
	 */
	public TableDefinition withColumn(String text) {
		return withItem(columns().size(), text);
	}

	/**
	 * Return this definition with one more constraint of the table.
	 * @param text the constraint as it is to be written
	 * @return the definition
	 */
	public TableDefinition withConstraint(String text) {
		return withItem(this.items.size(), text);
	}

	private TableDefinition withItem(int index, String text) {
		List<TableItem> all = new ArrayList<>(this.items);
		TableItem neighbour = all.get(index - 1);
		TableItem parsed = new ClauseParser(text, SqlToken.significant(text)).parse(indent(), "", "");
		if (index == all.size()) {
			String trail = neighbour.trail();
			boolean isRemark = !trail.isBlank();
			all.set(index - 1,
					neighbour.withSpace(neighbour.lead(), "", isRemark ? " " + trail.strip() : neighbour.remark()));
			parsed = parsed.withSpace(parsed.lead(), isRemark ? "\n" : trail, "");
		}
		all.add(index, parsed);
		return withItems(all, this.options);
	}

	/**
	 * Return the white space that new items begin with, so that they look like the
	 * others.
	 */
	private String indent() {
		String lead = this.items.get(this.items.size() - 1).lead();
		int newline = lead.lastIndexOf('\n');
		return (newline < 0) ? " " : lead.substring(newline);
	}

	/**
	 * Return this definition without a column.
	 * @param name the name of a column
	 * @return the definition
	 */
	public TableDefinition withoutColumn(String name) {
		return without(this.items.stream().filter((item) -> item.isColumn(name)).toList());
	}

	/**
	 * Return this definition without a constraint of the table.
	 * @param constraint the clause, one of {@link #tableClauses()}
	 * @return the definition
	 */
	public TableDefinition withoutConstraint(Clause constraint) {
		List<TableItem> all = new ArrayList<>();
		List<TableItem> empty = new ArrayList<>();
		for (TableItem item : this.items) {
			TableItem left = (item.column() == null) ? item.without(constraint::equals) : item;
			all.add(left);
			if (left.column() == null && left.clauses().isEmpty()) {
				empty.add(left);
			}
		}
		return withItems(all, this.options).without(empty);
	}

	private TableDefinition without(List<TableItem> gone) {
		List<TableItem> left = new ArrayList<>(this.items);
		String trail = left.get(left.size() - 1).trail();
		left.removeAll(gone);
		if (left.isEmpty()) {
			return withItems(left, this.options);
		}
		TableItem last = left.get(left.size() - 1);
		boolean wasLast = last.equals(this.items.get(this.items.size() - 1));
		if (!wasLast && trail.isBlank() && last.trail().isEmpty() && last.remark().isEmpty()) {
			left.set(left.size() - 1, last.withSpace(last.lead(), trail, ""));
		}
		return withItems(left, this.options);
	}

	/**
	 * Return this definition with a column changed.
	 * @param name the name of the column
	 * @param change what changes
	 * @return the definition
	 */
	public TableDefinition withColumn(String name, UnaryOperator<TableItem> change) {
		return withItems(this.items.stream().map((item) -> item.isColumn(name) ? change.apply(item) : item).toList(),
				this.options);
	}

	/**
	 * Return this definition with its columns in another order.
	 * @param names the names of all columns
	 * @return the definition
	 */
	public TableDefinition withOrder(List<String> names) {
		List<String> order = names.stream().map((name) -> name.toLowerCase(Locale.ROOT)).toList();
		List<TableItem> sorted = new ArrayList<>(columns());
		sorted.sort(Comparator.comparingInt((item) -> order.indexOf(item.columnName().toLowerCase(Locale.ROOT))));
		List<TableItem> all = new ArrayList<>();
		for (int i = 0; i < this.items.size(); i++) {
			TableItem place = this.items.get(i);
			if (i >= sorted.size()) {
				all.add(place);
				continue;
			}
			TableItem item = sorted.get(i);
			String trail = item.trail().isBlank() ? "" : item.trail();
			boolean isLast = i == this.items.size() - 1;
			all.add(item.withSpace(place.lead().isBlank() && item.lead().isBlank() ? place.lead() : item.lead(),
					(isLast && place.trail().isBlank()) ? place.trail() : trail, item.remark()));
		}
		return withItems(all, this.options);
	}

}
