package dev.migration.dialect.sqlite.inspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.migration.dialect.ServerVersion;
import dev.migration.dialect.sqlite.ddl.SqlToken;
import dev.migration.dialect.sqlite.ddl.TableDefinition;
import dev.migration.dialect.sqlite.ddl.TableItem;
import dev.migration.schema.Index;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;

/**
 * Reads the tables and indexes of a database, and of files that are attached to it, from
 * their text: it has all that the pragmas tell, and more. Virtual tables, and the tables
 * that they keep their data in, are left out.
 */
public final class SchemaReader {

	private final UnaryOperator<String> quote;

	private final String currentTimestamp;

	/**
	 * Create a new reader.
	 * @param quote quotes a name where it needs it
	 * @param currentTimestamp the default that stands for the current time
	 */
	public SchemaReader(UnaryOperator<String> quote, String currentTimestamp) {
		this.quote = quote;
		this.currentTimestamp = currentTimestamp;
	}

	/**
	 * Read the tables and indexes.
	 * @param connection the connection
	 * @param schemas the attached files to read besides the database itself; those that
	 * are not attached are left out
	 * @return the schema
	 * @throws SQLException if the catalogue cannot be read
	 */
	public Schema read(Connection connection, Collection<String> schemas) throws SQLException {
		List<String> attached = attached(connection, schemas);
		List<Entry> entries = entries(connection, attached);
		Set<QualifiedName> hidden = hidden(connection, entries);
		DefinedTables definitions = new DefinedTables();
		for (Entry entry : entries) {
			if (entry.isTable() && !entry.isVirtual() && !hidden.contains(entry.name())) {
				definitions.add(entry.name(), TableDefinition.parse(entry.sql()));
			}
		}
		ForeignKeyReader foreignKeys = new ForeignKeyReader(definitions);
		List<Table> tables = new ArrayList<>();
		definitions.all().forEach((name, definition) -> {
			ExpressionText expressions = expressions(name, definition);
			DefaultReader defaults = new DefaultReader(expressions, this.currentTimestamp);
			tables.add(new TableReader(name, definition, foreignKeys, expressions, defaults).read());
		});
		return new Schema(tables, indexes(entries, definitions), List.of(), List.of(),
				Set.copyOf(attached.subList(1, attached.size())));
	}

	private List<Index> indexes(List<Entry> entries, DefinedTables definitions) {
		List<Index> indexes = new ArrayList<>();
		for (Entry entry : entries) {
			QualifiedName table = definitions.name(entry.table());
			TableDefinition definition = definitions.definition(table);
			if (!entry.isTable() && definition != null) {
				indexes.add(new IndexReader(entry.sql(), definition, expressions(table, definition))
					.read(entry.name().name(), table));
			}
		}
		return indexes;
	}

	private ExpressionText expressions(QualifiedName table, TableDefinition definition) {
		return new ExpressionText(this.quote, table.name(),
				definition.columns().stream().map(TableItem::columnName).toList());
	}

	private static List<String> attached(Connection connection, Collection<String> schemas) throws SQLException {
		Set<String> wanted = schemas.stream()
			.map((schema) -> schema.toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
		List<String> attached = new ArrayList<>(List.of("main"));
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT name FROM pragma_database_list ORDER BY seq")) {
			while (row.next()) {
				String name = row.getString(1);
				boolean isOther = !name.equals("main") && !name.equals("temp");
				if (isOther && wanted.contains(name.toLowerCase(Locale.ROOT))) {
					attached.add(name);
				}
			}
		}
		return attached;
	}

	private static List<Entry> entries(Connection connection, List<String> schemas) throws SQLException {
		String sql = schemas.stream()
			.map((schema) -> "SELECT " + literal(schema) + " AS file, rowid AS number, type, name, tbl_name, sql FROM "
					+ quoted(schema) + ".sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
					+ " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
			.collect(Collectors.joining(" UNION ALL ", "", " ORDER BY 1, 2"));
		List<Entry> entries = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
			while (row.next()) {
				String schema = row.getString(1).equals("main") ? null : row.getString(1);
				entries.add(new Entry(row.getString(3).equals("table"), new QualifiedName(schema, row.getString(4)),
						new QualifiedName(schema, row.getString(5)), row.getString(6)));
			}
		}
		return entries;
	}

	/**
	 * Return the tables of virtual tables. Before SQLite 3.37 only their names tell.
	 */
	private static Set<QualifiedName> hidden(Connection connection, List<Entry> entries) throws SQLException {
		List<Entry> virtual = entries.stream().filter(Entry::isVirtual).toList();
		Set<QualifiedName> hidden = new LinkedHashSet<>();
		if (virtual.isEmpty()) {
			return hidden;
		}
		String version = connection.getMetaData().getDatabaseProductVersion();
		if (!ServerVersion.parse("SQLite", version).isAtLeast(3, 37)) {
			entries.stream()
				.map(Entry::name)
				.filter((name) -> virtual.stream().anyMatch((owner) -> owner.owns(name)))
				.forEach(hidden::add);
			return hidden;
		}
		try (Statement statement = connection.createStatement();
				ResultSet row = statement
					.executeQuery("SELECT schema, name FROM pragma_table_list WHERE type = 'shadow'")) {
			while (row.next()) {
				String schema = row.getString(1).equals("main") ? null : row.getString(1);
				hidden.add(new QualifiedName(schema, row.getString(2)));
			}
		}
		return hidden;
	}

	private static String quoted(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

	private static String literal(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

	/**
	 * What the catalogue has of a table or index.
	 *
	 * @param isTable whether it is a table
	 * @param name its name
	 * @param table the name of its table
	 * @param sql the text that made it
	 */
	private record Entry(boolean isTable, QualifiedName name, QualifiedName table, String sql) {

		boolean isVirtual() {
			return this.isTable && SqlToken.significant(this.sql).stream().limit(2).anyMatch(Entry::saysVirtual);
		}

		private static boolean saysVirtual(SqlToken token) {
			return token.isWord("VIRTUAL");
		}

		boolean owns(QualifiedName other) {
			return Objects.equals(this.name.schema(), other.schema())
					&& other.name().startsWith(this.name.name() + "_");
		}

	}

}
