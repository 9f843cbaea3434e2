package dev.migration.sample.judging;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.migration.sample.web.ConflictException;

/**
 * The jury over HTTP.
 */
@RestController
@RequestMapping("/api/judges")
class JudgeController {

	private final JudgeRepository judges;

	JudgeController(JudgeRepository judges) {
		this.judges = judges;
	}

	@GetMapping
	List<JudgeResponse> list() {
		return this.judges.findAll(Sort.by("id")).stream().map(JudgeResponse::of).toList();
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	JudgeResponse create(@Valid @RequestBody JudgeRequest request) {
		if (this.judges.existsByName(request.name())) {
			throw new ConflictException("There is a judge '" + request.name() + "' already");
		}
		return JudgeResponse.of(this.judges.save(new Judge(request.name())));
	}

	record JudgeRequest(@NotBlank @Size(max = 120) String name) {
	}

	record JudgeResponse(long id, String name) {

		static JudgeResponse of(Judge judge) {
			return new JudgeResponse(judge.getId(), judge.getName());
		}

	}

}
