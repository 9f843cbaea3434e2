package dev.migration.runtime;

import java.io.File;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.migration.RenameDecision;
import dev.migration.autogenerate.Autogenerator;
import dev.migration.autogenerate.ComparisonHook;
import dev.migration.autogenerate.ComparisonSettings;
import dev.migration.autogenerate.ProposedChange;
import dev.migration.dialect.Dialect;
import dev.migration.dialect.RenderContext;
import dev.migration.operation.SchemaOperation;
import dev.migration.operation.SequenceOperation;
import dev.migration.schema.EnumType;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.SequenceOptions;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Types;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Schemas are created where they are missing, and those that others made stay.
 */
class AutogenSchemaTests {

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2", "MARIADB", "MYSQL" })
	void aMissingSchemaIsCreatedAndTakenBack(Kind kind) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		String schema = schemaName(database);
		AutogenRun run = new AutogenRun(database);
		List<ProposedChange> changes = run.compare(tableIn(schema));
		assertThat(AutogenRun.operations(changes)).first().isEqualTo(new SchemaOperation.CreateSchema(schema, true));
		run.upgrade(changes);
		assertThat(run.compare(tableIn(schema))).isEmpty();
		run.downgrade();
		assertThat(schemas(database, schema)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2", "MARIADB", "MYSQL" })
	void aSchemaWithNothingInItIsThere(Kind kind) throws Exception {
		staysWith(kind, "");
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2", "MARIADB", "MYSQL" })
	void aSchemaWithNothingButAViewIsThere(Kind kind) throws Exception {
		staysWith(kind, "CREATE VIEW %s.v AS SELECT 1 AS x");
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2", "MARIADB" })
	void aSchemaWithNothingButASequenceIsThere(Kind kind) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		String schema = schemaName(database);
		database.execute("CREATE SCHEMA " + schema, "CREATE SEQUENCE " + schema + ".numbers");
		AutogenRun run = new AutogenRun(database);
		TargetSchema target = TargetSchema.of(new Schema(tableIn(schema).schema().tables(), List.of(),
				List.of(sequence(schema, "numbers")), List.of()));
		List<ProposedChange> changes = run.compare(target);
		assertThat(changes).hasSize(1);
		run.upgrade(changes);
		run.downgrade();
		assertThat(schemas(database, schema)).hasSize(1);
	}

	@Test
	void aSchemaWithNothingButAnEnumTypeIsThere() throws Exception {
		TestDatabase database = TestDatabase.create(Kind.POSTGRESQL);
		database.execute("CREATE SCHEMA billing", "CREATE TYPE billing.mood AS ENUM ('fine')");
		TargetSchema target = TargetSchema.of(new Schema(List.of(), List.of(), List.of(),
				List.of(enumType("billing", "mood"), enumType("billing", "color"))));
		assertThat(AutogenRun.operations(new AutogenRun(database).compare(target)))
			.noneMatch(SchemaOperation.class::isInstance)
			.hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2", "MARIADB" })
	void aSchemaThatOnlyASequenceNeedsIsCreated(Kind kind) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		String schema = schemaName(database);
		comesAndGoes(database, schema,
				new Schema(List.of(), List.of(), List.of(sequence(schema, "numbers")), List.of()));
	}

	@Test
	void aSchemaThatOnlyAnEnumTypeNeedsIsCreated() throws Exception {
		comesAndGoes(TestDatabase.create(Kind.POSTGRESQL), "billing",
				new Schema(List.of(), List.of(), List.of(), List.of(enumType("billing", "mood"))));
	}

	/**
	 * The revision was made where the schema was missing, and runs where it is not.
	 */
	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2", "MARIADB", "MYSQL" })
	void theWayBackKeepsASchemaThatOthersUse(Kind kind) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		String schema = schemaName(database);
		AutogenRun run = new AutogenRun(database);
		List<ProposedChange> changes = run.compare(tableIn(schema));
		database.execute("CREATE SCHEMA " + schema, routine(database, schema));
		run.upgrade(changes);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(run::downgrade).withMessageContaining(schema);
		assertThat(schemas(database, schema)).hasSize(1);
	}

	@Test
	void anAttachedFileIsThereThoughNothingIsInIt(@TempDir File folder) throws Exception {
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + new File(folder, "a.db"));
				Statement statement = connection.createStatement()) {
			statement.execute("ATTACH '" + new File(folder, "b.db") + "' AS billing");
			assertThat(AutogenRun.operations(compare(connection, tableIn("billing"), AutogenRun.SETTINGS))).hasSize(1)
				.noneMatch(SchemaOperation.class::isInstance);
			assertThat(AutogenRun.operations(compare(connection, tableIn("other"), AutogenRun.SETTINGS))).hasSize(2)
				.first()
				.isInstanceOf(SchemaOperation.CreateSchema.class);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2", "MARIADB" })
	void aSequenceThatATableLeftAloneCountsByStays(Kind kind) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		database.execute("CREATE SEQUENCE report_numbers", "CREATE SEQUENCE unused",
				"CREATE TABLE report (id BIGINT DEFAULT "
						+ (kind == Kind.POSTGRESQL ? "nextval('report_numbers')" : "NEXT VALUE FOR report_numbers")
						+ ")");
		ComparisonHook hook = new ComparisonHook() {

			@Override
			public Boolean includesTable(QualifiedName table, boolean isTarget) {
				return table.name().equals("report") ? false : null;
			}

		};
		ComparisonSettings settings = new ComparisonSettings(true, true, List.of(), NamingConvention.DEFAULT,
				List.of(hook));
		try (Connection connection = database.connect()) {
			assertThat(AutogenRun.operations(compare(connection, TargetSchema.of(Schema.EMPTY), settings)))
				.singleElement()
				.isInstanceOfSatisfying(SequenceOperation.DropSequence.class,
						(drop) -> assertThat(drop.name()).isEqualTo(QualifiedName.of("unused")));
		}
	}

