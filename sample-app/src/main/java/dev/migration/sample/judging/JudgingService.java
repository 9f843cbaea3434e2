package dev.migration.sample.judging;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.migration.sample.hackathon.HackathonStatus;
import dev.migration.sample.submission.Submission;
import dev.migration.sample.submission.SubmissionRepository;
import dev.migration.sample.web.ConflictException;

/**
 * Each judge scores a submission once, while the jury is at work.
 */
@Service
@Transactional
class JudgingService {

	private final SubmissionRepository submissions;

	private final JudgeRepository judges;

	private final ScoreRepository scores;

	JudgingService(SubmissionRepository submissions, JudgeRepository judges, ScoreRepository scores) {
		this.submissions = submissions;
		this.judges = judges;
		this.scores = scores;
	}

	Score score(long submissionId, long judgeId, int points, @Nullable String remark) {
		Submission submission = this.submissions.require(submissionId);
		submission.getTeam().getHackathon().require(HackathonStatus.JUDGING);
		Judge judge = this.judges.require(judgeId);
		if (this.scores.existsBySubmissionIdAndJudgeId(submissionId, judgeId)) {
			throw new ConflictException(judge.getName() + " has scored '" + submission.getTitle() + "' already");
		}
		return this.scores.save(new Score(submission, judge, points, remark));
	}

}
