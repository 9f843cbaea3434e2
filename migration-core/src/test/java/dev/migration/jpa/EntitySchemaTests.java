package dev.migration.jpa;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migration.jpa.EntityModel.Product;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnName;
import dev.migration.schema.Computed;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Identity;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ReferentialAction;
import dev.migration.schema.Sequence;
import dev.migration.schema.SequenceOptions;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Table;
import dev.migration.schema.TableOption;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Type;
import dev.migration.schema.Types;
import dev.migration.schema.UniqueConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.JoinColumnOrFormula;
import org.hibernate.annotations.JoinFormula;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.View;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the annotations of entities become.
 */
class EntitySchemaTests {

	@Test
	void thePrimaryKeyComesFirstAndTakesNoNull() {
		Table team = table(Team.class, "team");
		assertThat(team.columns().get(0).name()).isEqualTo("number");
		assertThat(team.primaryKey()).isNotNull();
		assertThat(team.primaryKey().columns()).containsExactly("number");
		assertThat(team.primaryKey().name()).isNull();
		assertThat(column(team, "number").nullable()).isFalse();
	}

	@Test
	void anIdentityIsOne() {
		assertThat(column(table(Team.class, "team"), "number").identityOptions()).isEqualTo(Identity.BY_DEFAULT);
	}

	@Test
	void anAttributeIsNullableUnlessItSaysOtherwise() {
		Table team = table(Team.class, "team");
		assertThat(column(team, "motto").nullable()).isTrue();
		assertThat(column(team, "name").nullable()).isFalse();
		assertThat(column(team, "version").nullable()).isFalse();
	}

	@Test
	void aUniqueColumnIsAConstraintWithoutAName() {
		assertThat(table(Team.class, "team").uniqueConstraints()).contains(new UniqueConstraint(null, List.of("name")));
	}

	@Test
	void aUniqueConstraintKeepsTheNameThatItWasGiven() {
		assertThat(table(Team.class, "team").uniqueConstraints())
			.contains(new UniqueConstraint("uq_team_motto", List.of("motto", "city")));
	}

	@Test
	void aNaturalIdIsUnique() {
		assertThat(table(Team.class, "team").uniqueConstraints()).contains(new UniqueConstraint(null, List.of("slug")));
	}

	@Test
	void whatIsUniqueTwiceIsUniqueOnceWithItsName() {
		assertThat(table(TwiceUnique.class, "twice_unique").uniqueConstraints())
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
		assertThat(table(Team.class, "team").uniqueConstraints())
			.contains(new UniqueConstraint("ux_city_slug", List.of("city", "slug")));
	}

	@Test
	void aDefaultIsTheValueThatItIs() {
		Table team = table(Team.class, "team");
		assertThat(column(team, "points").serverDefault()).isEqualTo(new ServerDefault.Literal(3));
		assertThat(column(team, "city").serverDefault()).isEqualTo(new ServerDefault.Literal("Graz's"));
		assertThat(column(team, "active").serverDefault()).isEqualTo(new ServerDefault.Literal(true));
		assertThat(column(team, "created").serverDefault()).isEqualTo(new ServerDefault.CurrentTimestamp());
		assertThat(column(team, "rank").serverDefault()).isEqualTo(new ServerDefault.Expression("1 + 1"));
	}

	@Test
	void aGeneratedColumnIsComputed() {
		assertThat(column(table(Team.class, "team"), "shout").computed())
			.isEqualTo(new Computed("upper(motto)", false));
	}

	@Test
	void commentsAreOnTablesAndColumns() {
		Table team = table(Team.class, "team");
		assertThat(team.comment()).isEqualTo("who takes part");
		assertThat(column(team, "motto").comment()).isEqualTo("what they say");
	}

	@Test
	void checksAreThoseOfTheClassAndOfTheAttribute() {
		assertThat(table(Team.class, "team").checkConstraints())
			.contains(new CheckConstraint("ck_points", "points >= 0"), new CheckConstraint(null, "rank > 0"));
	}

	@Test
	void anEnumIsKeptByACheck() {
		Table team = table(Team.class, "team");
		assertThat(column(team, "mood").type()).isEqualTo(Types.varchar(255));
		assertThat(team.checkConstraints()).extracting(CheckConstraint::condition)
			.anySatisfy((condition) -> assertThat(condition).contains("mood", "'GOOD'", "'BAD'"));
		assertThat(column(team, "ordinal_mood").type()).isEqualTo(Types.tinyint());
	}

