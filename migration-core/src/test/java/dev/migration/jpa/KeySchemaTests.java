package dev.migration.jpa;

import java.util.List;
import java.util.Map;

import dev.migration.NothingToCompareException;
import dev.migration.jpa.EntityModel.Product;
import dev.migration.jpa.TeamEntities.Order;
import dev.migration.jpa.TeamEntities.Team;
import dev.migration.jpa.TeamEntities.WithSequence;
import dev.migration.schema.Column;
import dev.migration.schema.Identity;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Sequence;
import dev.migration.schema.SequenceOptions;
import dev.migration.schema.Table;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Types;
import dev.migration.schema.UniqueConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import org.junit.jupiter.api.Test;

import static dev.migration.jpa.EntityModel.column;
import static dev.migration.jpa.EntityModel.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What keys, unique constraints, indexes and generators of identifiers become.
 */
class KeySchemaTests {

	@Test
	void thePrimaryKeyComesFirstAndTakesNoNull() {
		Table team = table("team", Team.class);
		assertThat(team.columns().get(0).name()).isEqualTo("number");
		assertThat(team.primaryKey()).isNotNull();
		assertThat(team.primaryKey().columns()).containsExactly("number");
		assertThat(team.primaryKey().name()).isNull();
		assertThat(column(team, "number").nullable()).isFalse();
	}

	@Test
	void anIdentityIsOne() {
		assertThat(column(table("team", Team.class), "number").identityOptions()).isEqualTo(Identity.BY_DEFAULT);
	}

	@Test
	void aUniqueColumnIsAConstraintWithoutAName() {
		assertThat(table("team", Team.class).uniqueConstraints()).contains(new UniqueConstraint(null, List.of("name")));
	}

	@Test
	void aUniqueConstraintKeepsTheNameThatItWasGiven() {
		assertThat(table("team", Team.class).uniqueConstraints())
			.contains(new UniqueConstraint("uq_team_motto", List.of("motto", "city")));
	}

	@Test
	void aNaturalIdIsUnique() {
		assertThat(table("team", Team.class).uniqueConstraints()).contains(new UniqueConstraint(null, List.of("slug")));
	}

	@Test
	void whatIsUniqueTwiceIsUniqueOnceWithItsName() {
		assertThat(table("twice_unique", TwiceUnique.class).uniqueConstraints())
			.containsExactly(new UniqueConstraint("uq_code", List.of("code")));
	}

	@Test
	void anIndexHasItsNameItsOrderAndItsConditions() {
		QualifiedName team = QualifiedName.of("team");
		List<Index> indexes = EntityModel.read(Team.class).schema().indexes(team);
		assertThat(indexes).contains(
				new Index("ix_city", team,
						List.of(IndexPart.ofColumn("city").descending(), IndexPart.ofColumn("name"))),
				new Index("ix_motto", team, List.of(IndexPart.ofColumn("motto"))).where("motto is not null"),
				new Index("ix_lower", team, List.of(IndexPart.ofExpression("lower(name)"))).unique());
	}

	@Test
	void anIndexWithoutANameHasNone() {
		QualifiedName team = QualifiedName.of("team");
		assertThat(EntityModel.read(Team.class).schema().indexes(team))
			.contains(new Index(null, team, List.of(IndexPart.ofColumn("version"))));
	}

	@Test
	void aUniqueIndexIsTheConstraintThatHibernateMakesOfIt() {
		assertThat(table("team", Team.class).uniqueConstraints())
			.contains(new UniqueConstraint("ux_city_slug", List.of("city", "slug")));
	}

	@Test
	void aConstraintOnAnAttributeInsteadOfItsColumnIsNamed() {
		assertThatExceptionOfType(NothingToCompareException.class)
			.isThrownBy(() -> EntityModel.read(WronglyUnique.class, Team.class))
			.satisfies((ex) -> {
				assertThat(ex.getDescription())
					.isEqualTo("The unique constraint 'uq_team' of table 'wrongly_unique' names the column 'team', "
							+ "which no attribute has");
				assertThat(ex.getAction()).endsWith("The table has id, team_number.");
			});
		assertThatExceptionOfType(NothingToCompareException.class)
			.isThrownBy(() -> EntityModel.read(WronglyIndexed.class))
			.withMessageContaining(
					"The index 'ix_wrong' of table 'wrongly_indexed' names the column 'cod', which no attribute has");
	}

