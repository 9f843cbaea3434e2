package dev.migration.sample.team;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

/**
 * The participants.
 */
interface ParticipantRepository extends JpaRepository<Participant, Long> {

	List<Participant> findByTeamIdOrderByName(long teamId);

	boolean existsByEmail(String email);

}
