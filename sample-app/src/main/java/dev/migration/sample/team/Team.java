package dev.migration.sample.team;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

import dev.migration.sample.hackathon.Hackathon;

/**
 * Some people who take part in a hackathon together.
 */
@Entity
@Table(name = "team",
		uniqueConstraints = @UniqueConstraint(name = "uq_team_hackathon_name",
				columnNames = { "hackathon_id", "name" }),
		indexes = @Index(name = "ux_team_hackathon_slug", columnList = "hackathon_id, slug", unique = true))
public class Team {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "hackathon_id", nullable = false, foreignKey = @ForeignKey(name = "fk_team_hackathon"))
	@OnDelete(action = OnDeleteAction.CASCADE)
	private Hackathon hackathon;

	@Column(name = "name", length = 80, nullable = false)
	private String name;

	@Column(name = "slug", length = 120, nullable = false)
	@ColumnDefault("''")
	private String slug;

	@Column(name = "registered_at", nullable = false)
	private Instant registeredAt;

	@SuppressWarnings("NullAway.Init")
	protected Team() {
	}

	/**
	 * Create a new team.
	 * @param hackathon the hackathon it takes part in
	 * @param name the name, which no other team of the hackathon has
	 * @param slug the name for URLs, which no other team of the hackathon has
	 */
	public Team(Hackathon hackathon, String name, String slug) {
		this.hackathon = hackathon;
		this.name = name;
		this.slug = slug;
		this.registeredAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
	}

	public Long getId() {
		return Objects.requireNonNull(this.id);
	}

	public Hackathon getHackathon() {
		return this.hackathon;
	}

	public String getName() {
		return this.name;
	}

	public String getSlug() {
		return this.slug;
	}

	public Instant getRegisteredAt() {
		return this.registeredAt;
	}

}
