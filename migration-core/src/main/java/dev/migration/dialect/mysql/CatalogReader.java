package dev.migration.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.Index;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.SequenceOptions;
import dev.migration.schema.Table;

/**
 * Reads the tables of databases with a query for each topic of
 * {@code information_schema}.
 */
final class CatalogReader {

	private static final Pattern ON_UPDATE = Pattern.compile(".*on update (?<value>\\S+).*", Pattern.CASE_INSENSITIVE);

	private final Connection connection;

	private final boolean isMariadb;

	private final SessionFacts session;

	private final ServerText text;

	private final List<String> schemas;

	private final Map<QualifiedName, TableRows> tables = new LinkedHashMap<>();

	private final List<QualifiedName> sequences = new ArrayList<>();

	CatalogReader(Connection connection, boolean isMariadb, SessionFacts session, ServerText text,
			Collection<String> schemas) {
		this.connection = connection;
		this.isMariadb = isMariadb;
		this.session = session;
		this.text = text;
		TreeSet<String> all = new TreeSet<>(schemas);
		if (session.database() != null) {
			all.removeIf(session.database()::equalsIgnoreCase);
			all.add(session.database());
		}
		this.schemas = List.copyOf(all);
	}

	Schema read() throws SQLException {
		if (this.schemas.isEmpty()) {
			return Schema.EMPTY;
		}
		readTables();
		readColumns();
		readIndexes();
		readForeignKeys();
		readChecks();
		List<Table> read = new ArrayList<>();
		List<Index> indexes = new ArrayList<>();
		this.tables.forEach((name, rows) -> {
			read.add(rows.table(name, this.text));
			indexes.addAll(rows.plainIndexes(name));
		});
		return new Schema(read, indexes, readSequences(), List.of(), readSchemas());
	}

	private Set<String> readSchemas() throws SQLException {
		Set<String> read = new HashSet<>();
		query("SELECT schema_name FROM information_schema.schemata WHERE schema_name IN (%s)",
				(row) -> read.add(this.session.nameOfTable(row.getString(1))));
		read.removeIf((name) -> name.equalsIgnoreCase(this.session.database()));
		return read;
	}

	private void readTables() throws SQLException {
		query("SELECT table_schema, table_name, table_type, table_collation, table_comment FROM information_schema.tables"
				+ " WHERE table_schema IN (%s) ORDER BY table_schema, table_name", (row) -> {
					QualifiedName name = this.session.name(row.getString(1), row.getString(2));
					switch (row.getString(3)) {
						case "BASE TABLE", "SYSTEM VERSIONED" ->
							this.tables.put(name, new TableRows(row.getString(4), row.getString(5)));
						case "SEQUENCE" -> this.sequences.add(new QualifiedName(row.getString(1), row.getString(2)));
						default -> {
						}
					}
				});
	}

	private void readColumns() throws SQLException {
		query("SELECT table_schema, table_name, column_name, column_type, collation_name, is_nullable, column_default,"
				+ " extra, generation_expression, column_comment FROM information_schema.columns"
				+ " WHERE table_schema IN (%s) ORDER BY table_schema, table_name, ordinal_position", (row) -> {
					TableRows rows = rows(row);
					if (rows != null) {
						rows.add(column(row, rows.collation()));
					}
				});
	}

	private ColumnFacts column(ResultSet row, @Nullable String tableCollation) throws SQLException {
		String collation = row.getString("collation_name");
		String extra = row.getString("extra");
		String lower = extra.toLowerCase(Locale.ROOT);
		Matcher onUpdate = ON_UPDATE.matcher(extra);
		String expression = row.getString("generation_expression");
		boolean isGenerated = expression != null && !expression.isEmpty();
		return new ColumnFacts(row.getString("column_name"), row.getString("column_type"),
				Objects.equals(collation, tableCollation) ? null : collation,
				row.getString("is_nullable").equals("YES"), defaultWords(row, lower),
				onUpdate.matches() ? onUpdate.group("value") : null, lower.contains("auto_increment"),
				isGenerated ? unescaped(expression) : null, lower.contains("stored") || lower.contains("persistent"),
				row.getString("column_comment"), new ArrayList<>());
	}

	/**
	 * MariaDB gives a default as it stands in the definition of the table, MySQL gives
	 * the bare value.
	 */
	private @Nullable String defaultWords(ResultSet row, String extra) throws SQLException {
		String value = row.getString("column_default");
		if (value == null || this.isMariadb) {
			return value;
		}
		if (extra.contains("default_generated")) {
			return value.toLowerCase(Locale.ROOT).startsWith("current_timestamp") ? value
					: "(" + unescaped(value) + ")";
		}
		return value.matches("b'[01]*'") ? value : this.text.quoted(value);
	}

