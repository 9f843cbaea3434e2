package dev.migration.jpa;

import java.util.List;
import java.util.Set;

import dev.migration.jpa.EntityModel.Product;
import dev.migration.jpa.TeamEntities.Order;
import dev.migration.jpa.TeamEntities.Team;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnName;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ReferentialAction;
import dev.migration.schema.Table;
import dev.migration.schema.TargetSchema;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import org.hibernate.MappingException;
import org.hibernate.annotations.JoinColumnOrFormula;
import org.hibernate.annotations.JoinFormula;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.junit.jupiter.api.Test;

import static dev.migration.jpa.EntityModel.name;
import static dev.migration.jpa.EntityModel.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What associations, collections and embeddables become.
 */
class AssociationSchemaTests {

	@Test
	void aForeignKeyPointsAtThePrimaryKey() {
		assertThat(table("member", Member.class, Team.class).foreignKeys())
			.contains(new ForeignKey(null, List.of("team_number"), QualifiedName.of("team"), List.of("number")));
	}

	@Test
	void aForeignKeyKeepsItsNameAndWhatIsDoneOnDelete() {
		assertThat(table("member", Member.class, Team.class).foreignKeys())
			.contains(new ForeignKey("fk_second", List.of("second_number"), QualifiedName.of("team"), List.of("number"))
				.onDelete(ReferentialAction.CASCADE));
	}

	@Test
	void aForeignKeyDefinedInSqlIsTakenApart() {
		assertThat(table("member", Member.class, Team.class).foreignKeys())
			.contains(new ForeignKey("fk_third", List.of("third_number"), QualifiedName.of("team"), List.of("number"))
				.onDelete(ReferentialAction.SET_NULL)
				.onUpdate(ReferentialAction.CASCADE)
				.initiallyDeferred());
	}

	@Test
	void aMatchThatThereIsNotIsAnError() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> EntityModel.read(Mismatched.class))
			.withMessageContaining("MATCH FUL");
	}

	@Test
	void aForeignKeyThatNobodyWantsIsNone() {
		assertThat(table("member", Member.class, Team.class).foreignKeys()).extracting(ForeignKey::columns)
			.doesNotContain(List.of("loose_number"))
			.hasSize(3);
	}

	@Test
	void sqliteHasForeignKeysToo() {
		assertThat(
				EntityModel.table(EntityModel.read(Product.SQLITE, Member.class, Team.class), "member").foreignKeys())
			.hasSize(3);
	}

	@Test
	void aKeyThatIsInPartAFormulaHasTheOtherColumns() {
		TargetSchema target = EntityModel.read(Team.class, Booking.class);
		assertThat(EntityModel.table(target, "booking").columns()).extracting(Column::name)
			.containsExactly("id", "team_name");
		assertThat(target.attributes()).containsEntry(new ColumnName(QualifiedName.of("booking"), "team_name"),
				"Booking.team");
	}

	@Test
	void embeddablesAreColumnsOfTheirEntity() {
		TargetSchema target = EntityModel.read(Order.class);
		assertThat(EntityModel.table(target, "orders").columns()).extracting(Column::name)
			.contains("city", "bill_city", "bill_zip");
		assertThat(target.attributes()).containsEntry(name("orders", "bill_zip"), "Order.billTo.zip")
			.containsEntry(name("orders", "city"), "Order.shipTo.city");
		assertThat(target.entities()).containsEntry(QualifiedName.of("orders"), "Order");
	}

	@Test
	void elementCollectionsHaveTablesWithKeyAndOrder() {
		TargetSchema target = EntityModel.read(Order.class);
		Table tags = EntityModel.table(target, "order_tags");
		assertThat(tags.columns()).extracting(Column::name)
			.containsExactlyInAnyOrder("order_serial", "order_shop", "position", "tags");
		assertThat(tags.primaryKey()).isNotNull();
		assertThat(tags.foreignKeys()).singleElement()
			.satisfies((key) -> assertThat(key.referencedTable()).isEqualTo(QualifiedName.of("orders")));
		assertThat(target.attributes()).containsEntry(name("order_tags", "tags"), "Order.tags")
			.containsEntry(name("order_tags", "position"), "Order.tags.{index}");
	}

	@Test
	void aMapHasItsKeyAsAColumn() {
		Table table = table("order_labels", Order.class);
		assertThat(table.columns()).extracting(Column::name).contains("language", "labels");
		assertThat(table.primaryKey()).isNotNull();
		assertThat(table.primaryKey().columns()).contains("language");
	}

	@Test
	void manyToManyHasAJoinTable() {
		TargetSchema target = EntityModel.read(Event.class, Member.class, Team.class);
		Table table = EntityModel.table(target, "event_member");
		assertThat(table.foreignKeys()).extracting((key) -> key.referencedTable().name())
			.containsExactlyInAnyOrder("event", "member");
		assertThat(target.entities()).doesNotContainKey(table.name());
	}

	@Test
	void oneToManyWithAJoinColumnIsInTheTableOfTheOther() {
		TargetSchema target = EntityModel.read(Event.class, Member.class, Team.class);
		assertThat(target.attributes()).containsEntry(name("team", "event_id"), "Event.teams.{key}");
		assertThat(EntityModel.table(target, "team").foreignKeys()).extracting(ForeignKey::columns)
			.contains(List.of("event_id"));
	}

	@Entity(name = "Member")
	static class Member {

		@Id
		Integer id;

		@ManyToOne
		Team team;

		@ManyToOne
		@OnDelete(action = OnDeleteAction.CASCADE)
		@JoinColumn(foreignKey = @jakarta.persistence.ForeignKey(name = "fk_second"))
		Team second;

		@ManyToOne
		@JoinColumn(foreignKey = @jakarta.persistence.ForeignKey(name = "fk_third",
				foreignKeyDefinition = "foreign key (third_number) references team (number) on delete set null "
						+ "on update cascade deferrable initially deferred"))
		Team third;

		@ManyToOne
		@JoinColumn(foreignKey = @jakarta.persistence.ForeignKey(ConstraintMode.NO_CONSTRAINT))
		Team loose;

	}

	@Entity(name = "Booking")
	static class Booking {

		@Id
		Long id;

		@ManyToOne
		@JoinColumnOrFormula(column = @JoinColumn(name = "team_name", referencedColumnName = "name", nullable = false))
		@JoinColumnOrFormula(formula = @JoinFormula(value = "'Graz'", referencedColumnName = "city"))
		Team team;

	}

	@Entity(name = "Event")
	static class Event {

		@Id
		Integer id;

		@ManyToMany
		Set<Member> members;

		@OneToMany
		@JoinColumn(name = "event_id")
		Set<Team> teams;

	}

	@Entity(name = "Mismatched")
	static class Mismatched {

		@Id
		Integer id;

		@ManyToOne
		@JoinColumn(foreignKey = @jakarta.persistence.ForeignKey(name = "fk",
				foreignKeyDefinition = "foreign key (parent_id) references mismatched (id) match ful"))
		Mismatched parent;

	}

}