	@Test
	void aNamedEnumIsAnEnumTypeOnPostgresql() {
		TargetSchema target = EntityModel.read(WithNamedEnum.class);
		dev.migration.schema.EnumType mood = new dev.migration.schema.EnumType(QualifiedName.of("mood"),
				List.of("BAD", "GOOD"));
		assertThat(column(EntityModel.table(target, "with_named_enum"), "mood").type())
			.isEqualTo(Types.enumeration(mood));
		assertThat(target.schema().enumTypes()).containsExactly(mood);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.INCLUDE, names = { "H2", "MARIADB", "MYSQL" })
	void anEnumOfADatabaseWithEnumColumnsIsAStringElsewhere(Product product) {
		TargetSchema target = EntityModel.read(product, WithPlainEnum.class);
		Type type = column(EntityModel.table(target, "with_plain_enum"), "mood").type();
		String name = (product == Product.H2) ? "mood" : "Mood";
		assertThat(type.forDialect("mariadb")).isEqualTo(Types.enumeration(name, "BAD", "GOOD"));
		assertThat(type.forDialect("postgresql")).isEqualTo(Types.varchar(255));
		assertThat(target.schema().enumTypes()).isEmpty();
	}

	@Test
	void aDefinitionInSqlIsTakenApart() {
		Table table = table(InSql.class, "in_sql");
		assertThat(column(table, "price").type()).isEqualTo(Types.sqlType("money"));
		assertThat(column(table, "price").nullable()).isFalse();
		assertThat(column(table, "price").serverDefault()).isEqualTo(new ServerDefault.Literal(0));
		assertThat(column(table, "title").type()).isEqualTo(Types.sqlType("varchar(40)"));
		assertThat(column(table, "title").collation()).isEqualTo("\"C\"");
		assertThat(column(table, "word").type()).isEqualTo(Types.sqlType("citext"));
		assertThat(table.uniqueConstraints()).containsExactly(new UniqueConstraint(null, List.of("word")));
		assertThat(table.checkConstraints()).containsExactly(new CheckConstraint(null, "title <> 'default'"));
	}

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
	void aKeyThatIsInPartAFormulaHasTheOtherColumns() {
		TargetSchema target = EntityModel.read(Team.class, Booking.class);
		assertThat(EntityModel.table(target, "booking").columns()).extracting(Column::name)
			.containsExactly("id", "team_name");
		assertThat(target.attributes()).containsEntry(new ColumnName(QualifiedName.of("booking"), "team_name"),
				"Booking.team");
	}

	@ParameterizedTest
	@EnumSource(Product.class)
	void aLongStringIsTheSameOnAllDatabases(Product product) {
		Table table = EntityModel.table(EntityModel.read(product, Essay.class), "essay");
		assertThat(column(table, "body").type()).isEqualTo(Types.varchar(40_000));
		assertThat(column(table, "scan").type()).isEqualTo(Types.varbinary(100_000));
	}