	/**
	 * MySQL escapes the quotes in an expression once more.
	 */
	private String unescaped(String expression) {
		return this.isMariadb ? expression : expression.replace("\\'", "'");
	}

	private void readIndexes() throws SQLException {
		query("SELECT table_schema, table_name, index_name, non_unique, index_type, column_name, collation, sub_part"
				+ (this.isMariadb ? "" : ", expression") + " FROM information_schema.statistics"
				+ " WHERE table_schema IN (%s) ORDER BY table_schema, table_name, index_name, seq_in_index", (row) -> {
					TableRows rows = rows(row);
					if (rows != null) {
						rows.index(row.getString(3), row.getInt(4) == 0, row.getString(5))
							.parts()
							.add(IndexFacts.part(row, !this.isMariadb, this.text));
					}
				});
	}

	private void readForeignKeys() throws SQLException {
		query("SELECT constraint_schema, table_name, constraint_name, delete_rule, update_rule"
				+ " FROM information_schema.referential_constraints WHERE constraint_schema IN (%s)", (row) -> {
					TableRows rows = rows(row);
					if (rows != null) {
						rows.key(row.getString(3)).rules(row.getString(4), row.getString(5));
					}
				});
		query("SELECT table_schema, table_name, constraint_name, column_name, referenced_table_schema,"
				+ " referenced_table_name, referenced_column_name FROM information_schema.key_column_usage"
				+ " WHERE table_schema IN (%s) AND referenced_table_name IS NOT NULL"
				+ " ORDER BY table_schema, table_name, constraint_name, ordinal_position", (row) -> {
					TableRows rows = rows(row);
					if (rows != null) {
						rows.key(row.getString(3))
							.add(row.getString(4), this.session.name(row.getString(5), row.getString(6)),
									row.getString(7));
					}
				});
	}

	private void readChecks() throws SQLException {
		String sql = this.isMariadb
				? "SELECT constraint_schema, table_name, constraint_name, level, check_clause"
						+ " FROM information_schema.check_constraints WHERE constraint_schema IN (%s) ORDER BY 1, 2, 3"
				: "SELECT c.constraint_schema, t.table_name, c.constraint_name, 'Table', c.check_clause"
						+ " FROM information_schema.check_constraints c JOIN information_schema.table_constraints t"
						+ " ON t.constraint_schema = c.constraint_schema AND t.constraint_name = c.constraint_name"
						+ " AND t.constraint_type = 'CHECK' WHERE c.constraint_schema IN (%s) ORDER BY 1, 2, 3";
		query(sql, (row) -> {
			TableRows rows = rows(row);
			if (rows != null) {
				rows.addCheck(row.getString(3), row.getString(4).equals("Column"), unescaped(row.getString(5)));
			}
		});
	}

	/**
	 * Each sequence is a table of one row, so that all of them are one query.
	 */
	private List<Sequence> readSequences() throws SQLException {
		List<Sequence> read = new ArrayList<>();
		if (this.sequences.isEmpty()) {
			return read;
		}
		String sql = this.sequences.stream()
			.map((name) -> "SELECT ? AS s, ? AS n, start_value, increment, minimum_value, maximum_value, cache_size,"
					+ " cycle_option FROM " + ServerText.backticked(String.valueOf(name.schema())) + "."
					+ ServerText.backticked(name.name()))
			.collect(Collectors.joining(" UNION ALL ", "", " ORDER BY 1, 2"));
		try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
			for (int i = 0; i < this.sequences.size(); i++) {
				statement.setString(2 * i + 1, this.sequences.get(i).schema());
				statement.setString(2 * i + 2, this.sequences.get(i).name());
			}
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					SequenceOptions options = new SequenceOptions(row.getLong(3), row.getLong(4), row.getLong(5),
							row.getLong(6), row.getLong(7), row.getBoolean(8));
					read.add(new Sequence(this.session.name(row.getString(1), row.getString(2)),
							SequenceFacts.withoutDefaults(options)));
				}
			}
		}
		return read;
	}

	private @Nullable TableRows rows(ResultSet row) throws SQLException {
		return this.tables.get(this.session.name(row.getString(1), row.getString(2)));
	}

	private void query(String sql, RowReader reader) throws SQLException {
		String marks = this.schemas.stream().map((schema) -> "?").collect(Collectors.joining(", "));
		try (PreparedStatement statement = this.connection.prepareStatement(sql.formatted(marks))) {
			for (int i = 0; i < this.schemas.size(); i++) {
				statement.setString(i + 1, this.schemas.get(i));
			}
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					reader.read(row);
				}
			}
		}
	}

	/**
	 * Reads a row.
	 */
	private interface RowReader {

		void read(ResultSet row) throws SQLException;

	}

}
