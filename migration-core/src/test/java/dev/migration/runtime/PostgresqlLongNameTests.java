package dev.migration.runtime;

import java.sql.SQLException;
import java.util.List;

import dev.migration.DefinitionRefusedException;
import dev.migration.schema.EnumType;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Types;
import dev.migration.schema.UniqueConstraint;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.primaryKey;
import static dev.migration.schema.Definitions.sequence;
import static dev.migration.schema.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * PostgreSQL cuts a name that is longer than 63 bytes.
 */
class PostgresqlLongNameTests {

	private static final String KEPT = "größe" + "x".repeat(56);

	private static final String ONE = KEPT + "_one";

	private static final String OTHER = KEPT + "_other";

	private static final Table TEAM = table("team", column("id", Types.integer()).notNull(),
			column("size", Types.integer()), primaryKey("id"));

	private final AutogenRun run = new AutogenRun(TestDatabase.create(Kind.POSTGRESQL));

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void twoNamesThatAreCutToOneAreRefused(String what, Schema schema) {
		assertThatExceptionOfType(DefinitionRefusedException.class)
			.isThrownBy(() -> this.run.compare(TargetSchema.of(schema)))
			.withMessageContainingAll(what, "'" + ONE + "'", "'" + OTHER + "'", "'" + KEPT + "'")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("differs in its beginning"));
	}

	static List<Object[]> twoNamesThatAreCutToOneAreRefused() {
		EnumType one = new EnumType(QualifiedName.of(ONE), List.of("x"));
		EnumType other = new EnumType(QualifiedName.of(OTHER), List.of("x"));
		return List.of(
				new Object[] { "two tables",
						schema(table(ONE, column("id", Types.integer())),
								table(OTHER, column("id", Types.integer()))) },
				new Object[] { "columns of table team",
						schema(table("team", column(ONE, Types.integer()), column(OTHER, Types.integer()))) },
				new Object[] { "constraints of table team",
						schema(table("team", column("size", Types.integer()), check(ONE, "size > 1"),
								check(OTHER, "size < 9"))) },
				new Object[] { "constraints of table member",
						schema(TEAM, table("member", column("a", Types.integer()), column("b", Types.integer()),
								toTeam(ONE, "a"), toTeam(OTHER, "b"))) },
				new Object[] { "indexes",
						new Schema(List.of(TEAM), List.of(onTeam(ONE, "id"), onTeam(OTHER, "size")), List.of(),
								List.of()) },
				new Object[] { "keys",
						new Schema(List.of(table("team", column("size", Types.integer()),
								new UniqueConstraint(ONE, List.of("size")))), List.of(onTeam(OTHER, "size")), List.of(),
								List.of()) },
				new Object[] { "sequences",
						new Schema(List.of(table(ONE, column("id", Types.integer()))), List.of(),
								List.of(sequence(OTHER)), List.of()) },
				new Object[] { "two enum types",
						new Schema(
								List.of(table("team", column("a", Types.enumeration(one)),
										column("b", Types.enumeration(other)))),
								List.of(), List.of(), List.of(one, other)) });
	}

	@Test
	void aLongNameAloneIsCut() throws SQLException {
		TargetSchema target = TargetSchema
			.of(new Schema(List.of(table(ONE, column(ONE, Types.integer()), check(ONE, "\"" + KEPT + "\" > 1")), TEAM),
					List.of(onTeam("a" + ONE, "size")), List.of(sequence("b" + ONE)), List.of()));
		this.run.upgrade(this.run.compare(target));
		assertThat(this.run.inspect(target)).containsKeys("table " + KEPT, "sequence b" + KEPT.substring(0, 60));
		assertThat(this.run.compare(target)).isEmpty();
	}

	private static Schema schema(Table... tables) {
		return new Schema(List.of(tables), List.of(), List.of(), List.of());
	}

	private static ForeignKey toTeam(String name, String column) {
		return new ForeignKey(name, List.of(column), TEAM.name(), List.of("id"), null, null, null, null, false);
	}

	private static Index onTeam(String name, String column) {
		return index(name).on("team", column);
	}

}
