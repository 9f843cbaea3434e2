package dev.migration.dialect.postgresql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import dev.migration.schema.EnumType;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ReferentialAction;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.SequenceOptions;
import dev.migration.schema.Table;
import dev.migration.schema.Types;

import static dev.migration.schema.Definitions.always;
import static dev.migration.schema.Definitions.by;
import static dev.migration.schema.Definitions.byDefault;
import static dev.migration.schema.Definitions.byExpression;
import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.comment;
import static dev.migration.schema.Definitions.currentTimestamp;
import static dev.migration.schema.Definitions.exclude;
import static dev.migration.schema.Definitions.expression;
import static dev.migration.schema.Definitions.foreignKey;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Definitions.primaryKey;
import static dev.migration.schema.Definitions.sequence;
import static dev.migration.schema.Definitions.stored;
import static dev.migration.schema.Definitions.table;
import static dev.migration.schema.Definitions.unique;
import static dev.migration.schema.Definitions.virtual;
import static dev.migration.schema.Types.array;
import static dev.migration.schema.Types.bigint;
import static dev.migration.schema.Types.bool;
import static dev.migration.schema.Types.enumeration;
import static dev.migration.schema.Types.integer;
import static dev.migration.schema.Types.sqlType;
import static dev.migration.schema.Types.text;
import static dev.migration.schema.Types.timestamp;
import static dev.migration.schema.Types.varchar;

/**
 * A schema with something of everything.
 */
final class RichSchema {

	private static final EnumType STATE = new EnumType(new QualifiedName("billing", "invoice_state"),
			List.of("open", "it's paid"));

	private static final EnumType MOOD = new EnumType(QualifiedName.of("Mood"), List.of("sad", "glad"));

	private RichSchema() {
	}

	static Schema postgresql() {
		return new Schema(List.of(types(), defaults(), team(), member(), invoice(), quoted(), booking()), indexes(),
				List.of(sequence("order_seq"), sequence("Wild Seq").incrementBy(50),
						new Sequence(new QualifiedName("billing", "invoice_seq"), SequenceOptions.DEFAULTS).startWith(7)
							.maxValue(99)
							.cycle()),
				List.of(STATE, MOOD));
	}

	private static Table types() {
		return table("all_types", column("a", bool()), column("b", Types.tinyint()), column("c", Types.smallint()),
				column("d", integer()), column("e", bigint()), column("f", Types.numeric(12, 3)),
				column("g", Types.floatingPoint(10)), column("h", Types.real()), column("i", Types.doublePrecision()),
				column("j", Types.character(4)), column("k", varchar(30)), column("l", Types.nationalCharacter(2)),
				column("m", Types.nationalVarchar(5)), column("n", text()), column("o", Types.longText()),
				column("p", Types.clob()), column("q", Types.nationalClob()), column("r", Types.binary(4)),
				column("s", Types.varbinary(8)), column("t", Types.longBinary()), column("u", Types.blob()),
				column("v", Types.date()), column("w", Types.time()), column("x", Types.time(2)),
				column("y", Types.timeWithTimeZone()), column("z", timestamp()), column("aa", timestamp(3)),
				column("ab", timestamp(6)), column("ac", Types.timestampWithTimeZone()),
				column("ad", Types.timestampWithTimeZone(0)), column("ae", Types.interval()),
				column("af", Types.uuid()), column("ag", Types.json()), column("ah", Types.xml()),
				column("ai", Types.inet()), column("aj", array(varchar(9))), column("ak", array(enumeration(MOOD))),
				column("al", enumeration(MOOD)), column("am", sqlType("int8")),
				column("an", text().on("postgresql", sqlType("int4range"))), column("ao", varchar(9)).collation("C"));
	}

	private static Table defaults() {
		return table("all_defaults", column("a", integer()).serverDefault(literal(3)),
				column("b", integer()).serverDefault(literal(-3)),
				column("c", Types.numeric(9, 2)).serverDefault(literal(new BigDecimal("1.10"))),
				column("d", bool()).serverDefault(literal(false)),
				column("e", varchar(20)).serverDefault(literal("it's \\ \"x\"")),
				column("f", text()).serverDefault(expression("lower('ABC') || 'd'")),
				column("g", timestamp()).serverDefault(currentTimestamp()),
				column("h", Types.timestampWithTimeZone())
					.serverDefault(literal(Instant.parse("2026-01-02T03:04:05Z"))),
				column("i", timestamp()).serverDefault(literal(LocalDateTime.parse("2026-01-02T03:04:05"))),
				column("j", Types.date()).serverDefault(literal(LocalDate.parse("2026-01-02"))),
				column("k", Types.time()).serverDefault(literal(LocalTime.parse("03:04:05"))),
				column("l", Types.uuid()).serverDefault(literal(new UUID(1, 2))),
				column("m", Types.uuid()).serverDefault(expression("gen_random_uuid()")),
				column("n", Types.json()).serverDefault(literal("{\"a\": [1]}")),
				column("o", Types.longBinary()).serverDefault(literal(new byte[] { 1, 2 })),
				column("p", enumeration(MOOD)).serverDefault(literal("glad")),
				column("q", array(enumeration(MOOD))).serverDefault(expression("'{sad}'")),
				column("r", bigint()).serverDefault(expression("nextval('order_seq')")),
				column("s", bigint()).serverDefault(expression("nextval('billing.invoice_seq')")),
				column("t", bigint()).serverDefault(expression("nextval('\"Wild Seq\"'::regclass) * 2")),
				column("u", text()).serverDefault(literal(null)));
	}

