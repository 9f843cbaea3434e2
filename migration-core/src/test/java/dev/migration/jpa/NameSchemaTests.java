package dev.migration.jpa;

import java.util.Map;

import dev.migration.jpa.EntityModel.Product;
import dev.migration.jpa.TeamEntities.Animal;
import dev.migration.jpa.TeamEntities.WithSequence;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;
import dev.migration.schema.TableOption;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Types;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.cfg.MappingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.migration.jpa.EntityModel.column;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How tables and columns are called, and in which schema they are.
 */
class NameSchemaTests {

	@Test
	void aSchemaIsAPartOfTheName() {
		TargetSchema target = EntityModel.read(InSchema.class);
		QualifiedName name = new QualifiedName("billing", "invoice");
		assertThat(target.schema().table(name)).isPresent();
		assertThat(target.entities()).containsEntry(name, "InSchema");
	}

	@Test
	void onMysqlTheCatalogIsTheSchema() {
		assertThat(EntityModel.read(Product.MYSQL, InCatalog.class).schema().tables()).extracting(Table::name)
			.containsExactly(new QualifiedName("billing", "bill"));
	}

	@Test
	void theDefaultSchemaHolds() {
		TargetSchema target = EntitySchema.read(EntityModel.metadata(Product.POSTGRESQL,
				Map.of(MappingSettings.DEFAULT_SCHEMA, "own"), Animal.class, WithSequence.class));
		assertThat(target.schema().tables()).extracting((table) -> table.name().schema()).containsOnly("own");
		assertThat(target.schema().sequences()).extracting((sequence) -> sequence.name().schema()).containsOnly("own");
	}

	@ParameterizedTest
	@CsvSource({ "POSTGRESQL,mixedcase", "H2,mixedcase", "MYSQL,MixedCase" })
	void aNameInMixedCaseIsWhatTheDatabaseMakesOfIt(Product product, String expected) {
		TargetSchema target = EntitySchema.read(EntityModel.metadata(product,
				Map.of(MappingSettings.PHYSICAL_NAMING_STRATEGY, PhysicalNamingStrategyStandardImpl.class.getName()),
				MixedCase.class));
		assertThat(target.schema().tables()).extracting((table) -> table.name().name()).containsExactly(expected);
	}

	@Test
	void aQuotedNameStaysAsItIs() {
		TargetSchema target = EntitySchema.read(EntityModel.metadata(Product.POSTGRESQL,
				Map.of(MappingSettings.PHYSICAL_NAMING_STRATEGY, PhysicalNamingStrategyStandardImpl.class.getName()),
				Quoted.class));
		assertThat(column(EntityModel.table(target, "Some Table"), "theColumn").type()).isEqualTo(Types.varchar(255));
	}

	@Test
	void theOptionsOfATableAreForThisDatabase() {
		assertThat(EntityModel.table(EntityModel.read(Product.MYSQL, WithOptions.class), "with_options").options())
			.containsExactly(new TableOption("mysql", "row_format=compressed", false));
	}

	@Entity(name = "InSchema")
	@jakarta.persistence.Table(name = "invoice", schema = "billing")
	static class InSchema {

		@Id
		Integer id;

	}

	@Entity(name = "InCatalog")
	@jakarta.persistence.Table(name = "bill", catalog = "billing")
	static class InCatalog {

		@Id
		Integer id;

	}

	@Entity(name = "MixedCase")
	static class MixedCase {

		@Id
		Integer id;

	}

	@Entity(name = "Quoted")
	@jakarta.persistence.Table(name = "`Some Table`")
	static class Quoted {

		@Id
		Integer id;

		@jakarta.persistence.Column(name = "\"theColumn\"")
		String text;

	}

	@Entity(name = "WithOptions")
	@jakarta.persistence.Table(options = "row_format=compressed")
	static class WithOptions {

		@Id
		Integer id;

	}

}
