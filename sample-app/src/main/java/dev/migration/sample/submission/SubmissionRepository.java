package dev.migration.sample.submission;

import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

import dev.migration.sample.web.NotFoundException;

/**
 * The submissions.
 */
public interface SubmissionRepository extends JpaRepository<Submission, Long> {

	Optional<Submission> findByTeamId(long teamId);

	boolean existsByTeamId(long teamId);

	default Submission require(long id) {
		return findById(id).orElseThrow(() -> new NotFoundException("submission", id));
	}

}
