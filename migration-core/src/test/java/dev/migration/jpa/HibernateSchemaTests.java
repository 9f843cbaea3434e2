package dev.migration.jpa;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.migration.autogenerate.ProposedChange;
import dev.migration.runtime.AutogenRun;
import dev.migration.schema.TargetSchema;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The entities of an application against the database that is made for them, by us and by
 * Hibernate.
 */
class HibernateSchemaTests {

	private static final Class<?>[] ENTITIES = { HibernateDdlTests.Everything.class, Team.class, Member.class,
			Trainer.class, Badge.class, Person.class };

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL", "H2", "MARIADB" })
	void whatIsMadeForTheEntitiesDoesNotDifferFromThem(Kind kind) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		AutogenRun run = new AutogenRun(database);
		TargetSchema target = EntitySchema.read(metadata(database));
		run.upgrade(run.compare(target));
		assertThat(differences(run.compare(target))).isEmpty();
		run.downgrade("base");
		assertThat(run.inspect(target)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL", "H2", "MARIADB" })
	void whatHibernateHasCreatedDoesNotDifferFromTheEntities(Kind kind) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		Metadata metadata = metadata(database);
		String[] creation = EntityModel.creation(metadata);
		// The dialect of Hibernate does not know that SQLite has no comments.
		database.execute(Stream.of(creation)
			.filter((sql) -> kind != Kind.SQLITE || !sql.startsWith("comment on"))
			.toArray(String[]::new));
		List<ProposedChange> changes = new AutogenRun(database).compare(EntitySchema.read(metadata(database)));
		assertThat(differences(changes.stream().filter((change) -> !isKnown(kind, change)).toList())).isEmpty();
	}

	/**
	 * The dialect of Hibernate makes no constraints on SQLite behind the creation of a
	 * table, and a long string there has a length that says nothing.
	 */
	private static boolean isKnown(Kind kind, ProposedChange change) {
		return kind == Kind.SQLITE && (change.detected().startsWith("added foreign key")
				|| change.detected().startsWith("added unique constraint")
				|| change.detected().matches("type change from varchar\\(\\d{8,}\\) to long text on .*"));
	}

	private static List<String> differences(List<ProposedChange> changes) {
		return changes.stream().map((change) -> change.detected() + " <- " + change.operation()).toList();
	}

	private static Metadata metadata(TestDatabase database) throws SQLException {
		return EntityModel.metadata(database, ENTITIES);
	}

	enum Level {

		NEW, GOOD, BEST

	}

	@Embeddable
	record Address(String street, @Column(length = 12) String zip) {
	}

	@Entity(name = "Team")
	@Table(name = "teams", uniqueConstraints = @UniqueConstraint(columnNames = { "name", "level" }),
			indexes = { @Index(columnList = "level desc, name"), @Index(name = "ix_own", columnList = "slug") })
	@Check(constraints = "length(name) > 1")
	static class Team {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(nullable = false, length = 80)
		@Comment("how it is called")
		String name;

		@Enumerated(EnumType.STRING)
		Level level;

		@Column(unique = true)
		@ColumnDefault("'none'")
		String slug;

		@ColumnDefault("0")
		int points;

		@GeneratedColumn("points * 2")
		int doubled;

		Address address;

		@ManyToOne
		@OnDelete(action = OnDeleteAction.CASCADE)
		Team parent;

		@ElementCollection
		@OrderColumn
		List<String> tags = new ArrayList<>();

		@ElementCollection
		@MapKeyColumn(name = "color", length = 20)
		Map<String, Integer> colors = new LinkedHashMap<>();

	}

	@Entity(name = "Member")
	@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
	@DiscriminatorColumn(name = "kind", length = 20)
	static class Member {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE)
		Long id;

		@ManyToOne(optional = false)
		@JoinColumn(name = "team")
		Team team;

		@ManyToMany
		Set<Badge> badges;

	}

	@Entity(name = "Trainer")
	static class Trainer extends Member {

		Level rank;

	}

	@Entity(name = "Badge")
	static class Badge {

		@Id
		@Column(length = 40)
		String code;

		@OneToOne
		Person person;

	}

	@Entity(name = "Person")
	static class Person {

		@Id
		Integer id;

		@Column(columnDefinition = "varchar(17) default 'x'")
		String label;

	}

}
