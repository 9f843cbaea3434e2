package dev.migration.sample.submission;

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
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

import dev.migration.sample.team.Team;

/**
 * What a team hands in, once.
 */
@Entity
@Table(name = "submission", uniqueConstraints = @UniqueConstraint(name = "uq_submission_team", columnNames = "team_id"))
public class Submission {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "team_id", nullable = false, foreignKey = @ForeignKey(name = "fk_submission_team"))
	@OnDelete(action = OnDeleteAction.CASCADE)
	private Team team;

	@Column(name = "title", length = 160, nullable = false)
	private String title;

	@Column(name = "description", columnDefinition = "text", nullable = false)
	private String description;

	@Column(name = "repository_url", length = 500, nullable = false)
	private String repositoryUrl;

	@Column(name = "demo_url", length = 500)
	private @Nullable String demoUrl;

	@Column(name = "submitted_at", nullable = false)
	private Instant submittedAt;

	@SuppressWarnings("NullAway.Init")
	protected Submission() {
	}

	/**
	 * Create a new submission.
	 * @param team the team, which has no other
	 * @param title the title
	 * @param description what it is
	 * @param repositoryUrl where the source is
	 * @param demoUrl where it can be tried, if anywhere
	 */
	public Submission(Team team, String title, String description, String repositoryUrl, @Nullable String demoUrl) {
		this.team = team;
		this.title = title;
		this.description = description;
		this.repositoryUrl = repositoryUrl;
		this.demoUrl = demoUrl;
		this.submittedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
	}

	public Long getId() {
		return Objects.requireNonNull(this.id);
	}

	public Team getTeam() {
		return this.team;
	}

	public String getTitle() {
		return this.title;
	}

	public String getDescription() {
		return this.description;
	}

	public String getRepositoryUrl() {
		return this.repositoryUrl;
	}

	public @Nullable String getDemoUrl() {
		return this.demoUrl;
	}

	public Instant getSubmittedAt() {
		return this.submittedAt;
	}

}
