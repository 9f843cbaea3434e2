package dev.migration.sample.judging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import jakarta.persistence.CheckConstraint;
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

import dev.migration.sample.submission.Submission;

/**
 * What a judge gives a submission.
 */
@Entity
@Table(name = "score",
		uniqueConstraints = @UniqueConstraint(name = "uq_score_submission_judge",
				columnNames = { "submission_id", "judge_id" }),
		indexes = @Index(name = "ix_score_judge", columnList = "judge_id"),
		check = @CheckConstraint(name = "ck_score_points", constraint = "points BETWEEN 0 AND 10"))
public class Score {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "submission_id", nullable = false, foreignKey = @ForeignKey(name = "fk_score_submission"))
	@OnDelete(action = OnDeleteAction.CASCADE)
	private Submission submission;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "judge_id", nullable = false, foreignKey = @ForeignKey(name = "fk_score_judge"))
	@OnDelete(action = OnDeleteAction.RESTRICT)
	private Judge judge;

	@Column(name = "points", nullable = false)
	private int points;

	@Column(name = "remark", length = 500)
	private @Nullable String remark;

	@Column(name = "scored_at", nullable = false)
	private Instant scoredAt;

	@SuppressWarnings("NullAway.Init")
	protected Score() {
	}

	/**
	 * Create a new score.
	 * @param submission the submission
	 * @param judge the judge, who has not scored it before
	 * @param points the points, from 0 to 10
	 * @param remark why, if the judge says so
	 */
	public Score(Submission submission, Judge judge, int points, @Nullable String remark) {
		this.submission = submission;
		this.judge = judge;
		this.points = points;
		this.remark = remark;
		this.scoredAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
	}

	public Long getId() {
		return Objects.requireNonNull(this.id);
	}

	public Submission getSubmission() {
		return this.submission;
	}

	public Judge getJudge() {
		return this.judge;
	}

	public int getPoints() {
		return this.points;
	}

	public @Nullable String getRemark() {
		return this.remark;
	}

	public Instant getScoredAt() {
		return this.scoredAt;
	}

}
