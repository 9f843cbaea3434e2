package dev.migration.jpa;

import java.util.List;

import dev.migration.jpa.TeamEntities.Animal;
import dev.migration.schema.Column;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Types;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SecondaryTable;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.View;
import org.junit.jupiter.api.Test;

import static dev.migration.jpa.EntityModel.column;
import static dev.migration.jpa.EntityModel.name;
import static dev.migration.jpa.EntityModel.table;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What hierarchies, and entities in several tables or in none, become.
 */
class InheritanceSchemaTests {

	@Test
	void oneTableForAHierarchyHasTheDiscriminatorAndTheColumnsOfAll() {
		Table table = table("animal", Animal.class, Dog.class, Cat.class);
		assertThat(table.columns()).extracting(Column::name)
			.containsExactlyInAnyOrder("id", "kind", "name", "bones", "lives");
		assertThat(column(table, "kind").nullable()).isFalse();
		assertThat(column(table, "kind").type()).isEqualTo(Types.varchar(31));
		assertThat(column(table, "bones").nullable()).isTrue();
	}

	@Test
	void joinedTablesPointAtTheTableAbove() {
		TargetSchema target = EntityModel.read(Vehicle.class, Car.class);
		Table car = EntityModel.table(target, "car");
		assertThat(car.columns()).extracting(Column::name).containsExactly("id", "doors");
		assertThat(car.foreignKeys())
			.containsExactly(new ForeignKey(null, List.of("id"), QualifiedName.of("vehicle"), List.of("id")));
		assertThat(target.attributes()).containsEntry(name("car", "id"), "Car.id")
			.containsEntry(name("vehicle", "wheels"), "Vehicle.wheels");
	}

	@Test
	void aTableForEachClassHasTheColumnsFromAbove() {
		TargetSchema target = EntityModel.read(Shape.class, Circle.class);
		assertThat(target.schema().tables()).extracting((table) -> table.name().name())
			.contains("circle")
			.doesNotContain("shape");
		assertThat(EntityModel.table(target, "circle").columns()).extracting(Column::name)
			.containsExactly("id", "colour", "radius");
		assertThat(target.attributes()).containsEntry(name("circle", "colour"), "Circle.colour");
	}

	@Test
	void aSecondaryTableIsATable() {
		Table table = table("details", WithSecondary.class);
		assertThat(table.columns()).extracting(Column::name).containsExactly("id", "essay");
		assertThat(table.foreignKeys()).extracting(ForeignKey::referencedTable)
			.containsExactly(QualifiedName.of("with_secondary"));
	}

	@Test
	void viewsAndSubselectsAreNoTables() {
		assertThat(EntityModel.read(TeamView.class, TeamQuery.class, Immutably.class).schema().tables())
			.extracting((table) -> table.name().name())
			.containsExactly("immutably");
	}

	@Test
	void anAttributeFromAMappedSuperclassBelongsToTheEntity() {
		assertThat(EntityModel.read(Immutably.class).attributes()).containsEntry(name("immutably", "note"),
				"Immutably.note");
	}

	@Entity(name = "Dog")
	static class Dog extends Animal {

		Integer bones;

	}

	@Entity(name = "Cat")
	static class Cat extends Animal {

		Integer lives;

	}

	@Entity(name = "Vehicle")
	@Inheritance(strategy = InheritanceType.JOINED)
	static class Vehicle {

		@Id
		Integer id;

		Integer wheels;

	}

	@Entity(name = "Car")
	static class Car extends Vehicle {

		Integer doors;

	}

	@Entity(name = "Shape")
	@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
	abstract static class Shape {

		@Id
		Integer id;

		String colour;

	}

	@Entity(name = "Circle")
	static class Circle extends Shape {

		Integer radius;

	}

	@Entity(name = "WithSecondary")
	@SecondaryTable(name = "details")
	static class WithSecondary {

		@Id
		Integer id;

		@jakarta.persistence.Column(table = "details")
		String essay;

	}

	@Entity(name = "TeamView")
	@View(query = "select number from team")
	static class TeamView {

		@Id
		Long number;

	}

	@Entity(name = "TeamQuery")
	@Subselect("select number from team")
	static class TeamQuery {

		@Id
		Long number;

	}

	@MappedSuperclass
	static class Noted {

		String note;

	}

	@Entity(name = "Immutably")
	@Immutable
	static class Immutably extends Noted {

		@Id
		Long number;

	}

}
