package dev.migration.dialect;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import dev.migration.NeedsDatabaseException;
import dev.migration.Operations;
import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.mysql.MariadbDialect;
import dev.migration.dialect.mysql.MysqlDialect;
import dev.migration.schema.EnumType;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.Type;
import dev.migration.schema.Types;
import org.junit.jupiter.api.Test;

import static dev.migration.schema.Definitions.byExpression;
import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.comment;
import static dev.migration.schema.Definitions.currentTimestamp;
import static dev.migration.schema.Definitions.enumType;
import static dev.migration.schema.Definitions.expression;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Definitions.option;
import static dev.migration.schema.Definitions.primaryKey;
import static dev.migration.schema.Definitions.sequence;
import static dev.migration.schema.Definitions.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The SQL for MySQL, as it is written without a database. It runs on a real one in
 * {@link OperationRoundTripTests}, where Docker answers.
 */
class MysqlDdlTests {

	private static final EnumType STATUS = enumType("status", "open", "it's", "back\\slash");

	private final Dialect mysql = new MysqlDialect();

	private final Dialect mariadb = new MariadbDialect();

	@Test
	void aTableReadsAsOneWouldWriteIt() {
		assertThat(sql(this.mysql,
				(op) -> op.createTable("order", column("id", Types.bigint()).identity(),
						column("Name", Types.varchar(80)).notNull().collation("utf8mb4_bin").comment("it's"),
						column("status", new Type.Enumeration(STATUS)).notNull(), column("ref", Types.uuid()),
						column("text", Types.text()).serverDefault(literal("x")),
						column("at", Types.timestampWithTimeZone()).serverDefault(currentTimestamp()),
						column("local", Types.timestamp()).serverDefault(currentTimestamp()),
						column("touched", Types.sqlType("timestamp(3)"))
							.serverDefault(expression("CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)")),
						column("a", Types.integer()).serverDefault(expression("1 + 1")),
						column("twice", Types.integer()).computed(stored("a * 2")).notNull(), primaryKey("id"),
						check("ck_a", "a > 0"), comment("all of them"), option("mysql", "ENGINE=InnoDB"))))
			.containsExactly("""
					CREATE TABLE `order` (
						id bigint NOT NULL AUTO_INCREMENT,
						`Name` varchar(80) COLLATE utf8mb4_bin NOT NULL COMMENT 'it''s',
						status enum('open','it''s','back\\\\slash') NOT NULL,
						ref binary(16),
						text text DEFAULT ('x'),
						at datetime(6) DEFAULT (UTC_TIMESTAMP(6)),
						local datetime(6) DEFAULT CURRENT_TIMESTAMP(6),
						touched timestamp(3) NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
						a integer DEFAULT (1 + 1),
						twice integer GENERATED ALWAYS AS (a * 2) STORED NOT NULL,
						CONSTRAINT pk_order PRIMARY KEY (id),
						CONSTRAINT ck_a CHECK (a > 0)
					) ENGINE=InnoDB COMMENT='all of them'""");
	}

	@Test
	void eachKindOfConstraintIsDroppedInItsOwnWords() {
		Consumer<Operations> drops = (op) -> {
			op.dropPrimaryKey("pk", "t");
			op.dropForeignKey("fk", "t");
			op.dropUniqueConstraint("uq", "t");
			op.dropCheckConstraint("ck", "t");
			op.dropIndex("ix", "t");
		};
		assertThat(sql(this.mysql, drops)).containsExactly("ALTER TABLE t DROP PRIMARY KEY",
				"ALTER TABLE t DROP FOREIGN KEY fk", "ALTER TABLE t DROP INDEX uq", "ALTER TABLE t DROP CHECK ck",
				"DROP INDEX ix ON t");
		assertThat(sql(this.mariadb, drops)).contains("ALTER TABLE t DROP CONSTRAINT ck");
	}

