package dev.migration.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.migration.DefinitionRefusedException;
import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.SequenceOperation;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.Table;
import dev.migration.schema.TableOption;
import dev.migration.schema.Types;
import dev.migration.schema.UniqueConstraint;

/**
 * Sees how the server writes definitions: each table is created as a temporary one, which
 * nobody else sees and which commits nothing, read, and dropped again. It is made without
 * its foreign keys and without what a temporary table cannot have.
 */
final class TemporaryTables {

	private static final Set<Integer> DENIED = Set.of(1044, 1142, 1227);

	private static final Set<String> NOT_FOR_TEMPORARY = Set.of("FULLTEXT", "SPATIAL");

	private final Connection connection;

	private final MysqlFamilyDialect dialect;

	private final MysqlRenderer renderer;

	private final SessionFacts session;

	private final ServerText text;

	private final String madeUp = "migration_" + UUID.randomUUID().toString().replace("-", "");

	TemporaryTables(Connection connection, MysqlFamilyDialect dialect, RenderContext context, SessionFacts session) {
		this.connection = connection;
		this.dialect = dialect;
		this.renderer = new MysqlRenderer(dialect,
				RenderContext.online(context.version(), connection, context.names()));
		this.session = session;
		this.text = session.text(dialect::quote);
	}

	Schema canonical(Schema schema) throws SQLException {
		List<Table> tables = new ArrayList<>();
		Map<Index, Index> indexes = new LinkedHashMap<>();
		for (Table table : schema.tables()) {
			tables.add(canonical(table, schema.indexes(table.name()), indexes));
		}
		List<Index> ordered = schema.indexes().stream().filter(indexes::containsKey).map(indexes::get).toList();
		return new Schema(tables, ordered, schema.sequences().stream().map(this::canonical).toList(), List.of());
	}

	private Sequence canonical(Sequence sequence) {
		this.renderer.sequences().createSequence(new SequenceOperation.CreateSequence(sequence, false));
		return new Sequence(this.session.name(sequence.name()), SequenceFacts.withoutDefaults(sequence.options()));
	}

	private Table canonical(Table table, List<Index> indexes, Map<Index, Index> canonicalIndexes) throws SQLException {
		table.foreignKeys().forEach(this.renderer.definitions()::constraint);
		QualifiedName temporary = new QualifiedName((this.session.database() != null) ? null : table.name().schema(),
				this.madeUp);
		try {
			create(table, temporary);
			List<UniqueConstraint> uniques = new ArrayList<>(table.uniqueConstraints()
				.stream()
				.map((unique) -> new UniqueConstraint(unique.name(), unique.columns()))
				.toList());
			for (Index index : indexes) {
				IndexFacts facts = create(index, temporary);
				if (facts.isUniqueConstraint()) {
					uniques.add(new UniqueConstraint(index.name(), facts.columns()));
				}
				else {
					canonicalIndexes.put(index, facts.index(index.name(), this.session.name(table.name())));
				}
			}
			return read(table, temporary, uniques);
		}
		finally {
			execute("DROP TEMPORARY TABLE IF EXISTS " + this.renderer.quote(temporary));
		}
	}

	private void create(Table table, QualifiedName temporary) throws SQLException {
		List<Column> columns = new ArrayList<>(table.columns());
		columns.add(new Column(this.madeUp, Types.varchar(1)));
		List<CheckConstraint> checks = new ArrayList<>();
		for (CheckConstraint check : table.checkConstraints()) {
			checks.add(check.named(madeUp(checks.size())));
		}
		Table made = new Table(temporary, columns, table.primaryKey(), table.uniqueConstraints(), List.of(), checks,
				table.exclusionConstraints(), table.comment(), options(table));
		String sql = this.renderer.tables().definition(made, false);
		try {
			execute(sql);
		}
		catch (SQLException ex) {
			if (!DENIED.contains(ex.getErrorCode())) {
				table.columns()
					.stream()
					.sorted(Comparator.comparing((column) -> column.computed() != null))
					.forEach((column) -> requireAccepted(table, column, temporary));
			}
			throw refused("create table " + table.name(), sql, ex);
		}
	}

