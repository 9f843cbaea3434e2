package dev.migration.dialect.h2;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import dev.migration.DefinitionRefusedException;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.SequenceOperation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.Constraint;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ReferentialAction;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.Table;
import dev.migration.schema.UniqueConstraint;

/**
 * Creates definitions in an empty database in memory, and gives back what was read there
 * without the names that nobody chose. Foreign keys are not created, as they may point at
 * tables that are not among the definitions.
 */
final class H2Scratch {

	private static final Set<String> SETTINGS = Set.of("MODE", "DATABASE_TO_UPPER", "DATABASE_TO_LOWER",
			"CASE_INSENSITIVE_IDENTIFIERS", "DEFAULT_NULL_ORDERING", "IGNORECASE", "VARIABLE_BINARY",
			"TRUNCATE_LARGE_LENGTH", "NON_KEYWORDS");

	private static final String PREFIX = "migration_scratch_";

	private final StandardRenderer renderer;

	private final H2Names names;

	private final Schema schema;

	// By identity: two definitions without a name can be equal.
	private final Map<Object, String> scratchNames = new IdentityHashMap<>();

	H2Scratch(StandardRenderer renderer, H2Names names, Schema schema) {
		this.renderer = renderer;
		this.names = names;
		this.schema = new Schema(
				schema.tables().stream().map((table) -> Table.of(table.name(), table.elements())).toList(),
				schema.indexes(), schema.sequences(), schema.enumTypes());
	}

	/**
	 * Open the database, set as another one, with the domains, sequences and functions
	 * that a definition can mention.
	 */
	Connection open(Connection model) throws SQLException {
		StringBuilder url = new StringBuilder("jdbc:h2:mem:");
		this.names.settings().forEach((name, value) -> {
			if (SETTINGS.contains(name) && value.matches("[\\w,]+")) {
				url.append(';').append(name).append('=').append(value);
			}
		});
		Connection database = DriverManager.getConnection(url.toString(), model.getMetaData().getUserName(), "");
		try (Statement statement = database.createStatement()) {
			for (String each : schemas()) {
				statement.execute("CREATE SCHEMA IF NOT EXISTS " + this.renderer.quote(each));
			}
			statement.execute("SET SCHEMA " + stored(this.names.defaultSchema()));
			copyNamed(model, statement);
			return database;
		}
		catch (SQLException ex) {
			database.close();
			throw ex;
		}
	}

