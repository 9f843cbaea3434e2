package dev.migration.sample.hackathon;

import org.springframework.data.jpa.repository.JpaRepository;

import dev.migration.sample.web.NotFoundException;

/**
 * The hackathons.
 */
public interface HackathonRepository extends JpaRepository<Hackathon, Long> {

	boolean existsByName(String name);

	default Hackathon require(long id) {
		return findById(id).orElseThrow(() -> new NotFoundException("hackathon", id));
	}

}
