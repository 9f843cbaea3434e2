package dev.migration.dialect;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.operation.TableOperation;
import dev.migration.schema.Column;
import dev.migration.schema.Constraint;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;
import dev.migration.schema.TableOption;

/**
 * Renders operations on tables.
 */
public class TableRenderer extends TopicRenderer implements TableOperation.Visitor<List<SqlStatement>> {

	/**
	 * Create a new renderer.
	 * @param renderer the renderer of all topics
	 */
	public TableRenderer(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	public List<SqlStatement> createTable(TableOperation.CreateTable operation) {
		Table table = operation.table();
		List<SqlStatement> statements = new ArrayList<>();
		table.columns().forEach((column) -> statements.addAll(renderer().enumTypes().required(column)));
		statements.add(new SqlStatement(definition(table, operation.ifNotExists())));
		statements.addAll(comments(table));
		return statements;
	}

	/**
	 * Return the statement that creates a table.
	 * @param table the table
	 * @param ifNotExists whether it may be there already
	 * @return the SQL
	 */
	public String definition(Table table, boolean ifNotExists) {
		List<String> parts = new ArrayList<>();
		table.columns().forEach((column) -> parts.add(definitions().column(column, table)));
		for (Constraint constraint : table.constraints()) {
			if (!(constraint instanceof PrimaryKey) || !isInlinePrimaryKey(table)) {
				parts.add(definitions().constraint(constraint, table.name()));
			}
		}
		return "CREATE " + prefix(table) + "TABLE " + ifNotExists(ifNotExists) + quote(table.name()) + " (\n\t"
				+ String.join(",\n\t", parts) + "\n)" + suffix(table);
	}

	/**
	 * Return whether the primary key stands in the definition of its column.
	 * @param table the table
	 * @return {@code false} unless a database needs it
	 */
	protected boolean isInlinePrimaryKey(Table table) {
		return false;
	}

	/**
	 * Return what stands before the word {@code TABLE}.
	 * @param table the table
	 * @return the SQL with a space behind it, or nothing
	 */
	protected final String prefix(Table table) {
		List<String> words = options(table, true);
		return words.isEmpty() ? "" : String.join(" ", words) + " ";
	}

	/**
	 * Return what stands behind the columns.
	 * @param table the table
	 * @return the SQL with a space before it, or nothing
	 */
	protected String suffix(Table table) {
		List<String> words = options(table, false);
		return words.isEmpty() ? "" : " " + String.join(optionSeparator(), words);
	}

	/**
	 * Return what stands between two options.
	 * @return the separator
	 */
	protected String optionSeparator() {
		return " ";
	}

	/**
	 * Return the options of a table for this database.
	 * @param table the table
	 * @param prefixes whether to return those before the word {@code TABLE}, rather than
	 * those behind the columns
	 * @return the options
	 */
	protected final List<String> options(Table table, boolean prefixes) {
		return table.options()
			.stream()
			.filter((option) -> option.isPrefix() == prefixes && isFor(option))
			.map(TableOption::sql)
			.toList();
	}

	/**
	 * Return whether an option is for this database.
	 * @param option the option
	 * @return whether it names this dialect
	 */
	protected boolean isFor(TableOption option) {
		return option.dialect().equals(renderer().dialect().id());
	}

	/**
	 * Return the statements that comment on a new table and its columns, where they do
	 * not stand in its definition.
	 * @param table the table
	 * @return the statements
	 */
	protected List<SqlStatement> comments(Table table) {
		List<SqlStatement> statements = new ArrayList<>();
		if (table.comment() != null) {
			statements.addAll(comment(table.name(), table.comment()));
		}
		for (Column column : table.columns()) {
			if (column.comment() != null) {
				statements.addAll(renderer().columns().comment(table.name(), column, column.comment()));
			}
		}
		return statements;
	}

	@Override
	public List<SqlStatement> dropTable(TableOperation.DropTable operation) {
		return one("DROP TABLE " + ifExists(operation.ifExists()) + quote(operation.table()));
	}

	@Override
	public List<SqlStatement> renameTable(TableOperation.RenameTable operation) {
		return one("ALTER TABLE " + quote(operation.table()) + " RENAME TO " + quote(operation.newName()));
	}

	@Override
	public List<SqlStatement> commentTable(TableOperation.CommentTable operation) {
		return comment(operation.table(), operation.comment());
	}

	/**
	 * Return the statement that comments on a table.
	 * @param table the table
	 * @param comment the comment, or {@code null} for none
	 * @return the statement
	 */
	protected List<SqlStatement> comment(QualifiedName table, @Nullable String comment) {
		return one("COMMENT ON TABLE " + quote(table) + " IS " + renderer().dialect().literal(comment));
	}

}
