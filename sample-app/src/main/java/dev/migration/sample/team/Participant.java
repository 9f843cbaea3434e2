package dev.migration.sample.team;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
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
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part, in a team as long as the team does.
 */
@Entity
@Table(name = "participant",
		uniqueConstraints = @UniqueConstraint(name = "uq_participant_email", columnNames = "email"),
		indexes = @Index(name = "ix_participant_team", columnList = "team_id"))
public class Participant {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "team_id", foreignKey = @ForeignKey(name = "fk_participant_team"))
	@OnDelete(action = OnDeleteAction.SET_NULL)
	private @Nullable Team team;

	@Column(name = "name", length = 120, nullable = false)
	private String name;

	@Column(name = "email", length = 254, nullable = false)
	private String email;

	@Column(name = "joined_at", nullable = false)
	private Instant joinedAt;

	@SuppressWarnings("NullAway.Init")
	protected Participant() {
	}

	/**
	 * Create a new participant.
	 * @param team the team
	 * @param name the name
	 * @param email the e-mail address, which no other participant has
	 */
	public Participant(Team team, String name, String email) {
		this.team = team;
		this.name = name;
		this.email = normalize(email);
		this.joinedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
	}

	/**
	 * Return an address in the form in which it is stored, so that it is unique whatever
	 * the case.
	 * @param email the address as it was typed
	 * @return the address as it is stored
	 */
	static String normalize(String email) {
		return email.toLowerCase(Locale.ROOT);
	}

	public Long getId() {
		return Objects.requireNonNull(this.id);
	}

	public @Nullable Team getTeam() {
		return this.team;
	}

	public String getName() {
		return this.name;
	}

	public String getEmail() {
		return this.email;
	}

	public Instant getJoinedAt() {
		return this.joinedAt;
	}

}