	/**
	 * Create the table with less of its columns, so that the first one that fails tells
	 * the column that is wrong.
	 */
	private void requireAccepted(Table table, Column column, QualifiedName temporary) {
		List<Column> columns = table.columns()
			.stream()
			.filter((each) -> each == column || (column.computed() != null && each.computed() == null))
			.map((each) -> each.identity(null))
			.toList();
		Table attempt = new Table(temporary, columns, null, List.of(), List.of(), List.of(), List.of(), null,
				options(table));
		try {
			execute(this.renderer.tables().definition(attempt, false));
			execute("DROP TEMPORARY TABLE " + this.renderer.quote(temporary));
		}
		catch (SQLException ex) {
			throw DefinitionRefusedException.of("column '" + table.name() + "." + column.name() + "' ("
					+ this.renderer.definitions().column(column, table) + ")", ex);
		}
	}

	/**
	 * Only an option for characters changes how the columns are read.
	 */
	private List<TableOption> options(Table table) {
		List<TableOption> options = new ArrayList<>();
		options.add(new TableOption(this.dialect.id(), "TEMPORARY", true));
		for (TableOption option : table.options()) {
			String sql = option.sql().toLowerCase(Locale.ROOT);
			if (!option.isPrefix() && sql.matches("(?s).*(charset|character\\s+set|collate).*")
					&& !sql.contains("partition")) {
				options.add(option);
			}
		}
		return options;
	}

	private String madeUp(int number) {
		return this.madeUp + "_" + number;
	}

	private IndexFacts create(Index index, QualifiedName temporary) throws SQLException {
		String method = (index.method() != null) ? index.method().toUpperCase(Locale.ROOT) : "BTREE";
		String name = this.madeUp + "_index";
		IndexOperation.CreateIndex operation = new IndexOperation.CreateIndex(
				new Index(name, temporary, index.parts(), index.isUnique(), false, index.method(), index.where(),
						index.include(), index.isNullsNotDistinct(), index.storageParameters()),
				false);
		List<SqlStatement> statements = this.renderer.indexes().createIndex(operation);
		if (NOT_FOR_TEMPORARY.contains(method)) {
			return new IndexFacts(name, false, method,
					index.parts().stream().map((part) -> IndexPart.ofColumn(part.text())).toList());
		}
		String what = "create index " + ((index.name() != null) ? index.name() + " " : "") + "on " + index.table();
		for (SqlStatement statement : statements) {
			try {
				execute(statement.sql());
			}
			catch (SQLException ex) {
				throw refused(what, statement.sql(), ex);
			}
		}
		IndexFacts facts = read(name, temporary);
		execute("DROP INDEX " + this.renderer.quote(name) + " ON " + this.renderer.quote(temporary));
		return facts;
	}

	private IndexFacts read(String index, QualifiedName temporary) throws SQLException {
		IndexFacts facts = new IndexFacts(index, false, "BTREE", new ArrayList<>());
		try (Statement statement = this.connection.createStatement();
				ResultSet row = statement.executeQuery("SHOW INDEX FROM " + this.renderer.quote(temporary))) {
			while (row.next()) {
				if (row.getString("key_name").equals(index)) {
					facts = new IndexFacts(index, row.getInt("non_unique") == 0, row.getString("index_type"),
							facts.parts());
					facts.parts().add(IndexFacts.part(row, !this.renderer.isMariadb(), this.text));
				}
			}
		}
		return facts;
	}

