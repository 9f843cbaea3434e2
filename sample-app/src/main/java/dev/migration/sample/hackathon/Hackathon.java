package dev.migration.sample.hackathon;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.jspecify.annotations.Nullable;

import dev.migration.sample.web.ConflictException;

/**
 * The event.
 */
@Entity
@Table(name = "hackathon", uniqueConstraints = @UniqueConstraint(name = "uq_hackathon_name", columnNames = "name"),
		check = {
				@CheckConstraint(name = "ck_hackathon_status", constraint = "status IN ('OPEN', 'JUDGING', 'CLOSED')"),
				@CheckConstraint(name = "ck_hackathon_period", constraint = "ends_at > starts_at") })
public class Hackathon {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Column(name = "name", length = 120, nullable = false)
	private String name;

	@Enumerated(EnumType.STRING)
	@Column(name = "status", length = 20, nullable = false)
	private HackathonStatus status;

	@Column(name = "starts_at", nullable = false)
	private Instant startsAt;

	@Column(name = "ends_at", nullable = false)
	private Instant endsAt;

	@SuppressWarnings("NullAway.Init")
	protected Hackathon() {
	}

	/**
	 * Create a new hackathon that is open.
	 * @param name the name, which no other has
	 * @param startsAt when it starts
	 * @param endsAt when it ends, after it starts
	 */
	public Hackathon(String name, Instant startsAt, Instant endsAt) {
		this.name = name;
		this.status = HackathonStatus.OPEN;
		this.startsAt = startsAt.truncatedTo(ChronoUnit.MILLIS);
		this.endsAt = endsAt.truncatedTo(ChronoUnit.MILLIS);
	}

	public Long getId() {
		return Objects.requireNonNull(this.id);
	}

	public String getName() {
		return this.name;
	}

	public HackathonStatus getStatus() {
		return this.status;
	}

	public Instant getStartsAt() {
		return this.startsAt;
	}

	public Instant getEndsAt() {
		return this.endsAt;
	}

	/**
	 * Go on to a later status.
	 * @param next the status
	 * @throws ConflictException if it is not a later one
	 */
	public void moveTo(HackathonStatus next) {
		if (next.compareTo(this.status) <= 0) {
			throw new ConflictException(
					"Hackathon '" + this.name + "' is " + this.status + " and cannot go to " + next);
		}
		this.status = next;
	}

	/**
	 * Check that what somebody wants to do is on now.
	 * @param required the status in which it is
	 * @throws ConflictException if the hackathon has another one
	 */
	public void require(HackathonStatus required) {
		if (this.status != required) {
			throw new ConflictException("Hackathon '" + this.name + "' is " + this.status + ", not " + required);
		}
	}

}