	@Test
	void onlyMysqlHasIndexesOnExpressionsAndOnlyMariadbHasSequences() {
		Consumer<Operations> byExpression = (op) -> op.createIndex(index("ix").on("t", byExpression("lower(name)")));
		assertThat(sql(this.mysql, byExpression)).containsExactly("CREATE INDEX ix ON t ((lower(name)))");
		assertThatExceptionOfType(UnsupportedChangeException.class).isThrownBy(() -> sql(this.mariadb, byExpression))
			.satisfies((ex) -> assertThat(ex.getAction()).contains("computed column"));
		Consumer<Operations> createSequence = (op) -> op.createSequence(sequence("s").incrementBy(50).noCycle());
		assertThat(sql(this.mariadb, createSequence)).containsExactly("CREATE SEQUENCE s INCREMENT BY 50 NOCYCLE");
		assertThatExceptionOfType(UnsupportedChangeException.class).isThrownBy(() -> sql(this.mysql, createSequence))
			.satisfies((ex) -> assertThat(ex.getAction()).contains("next_val"));
	}

	@Test
	void withoutADatabaseAnAlterationNeedsTheDefinition() {
		assertThat(sql(this.mysql,
				(op) -> op.alterColumn("t", column("c", Types.varchar(9)).notNull().comment("x"),
						(c) -> c.rename("d").type(Types.varchar(20)))))
			.containsExactly("ALTER TABLE t CHANGE COLUMN c d varchar(20) NOT NULL COMMENT 'x'");
		assertThatExceptionOfType(NeedsDatabaseException.class)
			.isThrownBy(() -> sql(this.mysql, (op) -> op.alterColumn("t", "c", (c) -> c.notNull())))
			.satisfies((ex) -> assertThat(ex.getAction()).contains("definition"));
	}

	@Test
	void aBatchIsOneStatement() {
		assertThat(sql(this.mysql, (op) -> op.batchAlterTable("t", (batch) -> {
			batch.addColumn(column("a", Types.integer()));
			batch.alterColumn("a", (c) -> c.notNull());
			batch.createIndex(index("ix").on("t", "a").unique());
			batch.dropColumn("b");
			batch.dropIndex("old");
			batch.createIndex(index("old").on("t", "a"));
		}))).containsExactly(
				"ALTER TABLE t ADD COLUMN a integer NOT NULL, ADD UNIQUE INDEX ix (a), DROP COLUMN b, DROP INDEX old",
				"ALTER TABLE t ADD INDEX old (a)");
	}

	@Test
	void literalsDoNotDependOnTheSqlMode() {
		assertThat(this.mysql.literal("it's")).isEqualTo("'it''s'");
		assertThat(this.mysql.literal("a\\'b")).isEqualTo("_utf8mb4 X'615c2762'");
		assertThat(this.mysql.literal(true)).isEqualTo("TRUE");
		assertThat(this.mysql.literal(new byte[] { 1, -1 })).isEqualTo("X'01ff'");
		assertThat(this.mysql.literal(Instant.parse("2026-11-24T10:15:30.5Z")))
			.isEqualTo("TIMESTAMP '2026-11-24 10:15:30.5'");
		assertThat(this.mysql.literal(LocalDateTime.of(2026, 11, 24, 10, 15)))
			.isEqualTo("TIMESTAMP '2026-11-24 10:15:00'");
		UUID uuid = UUID.fromString("6f1c1a0e-8a0a-4c39-9d8c-1f7f2f9e0a11");
		assertThat(this.mysql.literal(uuid)).isEqualTo("X'6f1c1a0e8a0a4c399d8c1f7f2f9e0a11'");
		assertThat(this.mariadb.literal(uuid)).isEqualTo("'6f1c1a0e-8a0a-4c39-9d8c-1f7f2f9e0a11'");
	}

	@Test
	void mariadbIsKnownByItsVersionToo() {
		assertThat(this.mariadb.supports("MySQL", "5.5.5-11.4.5-MariaDB-log")).isTrue();
		assertThat(this.mysql.supports("MySQL", "5.5.5-11.4.5-MariaDB-log")).isFalse();
		assertThat(this.mysql.supports("MySQL", "8.4.3")).isTrue();
		assertThat(this.mariadb.supports("MySQL", "8.4.3")).isFalse();
	}

	private static List<String> sql(Dialect dialect, Consumer<Operations> calls) {
		RenderContext context = RenderContext.offline(dialect.offlineVersion(), NamingConvention.DEFAULT);
		return DialectSession.record(dialect, calls)
			.stream()
			.flatMap((operation) -> dialect.render(operation, context).stream())
			.map(SqlStatement::sql)
			.toList();
	}

}
