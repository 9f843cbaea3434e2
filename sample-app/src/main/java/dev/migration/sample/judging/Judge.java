package dev.migration.sample.judging;

import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * A member of the jury.
 */
@Entity
@Table(name = "judge", uniqueConstraints = @UniqueConstraint(name = "uq_judge_name", columnNames = "name"))
public class Judge {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Column(name = "name", length = 120, nullable = false)
	private String name;

	@SuppressWarnings("NullAway.Init")
	protected Judge() {
	}

	/**
	 * Create a new judge.
	 * @param name the name, which no other judge has
	 */
	public Judge(String name) {
		this.name = name;
	}

	public Long getId() {
		return Objects.requireNonNull(this.id);
	}

	public String getName() {
		return this.name;
	}

}
