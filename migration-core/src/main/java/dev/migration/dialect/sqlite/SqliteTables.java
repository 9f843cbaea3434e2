package dev.migration.dialect.sqlite;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.Lookup;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.dialect.TableRenderer;
import dev.migration.dialect.sqlite.rebuild.SetAside;
import dev.migration.dialect.sqlite.rebuild.UnenforcedForeignKeys;
import dev.migration.operation.TableOperation;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.Column;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;

/**
 * Renders operations on tables for SQLite, which has no comments.
 */
final class SqliteTables extends TableRenderer {

	SqliteTables(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	public String definition(Table table, boolean ifNotExists) {
		for (ForeignKey key : table.foreignKeys()) {
			String schema = key.referencedTable().schema();
			if (schema != null && !schema.equals(table.name().schema())) {
				throw renderer().unsupported("create " + key.describe() + " of table " + table.name(),
						"it points at " + key.referencedTable() + ", which is in another file",
						"Leave the key out, or do it only if op.dialect() is another one.");
			}
		}
		return super.definition(table, ifNotExists);
	}

	@Override
	protected boolean isInlinePrimaryKey(Table table) {
		return table.columns().stream().anyMatch(Column::isIdentity);
	}

	@Override
	protected String optionSeparator() {
		return ", ";
	}

	@Override
	protected List<SqlStatement> comment(QualifiedName table, @Nullable String comment) {
		return List.of();
	}

	/**
	 * SQLite deletes the rows of the table first, one by one, so that those that point to
	 * one another can be in each other's way.
	 */
	@Override
	public List<SqlStatement> dropTable(TableOperation.DropTable operation) {
		Connection connection = context().connection();
		if (connection != null && restrictsItself(new Lookup(connection), operation.table())) {
			UnenforcedForeignKeys.require(connection, "its rows restrict one another");
		}
		return super.dropTable(operation);
	}

	private boolean restrictsItself(Lookup lookup, QualifiedName table) {
		String schema = (table.schema() != null) ? table.schema() : "main";
		return lookup
			.hasRow("SELECT 1 FROM pragma_foreign_key_list(?, ?) WHERE \"table\" = ? COLLATE NOCASE"
					+ " AND on_delete NOT IN ('NO ACTION', 'CASCADE')", table.name(), schema, table.name())
				&& lookup.hasRow("SELECT 1 FROM " + renderer().quote(table));
	}

	@Override
	public List<SqlStatement> renameTable(TableOperation.RenameTable operation) {
		List<SqlStatement> statements = rename(operation);
		if (!context().isOnline()) {
			return statements;
		}
		return SetAside.around(context().connection(operation, "", ""), operation.table().schema(),
				operation.table().name(), statements);
	}

	/**
	 * A name is taken by a table whose name differs in its case only, also by itself.
	 */
	private List<SqlStatement> rename(TableOperation.RenameTable operation) {
		if (!operation.table().name().equalsIgnoreCase(operation.newName())) {
			return super.renameTable(operation);
		}
		String between = NamingConvention.cut(operation.newName() + "_renamed");
		List<SqlStatement> statements = new ArrayList<>(
				super.renameTable(new TableOperation.RenameTable(operation.table(), between)));
		statements.addAll(super.renameTable(
				new TableOperation.RenameTable(operation.table().sibling(between), operation.newName())));
		return statements;
	}

}
