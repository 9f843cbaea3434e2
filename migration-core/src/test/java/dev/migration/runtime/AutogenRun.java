package dev.migration.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import javax.sql.DataSource;

import dev.migration.Operations;
import dev.migration.RenameDecision;
import dev.migration.autogenerate.Autogenerator;
import dev.migration.autogenerate.ComparisonSettings;
import dev.migration.autogenerate.ProposedChange;
import dev.migration.dialect.Dialect;
import dev.migration.dialect.RenderContext;
import dev.migration.operation.DataOperation;
import dev.migration.operation.Inverse;
import dev.migration.operation.Operation;
import dev.migration.operation.OperationRecorder;
import dev.migration.schema.Column;
import dev.migration.schema.Constraint;
import dev.migration.schema.Index;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;
import dev.migration.schema.TargetSchema;
import dev.migration.test.TestDatabase;

/**
 * Autogenerate on a real database: compare, run what is proposed, compare again, take it
 * back.
 */
public final class AutogenRun {

	static final ComparisonSettings SETTINGS = new ComparisonSettings(true, true,
			List.of("migration_version", "migration_history"), NamingConvention.DEFAULT, List.of());

	private final DataSource dataSource;

	private final TestRevisions revisions = new TestRevisions();

	private int count;

	public AutogenRun(TestDatabase database) {
		this(database.dataSource());
	}

	AutogenRun(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	static Dialect dialect(Connection connection) throws SQLException {
		return new Dialects(AutogenRun.class.getClassLoader()).forProduct(
				connection.getMetaData().getDatabaseProductName(),
				connection.getMetaData().getDatabaseProductVersion());
	}

	public List<ProposedChange> compare(TargetSchema target) throws SQLException {
		return compare(target, List.of(), RenameDecision.ACCEPT_DROP);
	}

	List<ProposedChange> compare(TargetSchema target, List<String> renames, RenameDecision decision)
			throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			Dialect dialect = dialect(connection);
			RenderContext context = RenderContext.online(dialect.version(connection), connection,
					NamingConvention.DEFAULT);
			return new Autogenerator(connection, dialect, context, SETTINGS).compare(target, renames, Map.of(),
					decision);
		}
	}

	public Map<String, Object> inspect(TargetSchema target) throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			TreeSet<String> schemas = new TreeSet<>();
			target.schema().tables().forEach((table) -> {
				if (table.name().schema() != null) {
					schemas.add(table.name().schema());
				}
			});
			return comparable(dialect(connection).inspector().inspect(connection, schemas));
		}
	}

	/**
	 * Return a schema without the order of its parts and the names that nobody chose.
	 */
	private static Map<String, Object> comparable(Schema schema) {
		Map<String, Object> all = new TreeMap<>();
		for (Table table : schema.tables()) {
			if (SETTINGS.ownTables().contains(table.name().name())) {
				continue;
			}
			List<Column> columns = new ArrayList<>(table.columns());
			columns.sort(Comparator.comparing(Column::name));
			all.put("table " + table.name(), columns + "\n" + table.comment());
			table.constraints()
				.forEach((constraint) -> all.merge("keys of " + table.name(), List.of(named(table, constraint)),
						AutogenRun::sorted));
		}
		for (Index index : schema.indexes()) {
			all.merge("keys of " + index.table(), List.of(index.toString()), AutogenRun::sorted);
		}
		schema.sequences().forEach((sequence) -> all.put("sequence " + sequence.name(), sequence));
		schema.enumTypes().forEach((type) -> all.put("enum type " + type.name(), type));
		return all;
	}

	private static String named(Table table, Constraint constraint) {
		return NamingConvention.DEFAULT.apply(table.name(), constraint).toString();
	}

	@SuppressWarnings("unchecked")
	private static Object sorted(Object one, Object other) {
		List<String> all = new ArrayList<>((List<String>) one);
		all.addAll((List<String>) other);
		all.sort(null);
		return all;
	}

	public void upgrade(List<ProposedChange> changes) {
		upgrade(operations(changes), inverse(changes));
	}

	static List<Operation> operations(List<ProposedChange> changes) {
		return changes.stream().map(ProposedChange::operation).toList();
	}

	/**
	 * The first rows of a table go with it.
	 */
	static List<Operation> inverse(List<ProposedChange> changes) {
		Inverse inverse = Inverse.ofAll(operations(changes).stream()
			.filter((operation) -> !(operation instanceof DataOperation.BulkInsert))
			.toList());
		if (!(inverse instanceof Inverse.Of back)) {
			throw new IllegalStateException(inverse.toString());
		}
		return back.operations();
	}

	void upgrade(List<Operation> operations, List<Operation> inverse) {
		upgrade(run(operations), run(inverse));
	}

	void upgrade(Consumer<Operations> body, Consumer<Operations> back) {
		int number = this.count++;
		this.revisions.add("r" + number, (number == 0) ? "" : "r" + (number - 1), body, back);
		upgrade();
	}

	void upgrade() {
		migrator().upgrade("head");
	}

	public void downgrade() {
		downgrade("-1");
	}

	public void downgrade(String target) {
		migrator().downgrade(target);
	}

	private static Consumer<Operations> run(List<Operation> operations) {
		return (op) -> operations.forEach(((OperationRecorder) op)::run);
	}

	private dev.migration.Migrator migrator() {
		return MigratorBuilder.forDataSource(this.dataSource).revisions(this.revisions).build();
	}

}
