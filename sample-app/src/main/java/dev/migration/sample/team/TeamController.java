package dev.migration.sample.team;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

import dev.migration.sample.hackathon.HackathonRepository;
import dev.migration.sample.web.NotFoundException;

/**
 * The teams and their participants over HTTP.
 */
@RestController
@RequestMapping("/api")
class TeamController {

	private final TeamService service;

	private final HackathonRepository hackathons;

	private final TeamRepository teams;

	private final ParticipantRepository participants;

	TeamController(TeamService service, HackathonRepository hackathons, TeamRepository teams,
			ParticipantRepository participants) {
		this.service = service;
		this.hackathons = hackathons;
		this.teams = teams;
		this.participants = participants;
	}

	@GetMapping("/hackathons/{hackathonId}/teams")
	List<TeamResponse> list(@PathVariable long hackathonId) {
		this.hackathons.require(hackathonId);
		return this.teams.findByHackathonIdOrderByName(hackathonId).stream().map(TeamResponse::of).toList();
	}

	@GetMapping("/hackathons/{hackathonId}/teams/{slug}")
	TeamResponse get(@PathVariable long hackathonId, @PathVariable String slug) {
		return this.teams.findByHackathonIdAndSlug(hackathonId, slug)
			.map(TeamResponse::of)
			.orElseThrow(() -> new NotFoundException("team", slug));
	}

	@PostMapping("/hackathons/{hackathonId}/teams")
	ResponseEntity<TeamResponse> register(@PathVariable long hackathonId, @Valid @RequestBody TeamRequest request) {
		TeamResponse team = TeamResponse.of(this.service.register(hackathonId, request.name()));
		URI location = UriComponentsBuilder.fromPath("/api/hackathons/{id}/teams/{slug}")
			.build(hackathonId, team.slug());
		return ResponseEntity.created(location).body(team);
	}

	@DeleteMapping("/teams/{teamId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void withdraw(@PathVariable long teamId) {
		this.service.withdraw(teamId);
	}

	@GetMapping("/teams/{teamId}/participants")
	List<ParticipantResponse> listParticipants(@PathVariable long teamId) {
		this.teams.require(teamId);
		return this.participants.findByTeamIdOrderByName(teamId).stream().map(ParticipantResponse::of).toList();
	}

	@PostMapping("/teams/{teamId}/participants")
	@ResponseStatus(HttpStatus.CREATED)
	ParticipantResponse join(@PathVariable long teamId, @Valid @RequestBody ParticipantRequest request) {
		return ParticipantResponse.of(this.service.join(teamId, request.name(), request.email()));
	}

	record TeamRequest(@NotBlank @Size(max = 80) String name) {
	}

	record TeamResponse(long id, long hackathonId, String name, String slug, Instant registeredAt) {

		static TeamResponse of(Team team) {
			return new TeamResponse(team.getId(), team.getHackathon().getId(), team.getName(), team.getSlug(),
					team.getRegisteredAt());
		}

	}

	record ParticipantRequest(@NotBlank @Size(max = 120) String name, @NotBlank @Email @Size(max = 254) String email) {
	}

	record ParticipantResponse(long id, String name, String email, Instant joinedAt) {

		static ParticipantResponse of(Participant participant) {
			return new ParticipantResponse(participant.getId(), participant.getName(), participant.getEmail(),
					participant.getJoinedAt());
		}

	}

}
