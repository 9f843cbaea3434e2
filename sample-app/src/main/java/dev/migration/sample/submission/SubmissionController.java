package dev.migration.sample.submission;

import java.net.URI;
import java.time.Instant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.URL;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.migration.sample.web.NotFoundException;

/**
 * The submission of a team over HTTP.
 */
@RestController
@RequestMapping("/api/teams/{teamId}/submission")
class SubmissionController {

	private final SubmissionService service;

	private final SubmissionRepository submissions;

	SubmissionController(SubmissionService service, SubmissionRepository submissions) {
		this.service = service;
		this.submissions = submissions;
	}

	@GetMapping
	SubmissionResponse get(@PathVariable long teamId) {
		return this.submissions.findByTeamId(teamId)
			.map(SubmissionResponse::of)
			.orElseThrow(() -> new NotFoundException("submission of team", teamId));
	}

	@PostMapping
	ResponseEntity<SubmissionResponse> submit(@PathVariable long teamId,
			@Valid @RequestBody SubmissionRequest request) {
		Submission submission = this.service.submit(teamId, request.title(), request.description(),
				request.repositoryUrl(), request.demoUrl());
		return ResponseEntity.created(URI.create("/api/teams/" + teamId + "/submission"))
			.body(SubmissionResponse.of(submission));
	}

	record SubmissionRequest(@NotBlank @Size(max = 160) String title, @NotNull @Size(max = 10_000) String description,
			@NotBlank @URL @Size(max = 500) String repositoryUrl, @URL @Size(max = 500) @Nullable String demoUrl) {
	}

	record SubmissionResponse(long id, long teamId, String title, String description, String repositoryUrl,
			@Nullable String demoUrl, Instant submittedAt) {

		static SubmissionResponse of(Submission submission) {
			return new SubmissionResponse(submission.getId(), submission.getTeam().getId(), submission.getTitle(),
					submission.getDescription(), submission.getRepositoryUrl(), submission.getDemoUrl(),
					submission.getSubmittedAt());
		}

	}

}
