package dev.migration.dialect.sqlite.rebuild;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A column on its way through the changes of a batch.
 */
final class TrackedColumn {

	private final @Nullable String original;

	private final List<String> formerNames = new ArrayList<>();

	private String name;

	private @Nullable String using;

	/**
	 * Create a column.
	 * @param original the name in the database, or {@code null} if the batch adds it
	 * @param name the name now
	 */
	TrackedColumn(@Nullable String original, String name) {
		this.original = original;
		this.name = name;
	}

	@Nullable String original() {
		return this.original;
	}

	String name() {
		return this.name;
	}

	boolean isRenamed() {
		return this.original != null && !this.original.equals(this.name);
	}

	/**
	 * Return whether the database does not have the column by this name yet.
	 */
	boolean isChanged() {
		return !this.name.equals(this.original);
	}

	boolean wasNamed(String wanted) {
		return this.formerNames.stream().anyMatch(wanted::equalsIgnoreCase);
	}

	void rename(String newName) {
		this.formerNames.add(this.name);
		this.name = newName;
	}

	/**
	 * Return the expression that the user gave to make the new values.
	 * @return the expression, or {@code null} for the usual conversion
	 */
	@Nullable String using() {
		return this.using;
	}

	void using(@Nullable String expression) {
		this.using = expression;
	}

}