	@Test
	void anEntityHasASequenceOfItsOwn() {
		assertThat(EntityModel.read(WithSequence.class).schema().sequences())
			.contains(sequence("with_sequence_seq", 1, 50));
	}

	@Test
	void aSequenceCountsByTheAllocationSize() {
		assertThat(EntityModel.read(WithNamedSequence.class).schema().sequences()).containsExactly(new Sequence(
				new QualifiedName("counters", "ticket"), new SequenceOptions(1000L, 20L, null, null, null, null)));
	}

	@Test
	void whereThereAreNoSequencesATableTakesTheirPlace() {
		TargetSchema target = EntityModel.read(Product.SQLITE, WithSequence.class);
		assertThat(target.schema().sequences()).isEmpty();
		assertThat(EntityModel.table(target, "with_sequence_seq").columns()).extracting(Column::name, Column::type)
			.containsExactly(org.assertj.core.api.Assertions.tuple("next_val", Types.bigint()));
	}

	@Test
	void aTableGeneratorHasItsTable() {
		Table table = table("counter", WithTableGenerator.class);
		assertThat(table.primaryKey()).isNotNull();
		assertThat(table.primaryKey().columns()).containsExactly("name");
		assertThat(table.columns()).extracting(Column::name).containsExactly("name", "next");
		assertThat(column(table, "next").type()).isEqualTo(Types.bigint());
	}

	@Test
	void aGeneratorMayHaveAnyName() {
		assertThat(EntityModel.read(OddlyCounted.class).rows()).containsEntry(QualifiedName.of("odd"),
				List.of(Map.of("name", "a, (b) values (1)", "next", 41L)));
	}

	@Test
	void aTableThatCountsBeginsWithARow() {
		assertThat(EntityModel.read(Product.SQLITE, WithSequence.class).rows())
			.containsEntry(QualifiedName.of("with_sequence_seq"), List.of(Map.of("next_val", 1L)));
		assertThat(EntityModel.read(WithTableGenerator.class).rows()).containsEntry(QualifiedName.of("counter"),
				List.of(Map.of("name", "with_table_generator", "next", 0L)));
		assertThat(EntityModel.read(WithSequence.class).rows()).isEmpty();
	}

	@Test
	void anEmbeddedIdIsAPrimaryKeyOfSeveralColumns() {
		Table table = table("orders", Order.class);
		assertThat(table.primaryKey()).isNotNull();
		assertThat(table.primaryKey().columns()).containsExactlyInAnyOrder("shop", "serial");
		assertThat(table.columns()).extracting(Column::name).startsWith("shop", "serial");
	}

	private static Sequence sequence(String name, long start, long increment) {
		return new Sequence(QualifiedName.of(name), new SequenceOptions(start, increment, null, null, null, null));
	}

	@Entity(name = "OddlyCounted")
	static class OddlyCounted {

		@Id
		@GeneratedValue(generator = "odd")
		@TableGenerator(name = "odd", table = "odd", pkColumnName = "name", valueColumnName = "next",
				pkColumnValue = "a, (b) values (1)", initialValue = 41)
		Long id;

	}

	@Entity(name = "TwiceUnique")
	@jakarta.persistence.Table(
			uniqueConstraints = @jakarta.persistence.UniqueConstraint(name = "uq_code", columnNames = "code"))
	static class TwiceUnique {

		@Id
		Integer id;

		@jakarta.persistence.Column(unique = true)
		String code;

	}

	@Entity(name = "WronglyUnique")
	@jakarta.persistence.Table(
			uniqueConstraints = @jakarta.persistence.UniqueConstraint(name = "uq_team", columnNames = "team"))
	static class WronglyUnique {

		@Id
		Integer id;

		@ManyToOne
		Team team;

	}

	@Entity(name = "WronglyIndexed")
	@jakarta.persistence.Table(indexes = @jakarta.persistence.Index(name = "ix_wrong", columnList = "id, cod"))
	static class WronglyIndexed {

		@Id
		Integer id;

		String code;

	}

	@Entity(name = "WithNamedSequence")
	static class WithNamedSequence {

		@Id
		@GeneratedValue(generator = "ticket")
		@SequenceGenerator(name = "ticket", sequenceName = "ticket", schema = "counters", initialValue = 1000,
				allocationSize = 20)
		Long id;

	}

	@Entity(name = "WithTableGenerator")
	static class WithTableGenerator {

		@Id
		@GeneratedValue(generator = "counter")
		@TableGenerator(name = "counter", table = "counter", pkColumnName = "name", valueColumnName = "next")
		Long id;

	}

}
