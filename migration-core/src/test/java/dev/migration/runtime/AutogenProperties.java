package dev.migration.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.migration.autogenerate.ProposedChange;
import dev.migration.autogenerate.TableBatches;
import dev.migration.autogenerate.source.CompiledRevision;
import dev.migration.autogenerate.source.JavaSource;
import dev.migration.dialect.Dialect;
import dev.migration.runtime.RandomTable.Col;
import dev.migration.runtime.RandomTable.Fk;
import dev.migration.schema.Identity;
import dev.migration.schema.Rename;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Type;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Whatever the target schema and whatever changes in it: what is proposed leads there,
 * the second comparison is empty, and the way back leads back.
 * <p>
 * {@code -Dproperties.tries=500} tries more, {@code -Dproperties.seed=17} begins with
 * another seed, and {@code -Dproperties.kind=MARIADB} leaves the other databases out.
 */
class AutogenProperties {

	private static final int TRIES = Integer.getInteger("properties.tries", 6);

	private static final int FIRST_SEED = Integer.getInteger("properties.seed", 1);

	private static final String KIND = System.getProperty("properties.kind", "");

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL", "H2", "MARIADB" })
	void whatIsProposedLeadsThereAndBack(Kind kind) {
		assumeThat(KIND).isIn("", kind.name());
		Map<Integer, Throwable> failures = new TreeMap<>();
		for (int seed = FIRST_SEED; seed < FIRST_SEED + TRIES; seed++) {
			List<String> story = new ArrayList<>();
			try {
				new Trial(kind, seed, story).run();
			}
			catch (Exception | AssertionError ex) {
				failures.put(seed, new AssertionError(kind + " seed " + seed + ": " + String.join("\n  ", story), ex));
			}
		}
		if (!failures.isEmpty()) {
			AssertionError all = new AssertionError("Seeds " + failures.keySet() + " fail on " + kind);
			failures.values().forEach(all::addSuppressed);
			throw all;
		}
	}

	/**
	 * One model, one change of it.
	 */
	private static final class Trial {

		private final TestDatabase database;

		private final AutogenRun run;

		private final RandomModel model;

		private final boolean isThroughSource;

		private final List<String> story;

		Trial(Kind kind, int seed, List<String> story) {
			this.database = TestDatabase.create(kind);
			this.run = new AutogenRun(this.database);
			this.model = new RandomModel(seed, kind);
			this.isThroughSource = seed % 5 == 0;
			this.story = story;
		}

		void run() throws SQLException {
			bringTo(TargetSchema.of(this.model.schema()));
			fill();
			Map<String, Object> before = this.run.inspect(TargetSchema.of(this.model.schema()));
			Map<Cell, List<String>> values = values();
			RandomChange change = new RandomChange(this.model);
			this.story.add(change.toString());
			TargetSchema target = target(change.renames());
			bringTo(target);
			requireKept(values);
			this.story.add("DOWN");
			this.run.downgrade();
			assertThat(this.run.inspect(target)).isEqualTo(before);
			this.story.add("UP AGAIN");
			this.run.upgrade();
			requireNoDifference(target);
			requireKept(values);
			this.story.add("BASE");
			this.run.downgrade("base");
			assertThat(this.run.inspect(target)).isEmpty();
		}

		private TargetSchema target(List<Rename> renames) {
			return new TargetSchema(this.model.schema(), renames, Map.of(), Map.of());
		}

		private void bringTo(TargetSchema target) throws SQLException {
			List<ProposedChange> changes = this.run.compare(target);
			changes.forEach((change) -> this.story.add(change.operation().toString()));
			if (this.isThroughSource) {
				boolean rebuilds = this.database.kind() == Kind.SQLITE;
				List<ProposedChange> written = rebuilds ? TableBatches.of(changes) : changes;
				CompiledRevision revision = CompiledRevision.of(JavaSource.write(written, AutogenRun.inverse(written)));
				this.run.upgrade(revision.upgraded(), revision.downgraded());
			}
			else {
				this.run.upgrade(changes);
			}
			requireNoDifference(target);
		}

		private void requireNoDifference(TargetSchema target) throws SQLException {
			assertThat(AutogenRun.operations(this.run.compare(target))).as("second comparison").isEmpty();
		}

		/**
		 * Rows first without foreign keys, then with them where it is known what they
		 * point to.
		 */
		private void fill() throws SQLException {
			try (Connection connection = this.database.connect()) {
				Dialect dialect = AutogenRun.dialect(connection);
				Map<RandomTable, List<Map<String, Object>>> rows = this.model.rows();
				rows.forEach((table, all) -> all.forEach((row) -> insert(dialect, table, row)));
				for (RandomTable table : rows.keySet()) {
					for (Fk key : table.foreignKeys) {
						if (rows.containsKey(key.target()) && key.columns().size() == 1) {
							Col target = key.targets().get(0);
							Object value = (target.identity != null) ? Integer.valueOf(1)
									: RandomTypes.value(target.type(), 1);
							this.database.execute("UPDATE " + table.sql() + " SET "
									+ dialect.quote(key.columns().get(0).name) + " = " + dialect.literal(value));
						}
					}
				}
			}
		}

		private void insert(Dialect dialect, RandomTable table, Map<String, Object> row) {
			String head = "INSERT INTO " + table.sql();
			if (row.isEmpty()) {
				this.database
					.execute(head + ((this.database.kind() == Kind.MARIADB) ? " () VALUES ()" : " DEFAULT VALUES"));
				return;
			}
			this.database.execute(head + " (" + String.join(", ", row.keySet().stream().map(dialect::quote).toList())
					+ ") VALUES (" + String.join(", ", row.values().stream().map(dialect::literal).toList()) + ")");
		}

		private Map<Cell, List<String>> values() throws SQLException {
			Map<Cell, List<String>> values = new LinkedHashMap<>();
			for (RandomTable table : this.model.tables) {
				for (Col column : table.columns) {
					values.put(new Cell(table, column, column.type().toString(), column.identity), read(table, column));
				}
			}
			return values;
		}

		private List<String> read(RandomTable table, Col column) throws SQLException {
			try (Connection connection = this.database.connect()) {
				Dialect dialect = AutogenRun.dialect(connection);
				List<String> values = new ArrayList<>();
				this.database.query("SELECT " + dialect.quote(column.name) + " FROM " + table.sql())
					.forEach((value) -> values.add(String.valueOf(value)));
				values.sort(null);
				return values;
			}
		}

		/**
		 * What is still there has its values.
		 */
		private void requireKept(Map<Cell, List<String>> values) throws SQLException {
			for (Map.Entry<Cell, List<String>> each : values.entrySet()) {
				Cell cell = each.getKey();
				if (!this.model.tables.contains(cell.table) || !cell.table.columns.contains(cell.column)) {
					continue;
				}
				List<String> now = read(cell.table, cell.column);
				assertThat(now).as("rows of " + cell.table.name).hasSameSizeAs(each.getValue());
				if (cell.column.source == null
						&& (cell.column.enumType != null || cell.column.type().toString().equals(cell.type))) {
					assertThat(now).as("values of " + cell.table.name + "." + cell.column.name)
						.isEqualTo(each.getValue());
				}
			}
		}

		private record Cell(RandomTable table, Col column, String type, Identity identity) {
		}

	}

}
