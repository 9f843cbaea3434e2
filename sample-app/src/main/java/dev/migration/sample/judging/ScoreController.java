package dev.migration.sample.judging;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.migration.sample.hackathon.HackathonRepository;

/**
 * The scores and what comes of them over HTTP.
 */
@RestController
@RequestMapping("/api")
class ScoreController {

	private final JudgingService service;

	private final HackathonRepository hackathons;

	private final ScoreRepository scores;

	ScoreController(JudgingService service, HackathonRepository hackathons, ScoreRepository scores) {
		this.service = service;
		this.hackathons = hackathons;
		this.scores = scores;
	}

	@PostMapping("/submissions/{submissionId}/scores")
	@ResponseStatus(HttpStatus.CREATED)
	ScoreResponse score(@PathVariable long submissionId, @Valid @RequestBody ScoreRequest request) {
		return ScoreResponse
			.of(this.service.score(submissionId, request.judgeId(), request.points(), request.remark()));
	}

	@GetMapping("/hackathons/{hackathonId}/leaderboard")
	List<LeaderboardEntry> leaderboard(@PathVariable long hackathonId) {
		this.hackathons.require(hackathonId);
		return this.scores.leaderboard(hackathonId);
	}

	record ScoreRequest(@NotNull Long judgeId, @NotNull @Min(0) @Max(10) Integer points,
			@Size(max = 500) @Nullable String remark) {
	}

	record ScoreResponse(long id, long submissionId, long judgeId, int points, @Nullable String remark,
			Instant scoredAt) {

		static ScoreResponse of(Score score) {
			return new ScoreResponse(score.getId(), score.getSubmission().getId(), score.getJudge().getId(),
					score.getPoints(), score.getRemark(), score.getScoredAt());
		}

	}

}
