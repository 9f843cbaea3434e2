package dev.migration.jpa;

import java.util.List;

import dev.migration.jpa.EntityModel.Product;
import dev.migration.jpa.TeamEntities.Mood;
import dev.migration.jpa.TeamEntities.Team;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.Computed;
import dev.migration.schema.Identity;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Table;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Type;
import dev.migration.schema.Types;
import dev.migration.schema.UniqueConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.migration.jpa.EntityModel.column;
import static dev.migration.jpa.EntityModel.table;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What columns become, with their types, defaults and comments.
 */
class ColumnSchemaTests {

	@Test
	void anAttributeIsNullableUnlessItSaysOtherwise() {
		Table team = table("team", Team.class);
		assertThat(column(team, "motto").nullable()).isTrue();
		assertThat(column(team, "name").nullable()).isFalse();
		assertThat(column(team, "version").nullable()).isFalse();
	}

	@Test
	void aDefaultIsTheValueThatItIs() {
		Table team = table("team", Team.class);
		assertThat(column(team, "points").serverDefault()).isEqualTo(new ServerDefault.Literal(3));
		assertThat(column(team, "city").serverDefault()).isEqualTo(new ServerDefault.Literal("Graz's"));
		assertThat(column(team, "active").serverDefault()).isEqualTo(new ServerDefault.Literal(true));
		assertThat(column(team, "created").serverDefault()).isEqualTo(new ServerDefault.CurrentTimestamp());
		assertThat(column(team, "rank").serverDefault()).isEqualTo(new ServerDefault.Expression("1 + 1"));
	}

	@Test
	void aGeneratedColumnIsComputed() {
		assertThat(column(table("team", Team.class), "shout").computed())
			.isEqualTo(new Computed("upper(motto)", false));
	}

	@Test
	void commentsAreOnTablesAndColumns() {
		Table team = table("team", Team.class);
		assertThat(team.comment()).isEqualTo("who takes part");
		assertThat(column(team, "motto").comment()).isEqualTo("what they say");
	}

	@Test
	void checksAreThoseOfTheClassAndOfTheAttribute() {
		assertThat(table("team", Team.class).checkConstraints())
			.contains(new CheckConstraint("ck_points", "points >= 0"), new CheckConstraint(null, "rank > 0"));
	}

	@Test
	void anEnumIsKeptByACheck() {
		Table team = table("team", Team.class);
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
		Table table = table("in_sql", InSql.class);
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
	void anIdentityDefinedInSqlIsOne() {
		Table table = table("numbered", Numbered.class);
		assertThat(column(table, "always")).isEqualTo(new Column("always", Types.bigint()).identity(Identity.ALWAYS));
		assertThat(column(table, "by_default"))
			.isEqualTo(new Column("by_default", Types.bigint()).identity(Identity.BY_DEFAULT));
		assertThat(column(table, "counted").type())
			.isEqualTo(Types.sqlType("bigint generated by default as identity (start with 7)"));
		assertThat(column(table, "counted").serverDefault()).isNull();
	}

	@ParameterizedTest
	@EnumSource(Product.class)
	void aLongStringIsTheSameOnAllDatabases(Product product) {
		Table table = EntityModel.table(EntityModel.read(product, Essay.class), "essay");
		assertThat(column(table, "body").type()).isEqualTo(Types.varchar(40_000));
		assertThat(column(table, "scan").type()).isEqualTo(Types.varbinary(100_000));
	}

	@Test
	void softDeleteAndTenantAreColumns() {
		Table table = table("tenanted", Tenanted.class);
		assertThat(column(table, "deleted").type()).isEqualTo(Types.bool());
		assertThat(column(table, "tenant").nullable()).isFalse();
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

	@Entity(name = "Essay")
	static class Essay {

		@Id
		Long id;

		@jakarta.persistence.Column(length = 40_000)
		String body;

		@jakarta.persistence.Column(length = 100_000)
		byte[] scan;

	}

	@Entity(name = "Tenanted")
	@SoftDelete
	static class Tenanted {

		@Id
		Integer id;

		@TenantId
		String tenant;

	}

	@Entity(name = "Numbered")
	static class Numbered {

		@Id
		Long id;

		@jakarta.persistence.Column(columnDefinition = "bigint generated always as identity")
		Long always;

		@jakarta.persistence.Column(columnDefinition = "bigint GENERATED BY DEFAULT AS IDENTITY")
		Long byDefault;

		@jakarta.persistence.Column(columnDefinition = "bigint generated by default as identity (start with 7)")
		Long counted;

	}

}
