package dev.migration.sample.judging;

import org.springframework.data.jpa.repository.JpaRepository;

import dev.migration.sample.web.NotFoundException;

/**
 * The jury.
 */
interface JudgeRepository extends JpaRepository<Judge, Long> {

	boolean existsByName(String name);

	default Judge require(long id) {
		return findById(id).orElseThrow(() -> new NotFoundException("judge", id));
	}

}
