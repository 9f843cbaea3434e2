package dev.migration.schema;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static dev.migration.schema.Definitions.byExpression;
import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.exclude;
import static dev.migration.schema.Definitions.foreignKey;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.primaryKey;
import static dev.migration.schema.Definitions.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NamingConventionTests {

	private static final QualifiedName TEAM = QualifiedName.of("team");

	private final NamingConvention names = NamingConvention.DEFAULT;

	@Test
	void namesWhatHasNoNameAndLeavesWhatHasOne() {
		Table table = this.names.apply(Table.of("team",
				List.of(column("id", Types.bigint()).primaryKey(), column("a", Types.text()).unique(),
						column("b", Types.bigint()).references("user", "id"), unique("mine").on("a", "b"),
						unique().on("a", "b"), exclude().with("a", "="), check("b > 0"))));
		assertThat(table.constraints()).extracting(Constraint::name)
			.containsExactly("pk_team", "mine", "uq_team_a_b", "uq_team_a", "fk_team_b_user",
					"ck_team_" + NameTemplate.hash("b > 0"), "ex_team_a");
		assertThat(this.names.apply(index().on("team", "a", "b")).name()).isEqualTo("ix_team_a_b");
		assertThat(this.names.apply(index("x").on("team", "a")).name()).isEqualTo("x");
		assertThat(this.names.apply(index().on("team", byExpression("lower(a)"))).name()).isEqualTo("ix_team_expr");
	}

	@Test
	void theSameConditionHasTheSameNameAndAnotherOneAnother() {
		String name = this.names.apply(TEAM, check("a > 0")).name();
		assertThat(name).matches("ck_team_[0-9a-f]{8}").isEqualTo(this.names.apply(TEAM, check("a > 0")).name());
		assertThat(this.names.apply(TEAM, check("a > 1")).name()).isNotEqualTo(name);
	}

	@Test
	void knowsTheTokensOfSqlAlchemy() {
		NamingConvention own = this.names.with(Map.of("ix", "%(column_0_N_name)s.%(column_0N_name)s.%(column_1_name)s",
				"fk", "%(table_name)s.%(column_0_name)s.%(referred_table_name)s.%(referred_column_0_name)s"));
		assertThat(own.apply(index().on("team", "a", "b")).name()).isEqualTo("a_b.ab.b");
		assertThat(own.apply(TEAM, foreignKey().on("a").references("user", "id")).name()).isEqualTo("team.a.user.id");
		assertThat(own.apply(TEAM, unique().on("a")).name()).isEqualTo("uq_team_a");
	}

	@Test
	void aTemplateWithTheGivenNameIsAppliedOnceAndAtTheDropToo() {
		NamingConvention own = this.names.with(Map.of("ck", "ck_%(table_name)s_%(constraint_name)s"));
		assertThat(own.apply(TEAM, check("positive", "a > 0")).name()).isEqualTo("ck_team_positive");
		assertThat(own.apply(TEAM, check("ck_team_positive", "a > 0")).name()).isEqualTo("ck_team_positive");
		assertThat(own.apply(TEAM, ConstraintKind.CHECK_CONSTRAINT, "positive")).isEqualTo("ck_team_positive");
		assertThat(own.apply(TEAM, ConstraintKind.CHECK_CONSTRAINT, "ck_team_positive")).isEqualTo("ck_team_positive");
		assertThat(own.apply(TEAM, ConstraintKind.UNIQUE_CONSTRAINT, "positive")).isEqualTo("positive");
		assertThat(own.apply(TEAM, check("a > 0")).name()).matches("ck_team_[0-9a-f]{8}");
	}

	@Test
	void aLongNameIsCutToWhatEveryDatabaseTakesAndStaysUnique() {
		String first = this.names.apply(index().on("a".repeat(40), "b".repeat(40))).name();
		String second = this.names.apply(index().on("a".repeat(40), "b".repeat(41))).name();
		assertThat(first).hasSize(63).startsWith("ix_aaaa").matches(".*_[0-9a-f]{8}").isNotEqualTo(second);
		String umlauts = NamingConvention.cut("ü".repeat(32));
		assertThat(umlauts.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63);
		assertThat(umlauts).startsWith("üüü");
		assertThat(NamingConvention.cut("x".repeat(63))).isEqualTo("x".repeat(63));
	}

	@Test
	void aMistypedTemplateIsRefusedWithWhatThereIs() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.names.with(Map.of("idx", "x")))
			.withMessage("The naming convention has no template 'idx'; there are ix, uq, ck, fk, pk and ex");
		assertThatIllegalArgumentException().isThrownBy(() -> this.names.with(Map.of("ix", "ix_%(tabel)s")))
			.withMessageContaining("unknown token 'tabel' in 'ix_%(tabel)s'");
	}

	@Test
	void aPrimaryKeyKeepsItsColumnsMarked() {
		Table table = this.names.apply(Table.of("t", List.of(column("id", Types.bigint()).primaryKey())));
		assertThat(table.columns().get(0).isPrimaryKey()).isTrue();
		assertThat(table.primaryKey()).isEqualTo(primaryKey("id").named("pk_t"));
	}

}
