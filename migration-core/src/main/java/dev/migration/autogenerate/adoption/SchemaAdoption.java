package dev.migration.autogenerate.adoption;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migration.AdoptionRefusedException;
import dev.migration.DefinitionRefusedException;
import dev.migration.PreviousTool;
import dev.migration.RenameDecision;
import dev.migration.UnsupportedChangeException;
import dev.migration.autogenerate.Autogenerator;
import dev.migration.autogenerate.ComparisonHook;
import dev.migration.autogenerate.ComparisonSettings;
import dev.migration.autogenerate.ProposedChange;
import dev.migration.dialect.Dialect;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SchemaInspector;
import dev.migration.operation.TriggerOperation;
import dev.migration.operation.ViewOperation;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Trigger;
import dev.migration.schema.View;

/**
 * Reads what a database has as the changes that create it. Only reads.
 *
 * @param changes the changes in the order in which they can be done
 * @param tool the tool that has made it, or {@code null} if none has left its tables
 * @param leftOut what else there is, which the changes do not create
 * @param inexact what the changes would not create exactly as it is
 */
public record SchemaAdoption(List<ProposedChange> changes, @Nullable PreviousTool tool, List<String> leftOut,
		List<String> inexact) {

	/**
	 * Read a database.
	 * @param connection a connection to it, in auto-commit
	 * @param dialect its dialect
	 * @param context the server
	 * @param settings what to look at
	 * @param known the tool that has made it, if that is known already
	 * @param schemas the schemas to read besides the default one of the connection
	 * @return what it has
	 * @throws AdoptionRefusedException if there is nothing, or if a tool is in the middle
	 * of something
	 * @throws SQLException if the database cannot be read
	 */
	public static SchemaAdoption read(Connection connection, Dialect dialect, RenderContext context,
			ComparisonSettings settings, @Nullable PreviousTool known, Collection<String> schemas) throws SQLException {
		SchemaInspector inspector = dialect.inspector();
		Schema inspected = inspector.inspect(connection, schemas);
		PreviousTool tool = (known != null) ? known : new PreviousTools(inspected.tables(), connection).find();
		Selection selection = new Selection(settings, (tool != null) ? tool.tables() : List.of());
		Schema schema = selection.of(inspected);
		Autogenerator autogenerator = new Autogenerator(connection, dialect, context, selection.settings());
		List<ProposedChange> changes = new ArrayList<>(autogenerator.creation(schema));
		changes.addAll(viewsAndTriggers(inspector, connection, schemas, schema));
		if (changes.isEmpty()) {
			throw new AdoptionRefusedException("There is nothing in the database to be taken over",
					"Begin with 'migrate revision --autogenerate', and name other schemas with --schema.");
		}
		return new SchemaAdoption(List.copyOf(changes), tool, inspector.others(connection, schemas),
				inexact(autogenerator, schema));
	}

	private static List<ProposedChange> viewsAndTriggers(SchemaInspector inspector, Connection connection,
			Collection<String> schemas, Schema schema) throws SQLException {
		List<ProposedChange> changes = new ArrayList<>();
		Set<QualifiedName> owners = new HashSet<>();
		schema.tables().forEach((table) -> owners.add(table.name()));
		for (View view : ViewOrder.of(inspector.views(connection, schemas))) {
			owners.add(view.name());
			changes
				.add(ProposedChange.of(new ViewOperation.CreateView(view, false), "added view '" + view.name() + "'"));
		}
		for (Trigger trigger : inspector.triggers(connection, schemas)) {
			if (owners.contains(trigger.table())) {
				changes.add(ProposedChange.of(new TriggerOperation.CreateTrigger(trigger, false),
						"added trigger '" + trigger.name() + "'"));
			}
		}
		return changes;
	}

	/**
	 * What was read is put into the words of the server once more, as if it were asked
	 * for, and must be the same.
	 */
	private static List<String> inexact(Autogenerator autogenerator, Schema schema) throws SQLException {
		try {
			return autogenerator.compare(TargetSchema.of(schema), List.of(), Map.of(), RenameDecision.ACCEPT_DROP)
				.stream()
				.map(ProposedChange::detected)
				.toList();
		}
		catch (DefinitionRefusedException | UnsupportedChangeException ex) {
			return List.of(ex.getDescription());
		}
	}

	/**
	 * What is taken over of what there is.
	 *
	 * @param application what the application wants to be looked at
	 * @param toolTables the tables of the other tool, by their full names
	 */
	private record Selection(ComparisonSettings application, List<String> toolTables) implements ComparisonHook {

		/**
		 * Hooks only say what is looked at: there is no target that could differ.
		 */
		ComparisonSettings settings() {
			return new ComparisonSettings(true, true, this.application.ownTables(), this.application.names(),
					List.of(this));
		}

		Schema of(Schema inspected) {
			List<Table> tables = inspected.tables()
				.stream()
				.filter((table) -> Boolean.TRUE.equals(includesTable(table.name(), true)))
				.toList();
			Set<QualifiedName> names = new HashSet<>(tables.stream().map(Table::name).toList());
			return new Schema(tables,
					inspected.indexes().stream().filter((index) -> names.contains(index.table())).toList(),
					inspected.sequences(), inspected.enumTypes(), inspected.schemas());
		}

		@Override
		public @Nullable Boolean includesTable(QualifiedName table, boolean isTarget) {
			return !this.toolTables.contains(table.toString()) && this.application.includesTable(table, true);
		}

		@Override
		public @Nullable Boolean includesObject(ObjectKind kind, QualifiedName owner, @Nullable String name) {
			return this.application.includes(kind, owner, name);
		}

	}

}