	private static Table team() {
		return table("team", column("id", bigint()).identity().primaryKey(), column("slug", varchar(120)).notNull(),
				column("a", integer()).notNull(), column("b", integer()),
				column("sum", integer()).computed(stored("a + coalesce(b, 0)")),
				column("product", bigint()).computed(virtual("a::bigint * b")),
				column("since", Types.date()).comment("when it\nbegan; it's \"so\""),
				check("ck_team_slug", "slug <> '' AND (slug ~ '^[a-z(]+$')"), check("status_in", "slug IN ('x', 'y(')"),
				check("a > 0"), check("(a < 10) OR (b > 1)"), unique("uq_team_slug").on("slug"),
				unique("uq_team_ab").on("a", "b").nullsNotDistinct().include("slug").initiallyDeferred(),
				comment("Teams"));
	}

	private static Table member() {
		return table("member", column("team_id", bigint()),
				column("no", integer()).identity(always().startWith(10).incrementBy(5).maxValue(1000).cache(3).cycle()),
				column("other", bigint()).identity(byDefault().startWith(1).incrementBy(1)), column("x", bigint()),
				column("y", bigint()), primaryKey("team_id", "no"),
				foreignKey("fk_member_team").on("team_id")
					.references("team", "id")
					.onDelete(ReferentialAction.CASCADE)
					.onUpdate(ReferentialAction.NO_ACTION)
					.match(ForeignKey.Match.SIMPLE),
				foreignKey().on("x").references("team", "id").onDelete(ReferentialAction.SET_NULL).initiallyDeferred(),
				foreignKey("fk_pair").on("x", "y")
					.references("member", "team_id", "no")
					.match(ForeignKey.Match.FULL)
					.onUpdate(ReferentialAction.RESTRICT));
	}

	private static Table invoice() {
		Table table = table("invoice", column("id", bigint()).primaryKey(),
				column("state", enumeration(STATE)).notNull()
					.serverDefault(expression("'open'::billing.invoice_state")),
				column("team_id", bigint()), foreignKey("fk_invoice_team").on("team_id").references("team", "id"),
				check("ck_state", "state <> 'it''s paid'::billing.invoice_state OR invoice.id > 3"));
		return new Table(new QualifiedName("billing", "invoice"), table.columns(), table.primaryKey(),
				table.uniqueConstraints(), table.foreignKeys(), table.checkConstraints(), table.exclusionConstraints(),
				table.comment(), table.options());
	}

	private static Table quoted() {
		return table("Order \"Ünïcode\"", column("select", integer()).primaryKey(), column("Käse", text()).notNull(),
				check("Ck Ä", "\"Käse\" <> '(' AND \"select\" > 0"));
	}

	private static Table booking() {
		return table("booking", column("id", integer()), primaryKey("id").deferrable(),
				column("room", sqlType("int4range")).notNull(), column("at", sqlType("tsrange")),
				exclude("ex_booking").with("room", "&&")
					.with(byExpression("tsrange(lower(at), upper(at))"), "&&")
					.where("id > 3")
					.deferrable());
	}

	private static List<Index> indexes() {
		return List.of(index("ix_plain").on("team", "a", "b"), index("ix_unique").on("team", "slug").unique(),
				index("ix_desc").on("team", by("a").descending(), by("b").nullsFirst()),
				index("ix_desc_last").on("team", by("a").descending().nullsLast(), by("b").descending().nullsFirst()),
				index("ix_expr").on("team", byExpression("lower(slug)"), byExpression("a + b"), by("a")),
				index("ix_where").on("team", "a").where("b IS NULL AND slug <> 'x'").unique(),
				index("ix_include").on("team", "a").include("slug", "b").nullsNotDistinct().unique(),
				index("ix_opclass").on("team", by("slug").operatorClass("text_pattern_ops").collate("C")),
				index("ix_gin").on("all_types", "ag").using("gin").storageParameter("fastupdate", "off"),
				index("ix_path").on("all_types", by("ag").operatorClass("jsonb_path_ops")).using("GIN"),
				index("ix_btree").on("all_types", "d").using("btree").storageParameter("fillfactor", "70"),
				index("ix_collated").on("all_types", "ao"), index().on("all_types", "k"),
				new Index("ix_invoice", new QualifiedName("billing", "invoice"), List.of(by("state"))),
				index("Ix Ä").on("Order \"Ünïcode\"", "Käse"));
	}

}
