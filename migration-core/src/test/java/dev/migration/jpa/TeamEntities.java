package dev.migration.jpa;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.persistence.CollectionTable;
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
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.NaturalId;

/**
 * Entities of which several subjects are tested.
 */
final class TeamEntities {

	private TeamEntities() {
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

	@Entity(name = "WithSequence")
	static class WithSequence {

		@Id
		@GeneratedValue
		Long id;

	}

	@Entity(name = "Animal")
	@Inheritance
	@DiscriminatorColumn(name = "kind")
	static class Animal {

		@Id
		Integer id;

		String name;

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

}
