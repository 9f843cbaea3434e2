package dev.migration.runtime;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.migration.SchemaDifference;
import dev.migration.SchemaSnapshot;
import dev.migration.SchemaSnapshots;
import dev.migration.autogenerate.ComparisonHook;
import dev.migration.autogenerate.ComparisonSettings;
import dev.migration.autogenerate.ProposedChange;
import dev.migration.autogenerate.SchemaComparison;
import dev.migration.dialect.SchemaInspector;
import dev.migration.operation.SchemaOperation;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.View;

/**
 * The {@link SchemaSnapshots} of a migrator. Both sides of a comparison were read in the
 * words of the server, so it needs no server.
 *
 * @param sessions opens a session for each call
 * @param settings the names of the migrator's own tables
 */
record SessionSnapshots(Sessions sessions, Session.Settings settings) implements SchemaSnapshots {

	@Override
	public SchemaSnapshot take() {
		return this.sessions.call(SessionSnapshots::take);
	}

	static SchemaSnapshot take(Session session) throws SQLException {
		// Names in two snapshots must mean the same, so the default schema cannot come
		// between.
		session.createSchemas();
		SchemaInspector inspector = session.dialect().inspector();
		Set<String> schemas = inspector.schemas(session.connection());
		return new SchemaSnapshot(inspector.inspect(session.connection(), schemas),
				inspector.views(session.connection(), schemas));
	}

	@Override
	public List<SchemaDifference> compare(SchemaSnapshot before, SchemaSnapshot after) {
		List<SchemaDifference> differences = new ArrayList<>();
		schemas(before.schema().schemas(), after.schema().schemas(), differences);
		for (ProposedChange change : changes(before, after, ownTables())) {
			if (!(change.operation() instanceof SchemaOperation)) {
				differences.add(new SchemaDifference(change.detected(), change.operation().describe(), List.of()));
			}
		}
		views(before.views(), after.views(), differences);
		return List.copyOf(differences);
	}

	private Set<String> ownTables() {
		return Set.of(this.settings.versionTable().name(), this.settings.historyTable().name());
	}

	/**
	 * Return what brings one snapshot to another.
	 * @param before the snapshot
	 * @param after where it goes
	 * @param leftOut the tables that do not count
	 * @return the changes, in an order in which they can be done
	 */
	static List<ProposedChange> changes(SchemaSnapshot before, SchemaSnapshot after, Set<String> leftOut) {
		ComparisonSettings everything = new ComparisonSettings(true, true, List.of(), NamingConvention.DEFAULT,
				List.of(new EveryTable(leftOut)));
		return new SchemaComparison(after.schema(), after.schema(), before.schema(), everything, (table) -> false)
			.compare();
	}

	private static void schemas(Set<String> before, Set<String> after, List<SchemaDifference> differences) {
		for (String schema : new TreeSet<>(after)) {
			if (!before.contains(schema)) {
				differences
					.add(new SchemaDifference("added schema '" + schema + "'", "create schema " + schema, List.of()));
			}
		}
		for (String schema : new TreeSet<>(before)) {
			if (!after.contains(schema)) {
				differences
					.add(new SchemaDifference("removed schema '" + schema + "'", "drop schema " + schema, List.of()));
			}
		}
	}

	private static void views(List<View> before, List<View> after, List<SchemaDifference> differences) {
		Map<QualifiedName, View> present = new LinkedHashMap<>();
		before.forEach((view) -> present.put(view.name(), view));
		for (View view : after) {
			View existing = present.remove(view.name());
			if (existing == null) {
				differences.add(view("added", "create", view));
			}
			else if (!existing.equals(view)) {
				differences.add(view("changed", "replace", view));
			}
		}
		present.values().forEach((view) -> differences.add(view("removed", "drop", view)));
	}

	private static SchemaDifference view(String found, String operation, View view) {
		return new SchemaDifference(found + " view '" + view.name() + "'", operation + " view " + view.name(),
				List.of());
	}

	@Override
	public void dropAllSince(SchemaSnapshot snapshot) {
		this.sessions.call((session) -> {
			new SnapshotRemoval(session, snapshot).execute();
			return snapshot;
		});
	}

	/**
	 * Opens sessions.
	 */
	interface Sessions {

		<T> T call(DefaultMigrator.SessionCallback<T> callback);

	}

	/**
	 * Has the opinion that every table counts, also those that other tools would keep.
	 *
	 * @param leftOut the names of those that do not
	 */
	private record EveryTable(Set<String> leftOut) implements ComparisonHook {

		@Override
		public @Nullable Boolean includesTable(QualifiedName table, boolean isTarget) {
			return !this.leftOut.contains(table.name());
		}

	}

}
