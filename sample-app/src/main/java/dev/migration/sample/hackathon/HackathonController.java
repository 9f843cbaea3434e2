package dev.migration.sample.hackathon;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.data.domain.Sort;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.migration.sample.web.ConflictException;

/**
 * The hackathons over HTTP.
 */
@RestController
@RequestMapping("/api/hackathons")
class HackathonController {

	private final HackathonRepository hackathons;

	HackathonController(HackathonRepository hackathons) {
		this.hackathons = hackathons;
	}

	@GetMapping
	List<HackathonResponse> list() {
		return this.hackathons.findAll(Sort.by("startsAt", "id")).stream().map(HackathonResponse::of).toList();
	}

	@GetMapping("/{id}")
	HackathonResponse get(@PathVariable long id) {
		return HackathonResponse.of(this.hackathons.require(id));
	}

	@PostMapping
	ResponseEntity<HackathonResponse> create(@Valid @RequestBody HackathonRequest request) {
		if (this.hackathons.existsByName(request.name())) {
			throw new ConflictException("There is a hackathon '" + request.name() + "' already");
		}
		Hackathon hackathon = this.hackathons.save(new Hackathon(request.name(), request.startsAt(), request.endsAt()));
		return ResponseEntity.created(URI.create("/api/hackathons/" + hackathon.getId()))
			.body(HackathonResponse.of(hackathon));
	}

	@PutMapping("/{id}/status")
	HackathonResponse changeStatus(@PathVariable long id, @Valid @RequestBody StatusRequest request) {
		Hackathon hackathon = this.hackathons.require(id);
		hackathon.moveTo(request.status());
		return HackathonResponse.of(this.hackathons.save(hackathon));
	}

	record HackathonRequest(@NotBlank @Size(max = 120) String name, @NotNull Instant startsAt,
			@NotNull Instant endsAt) {

		@AssertTrue(message = "endsAt must be after startsAt")
		boolean isPeriodValid() {
			return this.startsAt == null || this.endsAt == null || this.endsAt.isAfter(this.startsAt);
		}

	}

	record StatusRequest(@NotNull HackathonStatus status) {
	}

	record HackathonResponse(long id, String name, HackathonStatus status, Instant startsAt, Instant endsAt) {

		static HackathonResponse of(Hackathon hackathon) {
			return new HackathonResponse(hackathon.getId(), hackathon.getName(), hackathon.getStatus(),
					hackathon.getStartsAt(), hackathon.getEndsAt());
		}

	}

}