	private static String stored(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

	/**
	 * Only an administrator can have the script. Without it definitions cannot mention
	 * what is only in the database.
	 */
	private static void copyNamed(Connection model, Statement target) throws SQLException {
		List<String> statements = new ArrayList<>();
		try (Statement script = model.createStatement();
				ResultSet row = script.executeQuery("SCRIPT NODATA NOPASSWORDS NOSETTINGS")) {
			while (row.next()) {
				statements.add(row.getString(1));
			}
		}
		catch (SQLException ex) {
			return;
		}
		for (String each : statements) {
			if (each.matches("(?s)(CREATE (SCHEMA|DOMAIN|SEQUENCE|CONSTANT|FORCE ALIAS)|ALTER DOMAIN)\\b.*")) {
				try {
					target.execute(each);
				}
				catch (SQLException ex) {
					// What is missing is an error where a definition mentions it.
				}
			}
		}
	}

	/**
	 * Return the schemas that the definitions are in, as they are written.
	 */
	Collection<String> schemas() {
		Set<String> schemas = new LinkedHashSet<>();
		schemas.add(this.names.meant(this.names.defaultSchema()));
		this.schema.tables().forEach((table) -> addSchema(schemas, table.name()));
		this.schema.sequences().forEach((sequence) -> addSchema(schemas, sequence.name()));
		return schemas;
	}

	private static void addSchema(Set<String> schemas, QualifiedName name) {
		if (name.schema() != null) {
			schemas.add(name.schema());
		}
	}

	void create(Connection database) throws SQLException {
		try (Statement statement = database.createStatement()) {
			statement.setEscapeProcessing(false);
			for (Sequence sequence : this.schema.sequences()) {
				String what = "sequence '" + sequence.name() + "'";
				String name = this.renderer.quote(sequence.name());
				run(statement, "DROP SEQUENCE IF EXISTS " + name, what);
				run(statement,
						this.renderer.sequences().createSequence(new SequenceOperation.CreateSequence(sequence, false)),
						what);
			}
			for (Table table : this.schema.tables()) {
				create(statement, table);
			}
			for (Index index : this.schema.indexes()) {
				create(statement, index);
			}
		}
	}

	private void create(Statement statement, Table table) {
		PrimaryKey key = table.primaryKey();
		List<String> keyColumns = (key != null) ? key.columns() : List.of();
		List<Column> allColumns = table.columns()
			.stream()
			.map((column) -> keyColumns.contains(column.name()) ? column.notNull() : column)
			.toList();
		Table columns = new Table(table.name(), allColumns, null, List.of(), List.of(), List.of(), List.of(),
				table.comment(), List.of());
		List<SqlStatement> creation = this.renderer.tables()
			.createTable(new TableOperation.CreateTable(columns, false));
		try {
			for (SqlStatement each : creation) {
				statement.execute(each.sql());
			}
		}
		catch (SQLException ex) {
			columns.columns()
				.stream()
				.sorted(Comparator.comparing((column) -> column.computed() != null))
				.forEach((column) -> attempt(statement, columns, column));
			throw DefinitionRefusedException.of("table '" + table.name() + "'", ex);
		}
		for (Constraint constraint : table.constraints()) {
			if (!(constraint instanceof ForeignKey)) {
				String sql = this.renderer.definitions()
					.constraint(constraint.named(name(constraint.name(), constraint)));
				run(statement, "ALTER TABLE " + this.renderer.quote(table.name()) + " ADD " + sql,
						constraint.describe() + " of table '" + table.name() + "' (" + sql + ")");
			}
		}
	}

	/**
	 * Create a table with less of its columns, so that the first one that fails tells the
	 * column that is wrong.
	 */
	private void attempt(Statement statement, Table table, Column column) {
		List<Column> columns = table.columns()
			.stream()
			.filter((each) -> each == column || (column.computed() != null && each.computed() == null))
			.toList();
		Table attempt = new Table(table.name(), columns, null, List.of(), List.of(), List.of(), List.of(), null,
				List.of());
		run(statement, this.renderer.tables().definition(attempt, false), "column '" + table.name() + "."
				+ column.name() + "' (" + this.renderer.definitions().column(column, table) + ")");
		run(statement, "DROP TABLE " + this.renderer.quote(table.name()), "table '" + table.name() + "'");
	}

	private void create(Statement statement, Index index) {
		if (this.schema.table(index.table()).isPresent()) {
			Index named = index.named(name(index.name(), index));
			run(statement, this.renderer.indexes().createIndex(new IndexOperation.CreateIndex(named, false)), "index "
					+ ((index.name() != null) ? "'" + index.name() + "' " : "") + "of table '" + index.table() + "'");
		}
	}

	private String name(@Nullable String name, Object definition) {
		String scratchName = (name != null) ? name : PREFIX + (this.scratchNames.size() + 1);
		this.scratchNames.put(definition, this.names.normal(scratchName));
		return scratchName;
	}

	private static void run(Statement statement, List<SqlStatement> statements, String what) {
		statements.forEach((each) -> run(statement, each.sql(), what));
	}

	private static void run(Statement statement, String sql, String what) {
		try {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw DefinitionRefusedException.of(what, ex);
		}
	}

	/**
	 * Return the definitions as they were read, in their order, and without the names
	 * that nobody chose.
	 */
	Schema restore(Schema read) {
		Map<QualifiedName, Sequence> sequences = new HashMap<>();
		read.sequences().forEach((sequence) -> sequences.put(sequence.name(), sequence));
		return new Schema(this.schema.tables().stream().map((table) -> table(table, read)).toList(),
				this.schema.indexes().stream().map((index) -> index(index, read)).toList(),
				this.schema.sequences()
					.stream()
					.map((sequence) -> Objects.requireNonNull(sequences.get(this.names.normal(sequence.name()))))
					.toList(),
				List.of());
	}

	private Table table(Table table, Schema schema) {
		Table read = schema.table(this.names.normal(table.name())).orElseThrow();
		Map<String, Constraint> constraints = new HashMap<>();
		read.constraints().forEach((constraint) -> constraints.put(constraint.name(), constraint));
		PrimaryKey key = table.primaryKey();
		return new Table(read.name(), read.columns(),
				(key != null) ? restored(key, constraints, (each, name) -> new PrimaryKey(name, each.columns())) : null,
				restored(table.uniqueConstraints(), constraints,
						(each, name) -> new UniqueConstraint(name, each.columns(), each.deferral(),
								each.isNullsNotDistinct(), each.include())),
				table.foreignKeys().stream().map(this::foreignKey).toList(),
				restored(table.checkConstraints(), constraints,
						(each, name) -> new CheckConstraint(name, each.condition(), each.isNotValid())),
				List.of(), read.comment(), List.of());
	}

	private <T extends Constraint> List<T> restored(List<T> originals, Map<String, Constraint> read,
			BiFunction<T, @Nullable String, T> rename) {
		return originals.stream().map((original) -> restored(original, read, rename)).toList();
	}

	@SuppressWarnings("unchecked")
	private <T extends Constraint> T restored(T original, Map<String, Constraint> read,
			BiFunction<T, @Nullable String, T> rename) {
		T found = (T) Objects.requireNonNull(read.get(this.scratchNames.get(original)));
		return (original.name() != null) ? found : rename.apply(found, null);
	}

	private ForeignKey foreignKey(ForeignKey key) {
		return new ForeignKey((key.name() != null) ? this.names.normal(key.name()) : null, normal(key.columns()),
				this.names.normal(key.referencedTable()), normal(key.referencedColumns()), action(key.onDelete()),
				action(key.onUpdate()), null, null, false);
	}

	private List<String> normal(List<String> all) {
		return all.stream().map(this.names::normal).toList();
	}

	private static @Nullable ReferentialAction action(@Nullable ReferentialAction action) {
		return (action == ReferentialAction.NO_ACTION) ? null : action;
	}

	private Index index(Index index, Schema schema) {
		String name = this.scratchNames.get(index);
		if (name == null) {
			return index;
		}
		Index read = schema.indexes(this.names.normal(index.table()))
			.stream()
			.filter((each) -> name.equals(each.name()))
			.findFirst()
			.orElseThrow();
		return new Index((index.name() != null) ? read.name() : null, read.table(), read.parts(), read.isUnique(),
				false, null, null, List.of(), read.isNullsNotDistinct(), Map.of());
	}

}
