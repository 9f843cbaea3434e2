package dev.migration.runtime;

import java.sql.SQLException;
import java.util.List;

import dev.migration.schema.EnumType;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Table;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Types;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.comment;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Definitions.stored;
import static dev.migration.schema.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A PostgreSQL database can be set to take a backslash in a string for an escape.
 */
class PostgresqlStringsTests {

	private static final EnumType MOOD = new EnumType(QualifiedName.of("mood"), List.of("so\\so", "it's \\"));

	private static final Table TEAM = table("team", column("id", Types.integer()),
			column("path", Types.varchar(20)).notNull().serverDefault(literal("a\\b\\")).comment("c\\d"),
			column("mood", Types.enumeration(MOOD)).serverDefault(literal("so\\so")),
			column("whole", Types.text()).computed(stored("path || '\\n'")), check("ck_path", "path <> '\\'"),
			comment("e\\"));

	private TestDatabase database;

	private AutogenRun run;

	@BeforeEach
	void takeABackslashForAnEscape() {
		this.database = TestDatabase.create(Kind.POSTGRESQL);
		this.database.execute("DO 'BEGIN EXECUTE format(''ALTER DATABASE %I SET standard_conforming_strings = off'',"
				+ " current_database()); END'");
		this.run = new AutogenRun(this.database);
	}

	@Test
	void whatIsProposedKeepsBackslashes() throws SQLException {
		TargetSchema target = TargetSchema.of(new Schema(List.of(TEAM), List.of(), List.of(), List.of(MOOD)));
		this.run.upgrade(this.run.compare(target));
		this.database.execute("INSERT INTO team (id) VALUES (1)");
		assertThat(this.database.query("SELECT concat_ws(' ', path, mood, whole, obj_description('team'::regclass),"
				+ " col_description('team'::regclass, 2)) FROM team"))
			.containsExactly("a\\b\\ so\\so a\\b\\\\n e\\ c\\d");
		assertThat(this.run.compare(target)).isEmpty();
		assertThat(this.run.inspect(target).toString()).contains(new ServerDefault.Literal("a\\b\\").toString(),
				"(path)::text <> '\\'::text");
	}

	@Test
	void theSqlOfARevisionIsThatOfTheStandard() {
		this.run.upgrade((op) -> {
			op.execute("CREATE TABLE path (name text)");
			op.execute("INSERT INTO path VALUES ('a\\'); INSERT INTO path VALUES ('b;c')");
			op.autocommit((part) -> part.execute("INSERT INTO path VALUES ('\\d')"));
		}, (op) -> op.dropTable("path"));
		assertThat(this.database.query("SELECT name FROM path ORDER BY name COLLATE \"C\"")).containsExactly("\\d",
				"a\\", "b;c");
	}

	@Test
	void aConnectionGoesBackAsItCame() throws SQLException {
		try (SingleConnectionDataSource pool = new SingleConnectionDataSource(this.database.jdbcUrl(),
				this.database.user(), this.database.password(), true)) {
			AutogenRun onOne = new AutogenRun(pool);
			TargetSchema target = TargetSchema.of(new Schema(List.of(TEAM), List.of(), List.of(), List.of(MOOD)));
			onOne.upgrade(onOne.compare(target));
			onOne.inspect(target);
			assertThat(JdbcClient.create(pool).sql("SHOW standard_conforming_strings").query(String.class).single())
				.isEqualTo("off");
		}
	}

}