	private Table read(Table table, QualifiedName temporary, List<UniqueConstraint> uniques) throws SQLException {
		Map<String, @Nullable String> collations = collations(temporary);
		List<Column> columns = new ArrayList<>();
		List<CheckConstraint> unnamed = new ArrayList<>();
		Map<String, String> conditions = new LinkedHashMap<>();
		String createTable = createTable(temporary);
		for (String element : DefinitionText.elements(createTable)) {
			String name = DefinitionText.name(element);
			if (name == null) {
				addCheck(element, conditions);
			}
			else if (!name.equals(this.madeUp)) {
				ColumnText definition = ColumnText.parse(DefinitionText.behindName(element));
				ColumnFacts facts = ColumnFacts.of(name, definition, collations.get(name), this.text);
				columns.add(facts.column(this.text));
				facts.ownChecks()
					.forEach((check) -> unnamed.add(new CheckConstraint(null, this.text.expression(check))));
			}
		}
		List<CheckConstraint> checks = new ArrayList<>();
		for (CheckConstraint check : table.checkConstraints()) {
			checks.add(new CheckConstraint(check.name(), String.valueOf(conditions.remove(madeUp(checks.size())))));
		}
		conditions.values().forEach((condition) -> unnamed.add(new CheckConstraint(null, condition)));
		checks.addAll(unnamed);
		PrimaryKey key = table.primaryKey();
		return new Table(this.session.name(table.name()), columns,
				(key != null) ? new PrimaryKey(null, key.columns()) : null, uniques,
				table.foreignKeys().stream().map(this::canonical).toList(), checks, List.of(), comment(createTable),
				List.of());
	}

	/**
	 * The server may not keep every character of it.
	 */
	private @Nullable String comment(String createTable) {
		String comment = DefinitionText.option(createTable, "COMMENT");
		return (comment != null) ? this.text.unquote(comment) : null;
	}

	private void addCheck(String element, Map<String, String> conditions) {
		List<DefinitionText.Piece> pieces = new DefinitionText(element).pieces();
		boolean isCheck = pieces.size() > 3 && pieces.get(0).is(Set.of("CONSTRAINT"))
				&& pieces.get(2).is(Set.of("CHECK"));
		if (isCheck) {
			conditions.put(this.text.unquote(pieces.get(1).text()), this.text.expression(pieces.get(3).text()));
		}
	}

	private ForeignKey canonical(ForeignKey key) {
		return new ForeignKey(key.name(), key.columns(), this.session.name(key.referencedTable()),
				key.referencedColumns(), TableRows.KeyRows.ownAction(key.onDelete()),
				TableRows.KeyRows.ownAction(key.onUpdate()), null, null, false);
	}

	private String createTable(QualifiedName temporary) throws SQLException {
		CreateTableText text = CreateTableText.of(this.connection,
				"SHOW CREATE TABLE " + this.renderer.quote(temporary));
		return this.renderer.isMariadb() ? text.asInCatalogue() : text.text();
	}

	/**
	 * Return the collations that are not that of the table, which is seen at the column
	 * that states none.
	 */
	private Map<String, @Nullable String> collations(QualifiedName temporary) throws SQLException {
		Map<String, @Nullable String> collations = new LinkedHashMap<>();
		try (Statement statement = this.connection.createStatement();
				ResultSet row = statement.executeQuery("SHOW FULL COLUMNS FROM " + this.renderer.quote(temporary))) {
			while (row.next()) {
				collations.put(row.getString("field"), row.getString("collation"));
			}
		}
		String usual = collations.get(this.madeUp);
		collations.replaceAll((column, collation) -> Objects.equals(collation, usual) ? null : collation);
		return collations;
	}

	private UnsupportedChangeException refused(String what, String sql, SQLException ex) {
		if (DENIED.contains(ex.getErrorCode())) {
			return new UnsupportedChangeException("compare the schema", this.dialect.displayName(),
					"it sees how the server writes " + what.substring("create ".length())
							+ " by a temporary table, which the user may not create: " + ex.getMessage(),
					"Grant the user CREATE TEMPORARY TABLES on the database, or connect as one who has that right.");
		}
		return new UnsupportedChangeException(what, this.dialect.displayName(), String.valueOf(ex.getMessage()),
				"Correct the definition: " + sql);
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.setEscapeProcessing(false);
			statement.execute(sql);
		}
	}

}
