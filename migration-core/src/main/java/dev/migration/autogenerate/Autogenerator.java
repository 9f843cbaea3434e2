package dev.migration.autogenerate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.migration.DatabaseAccessException;
import dev.migration.InvalidRenameException;
import dev.migration.RenameDecision;
import dev.migration.dialect.Dialect;
import dev.migration.dialect.NameCase;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SchemaInspector;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.DataOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Rename;
import dev.migration.schema.Schema;
import dev.migration.schema.TargetSchema;

/**
 * Finds what brings a database to its target schema: reads both in the words of the
 * server, finds what was renamed, compares the rest.
 */
public final class Autogenerator {

	private final Connection connection;

	private final Dialect dialect;

	private final RenderContext context;

	private final ComparisonSettings settings;

	/**
	 * Create a new generator.
	 * @param connection a connection to the database, in auto-commit
	 * @param dialect the dialect of the database
	 * @param context the server
	 * @param settings what to compare
	 */
	public Autogenerator(Connection connection, Dialect dialect, RenderContext context, ComparisonSettings settings) {
		this.connection = connection;
		this.dialect = dialect;
		this.context = context;
		this.settings = settings;
	}

	/**
	 * Compare. Only reads.
	 * @param target the target schema
	 * @param renames what was renamed, besides what the target knows of, each as
	 * {@code table:new_name} or {@code table.column:new_name}
	 * @param attributes which entity each table was for before, and which attribute each
	 * column
	 * @param decision answers where something may have been renamed
	 * @return the changes in the order in which they can be done; none if there is no
	 * difference
	 * @throws InvalidRenameException if a rename names what is not there
	 * @throws SQLException if the database cannot be read
	 */
	public List<ProposedChange> compare(TargetSchema target, List<String> renames, Map<String, String> attributes,
			RenameDecision decision) throws SQLException {
		Schema definitions = DefaultSchema.of(this.connection).leftOut(target.schema());
		SchemaInspector inspector = this.dialect.inspector();
		Schema canonical = inspector.canonical(this.connection, definitions, this.context);
		NameCase nameCase = inspector.nameCase(this.connection);
		Schema inspected = SameNames.spelledAs(canonical,
				OtherTools.withoutBulkTables(inspector.inspect(this.connection, schemas(definitions))), nameCase,
				this.dialect::quote);
		List<Rename> stated = renames.stream().map((text) -> StatedRename.parse(text, canonical, inspected)).toList();
		RenameDetection detection = new RenameDetection(canonical, inspected,
				new RenameEvidence(stated, target.renames(), new Origins(attributes, target)), decision, this.settings,
				nameCase, this.dialect::quote);
		List<ProposedChange> changes = new ArrayList<>();
		List<Rename> renamed = detection.detect();
		renamed.forEach((rename) -> changes.add(operation(rename)));
		SchemaComparison comparison = new SchemaComparison(definitions, canonical, detection.inspected(), this.settings,
				hasRows(renamed));
		List<ProposedChange> compared = ReadableChecks.in(comparison.compare(), detection.inspected(), inspector,
				this.connection, this.context);
		for (ProposedChange change : compared) {
			changes.add(change);
			firstRows(change.operation(), target).ifPresent(changes::add);
		}
		for (ComparisonHook hook : this.settings.hooks()) {
			changes.addAll(hook.compare(this.connection));
		}
		List<ProposedChange> result = changes;
		for (ComparisonHook hook : this.settings.hooks()) {
			result = hook.rewrite(result);
		}
		return List.copyOf(result);
	}

	/**
	 * Return what creates a schema that was read. Only reads.
	 * @param inspected the inspected schema
	 * @return the changes in the order in which they can be done, of what the settings
	 * leave in
	 */
	public List<ProposedChange> creation(Schema inspected) {
		Schema definitions = ReadableChecks.in(inspected, this.dialect.inspector(), this.connection, this.context);
		return new SchemaComparison(definitions, definitions, Schema.EMPTY, this.settings, (table) -> false).compare();
	}

	/**
	 * Without its row a generator of identifiers that counts in a table fails.
	 */
	private static Optional<ProposedChange> firstRows(Operation operation, TargetSchema target) {
		if (operation instanceof TableOperation.CreateTable creation) {
			QualifiedName table = creation.table().name();
			List<Map<String, Object>> rows = target.rows().getOrDefault(table, List.of());
			if (!rows.isEmpty()) {
				List<Map<String, @Nullable Object>> copies = new ArrayList<>();
				rows.forEach((row) -> copies.add(new LinkedHashMap<>(row)));
				return Optional.of(ProposedChange.of(new DataOperation.BulkInsert(table, copies),
						"first rows of table '" + table + "'"));
			}
		}
		return Optional.empty();
	}

	private static Set<String> schemas(Schema definitions) {
		Set<String> schemas = new LinkedHashSet<>();
		definitions.tables().forEach((table) -> add(schemas, table.name()));
		definitions.sequences().forEach((sequence) -> add(schemas, sequence.name()));
		definitions.enumTypes().forEach((type) -> add(schemas, type.name()));
		return schemas;
	}

	private static void add(Set<String> schemas, QualifiedName name) {
		@Nullable String schema = name.schema();
		if (schema != null) {
			schemas.add(schema);
		}
	}

	private static ProposedChange operation(Rename rename) {
		if (rename instanceof Rename.OfTable table) {
			return ProposedChange.of(new TableOperation.RenameTable(table.from(), table.to()),
					"renamed table '" + table.from() + "' to '" + table.to() + "'");
		}
		Rename.OfColumn column = (Rename.OfColumn) rename;
		return ProposedChange.of(
				new ColumnOperation.AlterColumn(column.from().table(), column.from().column(),
						ColumnChange.NONE.rename(column.to()), null),
				"renamed column '" + column.from() + "' to '" + column.to() + "'");
	}

	private Predicate<QualifiedName> hasRows(List<Rename> renames) {
		return (table) -> {
			QualifiedName present = table;
			for (int i = renames.size() - 1; i >= 0; i--) {
				if (renames.get(i) instanceof Rename.OfTable renamed
						&& renamed.from().sibling(renamed.to()).equals(present)) {
					present = renamed.from();
				}
			}
			return hasRows(present);
		};
	}

	private boolean hasRows(QualifiedName table) {
		String name = ((table.schema() != null) ? this.dialect.quote(table.schema()) + "." : "")
				+ this.dialect.quote(table.name());
		try (Statement statement = this.connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT 1 FROM " + name + " LIMIT 1")) {
			return row.next();
		}
		catch (SQLException ex) {
			throw new DatabaseAccessException("Table " + table + " cannot be read", ex);
		}
	}

}
