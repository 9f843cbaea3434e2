package dev.migration.dialect;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.migration.operation.IndexOperation;
import dev.migration.operation.SequenceOperation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.Constraint;
import dev.migration.schema.Index;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.Table;
import dev.migration.test.TestDatabase;

/**
 * A database whose schema is created from values and read back.
 */
public final class InspectedDatabase {

	private final TestDatabase database;

	private final Dialect dialect;

	public InspectedDatabase(TestDatabase database, Dialect dialect) {
		this.database = database;
		this.dialect = dialect;
	}

	/**
	 * Return a schema with a name for everything that has none.
	 */
	public static Schema named(Schema schema) {
		return new Schema(schema.tables().stream().map(NamingConvention.DEFAULT::apply).toList(),
				schema.indexes().stream().map(NamingConvention.DEFAULT::apply).toList(), schema.sequences(),
				schema.enumTypes());
	}

	/**
	 * Create a schema as revisions would.
	 */
	public void create(Schema schema) throws SQLException {
		try (RecordedRun run = new RecordedRun(this.dialect, this.database)) {
			for (Sequence sequence : schema.sequences()) {
				run.accept(new SequenceOperation.CreateSequence(sequence, false));
			}
			for (Table table : schema.tables()) {
				run.accept(new TableOperation.CreateTable(table, false));
			}
			for (Index index : schema.indexes()) {
				run.accept(new IndexOperation.CreateIndex(index, false));
			}
		}
	}

	public Schema inspect(String... schemas) throws SQLException {
		try (Connection connection = this.database.connect()) {
			return inOrder(this.dialect.inspector().inspect(connection, List.of(schemas)));
		}
	}

	public Schema canonical(Schema schema) throws SQLException {
		return inOrder(canonicalAsGiven(schema));
	}

	public Schema canonicalAsGiven(Schema schema) throws SQLException {
		try (Connection connection = this.database.connect()) {
			return canonical(connection, schema);
		}
	}

	public Schema canonical(Connection connection, Schema schema) throws SQLException {
		RenderContext context = RenderContext.online(this.dialect.version(connection), connection,
				NamingConvention.DEFAULT);
		return this.dialect.inspector().canonical(connection, schema, context);
	}

	/**
	 * Return how many statements an inspection takes.
	 */
	public int statementsOfInspection() throws SQLException {
		AtomicInteger statements = new AtomicInteger();
		try (Connection connection = this.database.connect()) {
			this.dialect.inspector()
				.inspect((Connection) counting(Connection.class, connection, statements), List.of());
		}
		return statements.get();
	}

	private static Object counting(Class<?> type, Object target, AtomicInteger statements) {
		return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
			if (target instanceof Statement && method.getName().startsWith("execute")) {
				statements.incrementAndGet();
			}
			try {
				Object result = method.invoke(target, arguments);
				return (result instanceof Statement)
						? counting((result instanceof PreparedStatement) ? PreparedStatement.class : Statement.class,
								result, statements)
						: result;
			}
			catch (InvocationTargetException ex) {
				throw ex.getCause();
			}
		});
	}

	/**
	 * Return a schema in the order of names.
	 */
	public static Schema inOrder(Schema schema) {
		return new Schema(
				schema.tables()
					.stream()
					.map(InspectedDatabase::inOrder)
					.sorted(Comparator.comparing((table) -> table.name().toString()))
					.toList(),
				schema.indexes()
					.stream()
					.sorted(Comparator.comparing((index) -> String.valueOf(index.name())))
					.toList(),
				schema.sequences()
					.stream()
					.sorted(Comparator.comparing((sequence) -> sequence.name().toString()))
					.toList(),
				schema.enumTypes().stream().sorted(Comparator.comparing((type) -> type.name().toString())).toList());
	}

	private static Table inOrder(Table table) {
		return new Table(table.name(), table.columns(), table.primaryKey(), inOrder(table.uniqueConstraints()),
				inOrder(table.foreignKeys()), inOrder(table.checkConstraints()), inOrder(table.exclusionConstraints()),
				table.comment(), table.options());
	}

	private static <T extends Constraint> List<T> inOrder(List<T> constraints) {
		return constraints.stream()
			.sorted(Comparator.comparing((constraint) -> String.valueOf(constraint.name())))
			.toList();
	}

	/**
	 * Return a table of a schema.
	 */
	public static Table table(Schema schema, String name) {
		return schema.table(QualifiedName.of(name)).orElseThrow();
	}

}
