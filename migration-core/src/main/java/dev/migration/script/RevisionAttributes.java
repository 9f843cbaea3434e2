package dev.migration.script;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.RevisionHeader;

/**
 * The parts of a header as they were written, before they are known to make sense.
 *
 * @param id the revision id
 * @param revises the ids of the parents
 * @param dependsOn what else must be applied
 * @param branchLabels the labels
 * @param message the message
 * @param created the time, as text
 * @param transactional whether the step runs in a transaction, as text
 */
record RevisionAttributes(String id, List<String> revises, List<String> dependsOn, List<String> branchLabels,
		String message, String created, String transactional) {

	static RevisionAttributes ofAnnotation(Map<String, ?> annotation) {
		return new RevisionAttributes(text(annotation, "id"), list(annotation, "revises"),
				list(annotation, "dependsOn"), list(annotation, "branchLabels"), text(annotation, "message"),
				text(annotation, "created"), text(annotation, "transactional"));
	}

	private static String text(Map<String, ?> annotation, String name) {
		return String.valueOf(annotation.get(name));
	}

	private static List<String> list(Map<String, ?> annotation, String name) {
		Object value = annotation.get(name);
		return (value instanceof String[] values) ? Arrays.asList(values) : List.of();
	}

	/**
	 * Make the header.
	 * @param location where the revision is
	 * @return the header
	 * @throws InvalidHeaderException if the time is none, or a choice is neither true nor
	 * false
	 */
	RevisionHeader toHeader(String location) throws InvalidHeaderException {
		return new RevisionHeader(this.id, this.revises, this.dependsOn, this.branchLabels, this.message, createdAt(),
				location, isTransactional());
	}

	private boolean isTransactional() throws InvalidHeaderException {
		return switch (this.transactional) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new InvalidHeaderException(
					"'transactional' is '" + this.transactional + "', neither true nor false");
		};
	}

	private @Nullable Instant createdAt() throws InvalidHeaderException {
		if (this.created.isBlank()) {
			return null;
		}
		try {
			return OffsetDateTime.parse(this.created).toInstant();
		}
		catch (DateTimeException ex) {
			throw new InvalidHeaderException(
					"'created' is '" + this.created + "', not a time such as 2026-11-23T10:15:00Z");
		}
	}

}