	private static void staysWith(Kind kind, String inside) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		String schema = schemaName(database);
		database.execute("CREATE SCHEMA " + schema);
		if (!inside.isEmpty()) {
			database.execute(inside.formatted(schema));
		}
		AutogenRun run = new AutogenRun(database);
		List<ProposedChange> changes = run.compare(tableIn(schema));
		assertThat(changes).hasSize(1);
		run.upgrade(changes);
		run.downgrade();
		assertThat(schemas(database, schema)).hasSize(1);
	}

	private static void comesAndGoes(TestDatabase database, String schema, Schema wanted) throws Exception {
		AutogenRun run = new AutogenRun(database);
		TargetSchema target = TargetSchema.of(wanted);
		run.upgrade(run.compare(target));
		assertThat(run.compare(target)).isEmpty();
		run.downgrade();
		assertThat(schemas(database, schema)).isEmpty();
	}

	private static List<ProposedChange> compare(Connection connection, TargetSchema target, ComparisonSettings settings)
			throws SQLException {
		Dialect dialect = AutogenRun.dialect(connection);
		RenderContext context = RenderContext.online(dialect.version(connection), connection, NamingConvention.DEFAULT);
		return new Autogenerator(connection, dialect, context, settings).compare(target, List.of(), Map.of(),
				RenameDecision.ACCEPT_DROP);
	}

	private static TargetSchema tableIn(String schema) {
		return TargetSchema.of(new Schema(
				List.of(table("bill", column("id", Types.integer())).named(new QualifiedName(schema, "bill"))),
				List.of(), List.of(), List.of()));
	}

	private static Sequence sequence(String schema, String name) {
		return new Sequence(new QualifiedName(schema, name), SequenceOptions.DEFAULTS);
	}

	private static EnumType enumType(String schema, String name) {
		return new EnumType(new QualifiedName(schema, name), List.of("fine"));
	}

	/**
	 * On a MariaDB server the schemas of all tests stand side by side.
	 */
	private static String schemaName(TestDatabase database) {
		boolean isShared = database.kind() == Kind.MARIADB || database.kind() == Kind.MYSQL;
		return isShared ? database.jdbcUrl().replaceAll(".*/", "") + "_billing" : "billing";
	}

	private static String routine(TestDatabase database, String schema) {
		return switch (database.kind()) {
			case POSTGRESQL -> "CREATE FUNCTION " + schema + ".one() RETURNS int LANGUAGE sql AS 'SELECT 1'";
			case H2 -> "CREATE ALIAS " + schema + ".one AS 'int one() { return 1; }'";
			default -> "CREATE FUNCTION " + schema + ".one() RETURNS int DETERMINISTIC RETURN 1";
		};
	}

	private static List<String> schemas(TestDatabase database, String schema) {
		return database.query("SELECT schema_name FROM information_schema.schemata WHERE lower(schema_name) = '"
				+ schema.toLowerCase(Locale.ROOT) + "'");
	}

}
