package dev.migration.boot.test;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;

/**
 * The application of somebody who tests their revisions.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@EntityScan(basePackageClasses = UserApplication.class)
class UserApplication {

	/**
	 * What the revisions in {@code db/usertests/good} lead to.
	 */
	@Entity(name = "Team")
	@Table(name = "team", indexes = @Index(name = "ix_team_name", columnList = "name"))
	static class Team {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(nullable = false)
		String name;

		@Column(nullable = false, length = 120)
		String slug;

	}

}
