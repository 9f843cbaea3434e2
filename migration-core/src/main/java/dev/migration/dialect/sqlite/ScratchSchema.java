package dev.migration.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.DefinitionRenderer;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.SequenceOperation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Index;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.Table;

/**
 * Creates definitions in an empty database, and puts what is read there into their order.
 */
final class ScratchSchema {

	private final SqliteDialect dialect;

	private final Connection connection;

	private final RenderContext context;

	private final List<String> tables = new ArrayList<>();

	/** By the table, the constraints that keep the values of enum types. */
	private final Map<String, List<String>> enumChecks = new TreeMap<>();

	private final List<String> indexes = new ArrayList<>();

	private final Set<String> madeUp = new LinkedHashSet<>();

	ScratchSchema(SqliteDialect dialect, Connection connection, RenderContext context) {
		this.dialect = dialect;
		this.connection = connection;
		this.context = context;
	}

	/**
	 * Create definitions.
	 * @param schema the definitions
	 * @return the schemas that they are in
	 * @throws UnsupportedChangeException if SQLite cannot have one of them
	 */
	List<String> create(Schema schema) throws SQLException {
		List<String> schemas = attach(schema);
		for (Sequence sequence : schema.sequences()) {
			run(new SequenceOperation.CreateSequence(sequence, false));
		}
		for (Table table : schema.tables()) {
			run(new TableOperation.CreateTable(table, false));
			this.tables.add(key(table.name()));
			this.enumChecks.put(key(table.name()), enumChecks(table));
		}
		for (Index index : schema.indexes()) {
			Index named = (index.name() != null) ? index : index.named(madeUpName(schema));
			run(new IndexOperation.CreateIndex(named, false));
			this.indexes.add(key(named.table().sibling(String.valueOf(named.name()))));
		}
		return schemas;
	}

	private List<String> enumChecks(Table table) {
		DefinitionRenderer definitions = new SqliteRenderer(this.dialect, this.context).definitions();
		return table.columns()
			.stream()
			.map((column) -> definitions.enumCheck(table.name(), column))
			.filter(Objects::nonNull)
			.map((check) -> String.valueOf(check.name()))
			.toList();
	}

	private List<String> attach(Schema schema) throws SQLException {
		Map<String, String> schemas = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (Table table : schema.tables()) {
			String name = table.name().schema();
			if (name != null && !name.equalsIgnoreCase("main")) {
				schemas.putIfAbsent(name, name);
			}
		}
		for (String name : schemas.values()) {
			execute("ATTACH DATABASE ':memory:' AS " + this.dialect.quote(name));
		}
		return List.copyOf(schemas.values());
	}

	private String madeUpName(Schema schema) {
		int number = this.madeUp.size();
		String name;
		do {
			name = "migration_unnamed_" + number++;
		}
		while (this.madeUp.contains(name) || isTaken(schema, name));
		this.madeUp.add(name);
		return name;
	}

	private static boolean isTaken(Schema schema, String name) {
		return schema.indexes().stream().anyMatch((index) -> name.equalsIgnoreCase(index.name()))
				|| schema.tables().stream().anyMatch((table) -> name.equalsIgnoreCase(table.name().name()));
	}

	private void run(Operation operation) {
		for (SqlStatement statement : this.dialect.render(operation, this.context)) {
			try {
				execute(statement.sql());
			}
			catch (SQLException ex) {
				throw new UnsupportedChangeException(operation.describe(), this.dialect.displayName(),
						String.valueOf(ex.getMessage()), "Correct the definition: " + statement.sql());
			}
		}
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.setEscapeProcessing(false);
			statement.execute(sql);
		}
	}

	/**
	 * Return what was read in the order in which it was created, without the names that
	 * were made up.
	 * @param read what was read
	 * @return the schema
	 */
	Schema inOrder(Schema read) {
		Map<String, Table> readTables = new TreeMap<>();
		read.tables().forEach((table) -> readTables.put(key(table.name()), table));
		Map<String, Index> readIndexes = new TreeMap<>();
		read.indexes()
			.forEach((index) -> readIndexes.put(key(index.table().sibling(String.valueOf(index.name()))), index));
		return new Schema(this.tables.stream().map(readTables::get).map(this::definedChecksFirst).toList(),
				this.indexes.stream().map(readIndexes::get).map(this::withoutMadeUpName).toList(), List.of(),
				List.of());
	}

	/**
	 * A check of an enum type stands at its column, before those of the table.
	 */
	private Table definedChecksFirst(Table table) {
		List<String> ofEnums = this.enumChecks.getOrDefault(key(table.name()), List.of());
		List<CheckConstraint> checks = new ArrayList<>(table.checkConstraints());
		checks.sort(Comparator.comparing((check) -> ofEnums.contains(String.valueOf(check.name()))));
		return new Table(table.name(), table.columns(), table.primaryKey(), table.uniqueConstraints(),
				table.foreignKeys(), checks, table.exclusionConstraints(), table.comment(), table.options());
	}

	private Index withoutMadeUpName(Index index) {
		@Nullable String name = this.madeUp.contains(String.valueOf(index.name())) ? null : index.name();
		return new Index(name, index.table(), index.parts(), index.isUnique(), index.isConcurrent(), index.method(),
				index.where(), index.include(), index.isNullsNotDistinct(), index.storageParameters());
	}

	private static String key(QualifiedName name) {
		String schema = (name.schema() != null) ? name.schema() : "main";
		return (schema + "." + name.name()).toLowerCase(Locale.ROOT);
	}

}
