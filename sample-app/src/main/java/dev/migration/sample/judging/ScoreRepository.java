package dev.migration.sample.judging;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/**
 * The scores.
 */
interface ScoreRepository extends JpaRepository<Score, Long> {

	boolean existsBySubmissionIdAndJudgeId(long submissionId, long judgeId);

	@Query("""
			select new dev.migration.sample.judging.LeaderboardEntry(team.name, team.slug, submission.title,
				count(score), coalesce(avg(score.points), 0.0))
			from Submission submission
			join submission.team team
			left join Score score on score.submission = submission
			where team.hackathon.id = :hackathonId
			group by team.id, team.name, team.slug, submission.id, submission.title
			order by coalesce(avg(score.points), 0.0) desc, count(score) desc, team.name
			""")
	List<LeaderboardEntry> leaderboard(long hackathonId);

}