	@Test
	void aTableGeneratorHasItsTable() {
		Table table = table(WithTableGenerator.class, "counter");
		assertThat(table.primaryKey()).isNotNull();
		assertThat(table.primaryKey().columns()).containsExactly("name");
		assertThat(table.columns()).extracting(Column::name).containsExactly("name", "next");
		assertThat(column(table, "next").type()).isEqualTo(Types.bigint());
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
	void embeddablesAreColumnsOfTheirEntity() {
		TargetSchema target = EntityModel.read(Order.class);
		assertThat(EntityModel.table(target, "orders").columns()).extracting(Column::name)
			.contains("city", "bill_city", "bill_zip");
		assertThat(target.attributes()).containsEntry(name("orders", "bill_zip"), "Order.billTo.zip")
			.containsEntry(name("orders", "city"), "Order.shipTo.city");
		assertThat(target.entities()).containsEntry(QualifiedName.of("orders"), "Order");
	}

	@Test
	void anEmbeddedIdIsAPrimaryKeyOfSeveralColumns() {
		Table table = table(Order.class, "orders");
		assertThat(table.primaryKey()).isNotNull();
		assertThat(table.primaryKey().columns()).containsExactlyInAnyOrder("shop", "serial");
		assertThat(table.columns()).extracting(Column::name).startsWith("shop", "serial");
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
		Table table = table(Order.class, "order_labels");
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

	@Test
	void aSecondaryTableIsATable() {
		Table table = table(WithSecondary.class, "details");
		assertThat(table.columns()).extracting(Column::name).containsExactly("id", "essay");
		assertThat(table.foreignKeys()).extracting(ForeignKey::referencedTable)
			.containsExactly(QualifiedName.of("with_secondary"));
	}

	@Test
	void softDeleteAndTenantAreColumns() {
		Table table = table(Tenanted.class, "tenanted");
		assertThat(column(table, "deleted").type()).isEqualTo(Types.bool());
		assertThat(column(table, "tenant").nullable()).isFalse();
	}

	@Test
	void viewsAndSubselectsAreNoTables() {
		assertThat(EntityModel.read(TeamView.class, TeamQuery.class, Immutably.class).schema().tables())
			.extracting((table) -> table.name().name())
			.containsExactly("immutably");
	}

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

	@Test
	void anAttributeFromAMappedSuperclassBelongsToTheEntity() {
		assertThat(EntityModel.read(Immutably.class).attributes()).containsEntry(name("immutably", "note"),
				"Immutably.note");
	}

	private static Table table(Class<?> entity, String name) {
		return table(name, entity);
	}

	private static Table table(String name, Class<?>... entities) {
		return EntityModel.table(EntityModel.read(entities), name);
	}

	private static Column column(Table table, String name) {
		Column column = table.column(name);
		assertThat(column).as("column %s of %s", name, table).isNotNull();
		return column;
	}

	private static dev.migration.schema.ColumnName name(String table, String column) {
		return new dev.migration.schema.ColumnName(QualifiedName.of(table), column);
	}

	private static Sequence sequence(String name, long start, long increment) {
		return new Sequence(QualifiedName.of(name), new SequenceOptions(start, increment, null, null, null, null));
	}

	enum Mood {

		GOOD, BAD

	}

	@Entity(name = "Team")
	@Comment("who takes part")
	@Check(name = "ck_points", constraints = "points >= 0")
	@jakarta.persistence.Table(name = "team",
			uniqueConstraints = @jakarta.persistence.UniqueConstraint(name = "uq_team_motto",
					columnNames = { "motto", "city" }),
			indexes = { @jakarta.persistence.Index(name = "ix_city", columnList = "city DESC, name"),
					@jakarta.persistence.Index(columnList = "version"),
					@jakarta.persistence.Index(name = "ux_city_slug", columnList = "city, slug", unique = true),
					@jakarta.persistence.Index(name = "ix_lower", columnList = "(lower(name))", unique = true),
					@jakarta.persistence.Index(name = "ix_motto", columnList = "motto",
							options = "where (motto is not null)") })
	static class Team {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long number;

		@jakarta.persistence.Column(unique = true, nullable = false)
		String name;

		@NaturalId
		String slug;

		@Comment("what they say")
		String motto;

		@ColumnDefault("'Graz''s'")
		String city;

		@ColumnDefault("3")
		int points;

		@ColumnDefault("true")
		boolean active;

		@ColumnDefault("current_timestamp")
		Instant created;

		@ColumnDefault("1 + 1")
		@Check(constraints = "rank > 0")
		int rank;

		@GeneratedColumn("upper(motto)")
		String shout;

		@Enumerated(EnumType.STRING)
		Mood mood;

		Mood ordinalMood;

		@Version
		int version;

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

	@Entity(name = "WithNamedEnum")
	static class WithNamedEnum {

		@Id
		Integer id;

		@Enumerated(EnumType.STRING)
		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Mood mood;

	}

	@Entity(name = "WithPlainEnum")
	static class WithPlainEnum {

		@Id
		Integer id;

		@Enumerated(EnumType.STRING)
		Mood mood;

	}

	@Entity(name = "InSql")
	static class InSql {

		@Id
		Integer id;

		@jakarta.persistence.Column(columnDefinition = "money not null default 0")
		Integer price;

		@jakarta.persistence.Column(columnDefinition = "varchar(40) collate \"C\" check (title <> 'default')")
		String title;

		@jakarta.persistence.Column(columnDefinition = "citext unique")
		String word;

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

	@Entity(name = "WithSequence")
	static class WithSequence {

		@Id
		@GeneratedValue
		Long id;

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

	@Entity(name = "Essay")
	static class Essay {

		@Id
		Long id;

		@jakarta.persistence.Column(length = 40_000)
		String body;

		@jakarta.persistence.Column(length = 100_000)
		byte[] scan;

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

	@Entity(name = "Animal")
	@Inheritance
	@DiscriminatorColumn(name = "kind")
	static class Animal {

		@Id
		Integer id;

		String name;

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

	@Embeddable
	record OrderId(String shop, Integer serial) {
	}

	@Embeddable
	record Address(String city, String zip) {
	}

	@Entity(name = "Order")
	@jakarta.persistence.Table(name = "orders")
	static class Order {

		@EmbeddedId
		OrderId id;

		@Embedded
		Address shipTo;

		@Embedded
		@jakarta.persistence.AttributeOverride(name = "city", column = @jakarta.persistence.Column(name = "bill_city"))
		@jakarta.persistence.AttributeOverride(name = "zip", column = @jakarta.persistence.Column(name = "bill_zip"))
		Address billTo;

		@ElementCollection
		@OrderColumn(name = "position")
		List<String> tags = new ArrayList<>();

		@ElementCollection
		@CollectionTable(name = "order_labels")
		@MapKeyColumn(name = "language")
		Map<String, String> labels;

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

	@Entity(name = "WithSecondary")
	@SecondaryTable(name = "details")
	static class WithSecondary {

		@Id
		Integer id;

		@jakarta.persistence.Column(table = "details")
		String essay;

	}

	@Entity(name = "Tenanted")
	@SoftDelete
	static class Tenanted {

		@Id
		Integer id;

		@TenantId
		String tenant;

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
