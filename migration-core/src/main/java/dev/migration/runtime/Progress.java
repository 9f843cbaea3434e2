package dev.migration.runtime;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How far a step has come: the units that are done, and the one that is not. A unit is an
 * operation, or a statement of a script.
 *
 * @param units the units that are done
 * @param open the unit that is not, if one was begun
 */
record Progress(List<Unit> units, @Nullable Open open) {

	static final Progress NONE = new Progress(List.of(), null);

	Progress {
		units = List.copyOf(units);
	}

	int statementsDone() {
		return this.units.stream().mapToInt(Unit::statements).sum() + ((this.open != null) ? this.open.done() : 0);
	}

	/**
	 * Return the progress when it is known that no statement is under way any more.
	 * @return the progress
	 */
	Progress stopped() {
		if (this.open == null || this.open.done() == 0) {
			return new Progress(this.units, null);
		}
		return new Progress(this.units, new Open(this.open.hash(), this.open.done(), this.open.sql(), false));
	}

	/**
	 * Return the form for the history table: {@code hash:statements} for each unit, and
	 * {@code hash:statements+sql} or {@code hash:statements?sql} for one that is open.
	 * @return the text
	 */
	String text() {
		List<String> words = new ArrayList<>();
		this.units.forEach((unit) -> words.add(unit.hash() + ":" + unit.statements()));
		if (this.open != null) {
			words.add(
					this.open.hash() + ":" + this.open.done() + (this.open.isInFlight() ? "?" : "+") + this.open.sql());
		}
		return String.join(" ", words);
	}

	static Progress parse(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return NONE;
		}
		List<Unit> units = new ArrayList<>();
		Open open = null;
		for (String word : text.split(" ")) {
			String[] parts = word.split("[:+?]", -1);
			int statements = Integer.parseInt(parts[1]);
			if (parts.length == 2) {
				units.add(new Unit(parts[0], statements));
			}
			else {
				open = new Open(parts[0], statements, parts[2], word.contains("?"));
			}
		}
		return new Progress(units, open);
	}

	/**
	 * A unit that is done.
	 *
	 * @param hash the hash of what was asked for
	 * @param statements how many statements it took
	 */
	record Unit(String hash, int statements) {
	}

	/**
	 * A unit that was begun.
	 *
	 * @param hash the hash of what was asked for
	 * @param done how many of its statements are done
	 * @param sql the hash of these statements, empty if there are none
	 * @param isInFlight whether it is not known if the next one is done
	 */
	record Open(String hash, int done, String sql, boolean isInFlight) {
	}

}
