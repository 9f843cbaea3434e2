package dev.migration.sample.team;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

import dev.migration.sample.web.NotFoundException;

/**
 * The teams.
 */
public interface TeamRepository extends JpaRepository<Team, Long> {

	List<Team> findByHackathonIdOrderByName(long hackathonId);

	Optional<Team> findByHackathonIdAndSlug(long hackathonId, String slug);

	boolean existsByHackathonIdAndName(long hackathonId, String name);

	boolean existsByHackathonIdAndSlug(long hackathonId, String slug);

	default Team require(long id) {
		return findById(id).orElseThrow(() -> new NotFoundException("team", id));
	}

}
