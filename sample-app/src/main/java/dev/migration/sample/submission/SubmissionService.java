package dev.migration.sample.submission;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.migration.sample.hackathon.HackathonStatus;
import dev.migration.sample.team.Team;
import dev.migration.sample.team.TeamRepository;
import dev.migration.sample.web.ConflictException;

/**
 * A team hands in once, while the hackathon is open.
 */
@Service
@Transactional
class SubmissionService {

	private final TeamRepository teams;

	private final SubmissionRepository submissions;

	SubmissionService(TeamRepository teams, SubmissionRepository submissions) {
		this.teams = teams;
		this.submissions = submissions;
	}

	Submission submit(long teamId, String title, String description, String repositoryUrl, @Nullable String demoUrl) {
		Team team = this.teams.require(teamId);
		team.getHackathon().require(HackathonStatus.OPEN);
		if (this.submissions.existsByTeamId(teamId)) {
			throw new ConflictException("Team '" + team.getName() + "' has handed in already");
		}
		return this.submissions.save(new Submission(team, title, description, repositoryUrl, demoUrl));
	}

}
