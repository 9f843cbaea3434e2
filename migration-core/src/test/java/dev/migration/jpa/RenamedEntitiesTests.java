package dev.migration.jpa;

import java.util.List;
import java.util.Map;

import dev.migration.RenamedFrom;
import dev.migration.jpa.EntityModel.Product;
import dev.migration.schema.ColumnName;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Rename;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyComponentPathImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.cfg.MappingSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@link RenamedFrom} becomes.
 */
class RenamedEntitiesTests {

	@Test
	void anEntityGivesTheOldTableByItsOldNameInTheCodeAndInTheDatabase() {
		assertThat(renames(Contact.class)).contains(table("contact", "old_person"), table("contact", "oldperson"));
	}

	@Test
	void whoWasRenamedTwiceHasBothNamesLatestFirst() {
		assertThat(renames(Contact.class)).filteredOn(Rename.OfTable.class::isInstance)
			.filteredOn((rename) -> ((Rename.OfTable) rename).to().equals("contact"))
			.containsExactly(table("contact", "old_person"), table("contact", "oldperson"), table("contact", "humans"));
	}

	@Test
	void anAttributeGivesTheOldColumnByItsOldNameInTheCodeAndInTheDatabase() {
		assertThat(renames(Contact.class)).contains(column("contact", "full_name", "whole_name"),
				column("contact", "full_name", "wholename"));
	}

	@Test
	void aGetterSaysItToo() {
		assertThat(renames(Contact.class)).contains(column("contact", "age", "years"));
	}

	@Test
	void aFieldOfAMappedSuperclassIsOneOfTheEntity() {
		assertThat(renames(Contact.class)).contains(column("contact", "remark", "note"));
	}

	@Test
	void aFieldOfAnEmbeddableIsOneOfTheEntity() {
		assertThat(renames(Contact.class)).contains(column("contact", "zip", "postcode"));
	}

	@Test
	void anEmbeddedAttributeRenamesTheColumnsThatAreNamedAfterIt() {
		assertThat(EntitySchema.read(EntityModel.metadata(Product.POSTGRESQL,
				Map.of(MappingSettings.IMPLICIT_NAMING_STRATEGY,
						ImplicitNamingStrategyComponentPathImpl.class.getName()),
				Contact.class))
			.renames()).contains(column("contact", "home_zip", "address_zip"));
	}

	@Test
	void anAssociationRenamesItsJoinColumn() {
		assertThat(renames(Contact.class)).contains(column("contact", "chief_id", "boss_id"));
	}

	@Test
	void aCollectionRenamesItsTable() {
		assertThat(renames(Contact.class)).contains(table("contact_nicknames", "contact_aliases"),
				column("contact_nicknames", "nicknames", "aliases"));
	}

	@Test
	void anEntityRenamesTheTablesOfItsCollections() {
		assertThat(renames(Contact.class)).contains(table("contact_nicknames", "old_person_nicknames"),
				column("contact_nicknames", "contact_id", "old_person_id"));
	}

	@Test
	void theNamingStrategyOfTheApplicationHolds() {
		assertThat(
				EntitySchema.read(EntityModel.metadata(Product.MYSQL,
						Map.of(MappingSettings.PHYSICAL_NAMING_STRATEGY,
								PhysicalNamingStrategyStandardImpl.class.getName()),
						Contact.class))
					.renames())
			.contains(table("Contact", "OldPerson"), column("Contact", "fullName", "wholeName"));
	}

	@Test
	void whoWasNeverRenamedHasNoHint() {
		assertThat(renames(Plain.class)).isEmpty();
	}

	private static List<Rename> renames(Class<?>... entities) {
		return EntityModel.read(entities).renames();
	}

	private static Rename table(String now, String before) {
		return new Rename.OfTable(QualifiedName.of(before), now);
	}

	private static Rename column(String table, String now, String before) {
		return new Rename.OfColumn(new ColumnName(QualifiedName.of(table), before), now);
	}

	@MappedSuperclass
	static class Remarked {

		@RenamedFrom("note")
		String remark;

	}

	@Embeddable
	static class Address {

		String street;

		@RenamedFrom("postcode")
		String zip;

	}

	@Entity(name = "Contact")
	@RenamedFrom({ "OldPerson", "humans" })
	static class Contact extends Remarked {

		@Id
		Integer id;

		@RenamedFrom("wholeName")
		String fullName;

		Integer age;

		@Embedded
		@RenamedFrom("address")
		Address home;

		@ManyToOne
		@RenamedFrom("boss")
		Contact chief;

		@ElementCollection
		@RenamedFrom("aliases")
		List<String> nicknames;

		@RenamedFrom("years")
		Integer getAge() {
			return this.age;
		}

	}

	@Entity(name = "Plain")
	static class Plain {

		@Id
		Integer id;

		String name;

	}

}
