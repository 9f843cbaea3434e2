package dev.migration.runtime;

import dev.migration.ExecutedStep;

/**
 * A step that was begun, and neither ended nor taken back.
 *
 * @param id the id of its history row
 * @param step the row
 * @param progress how far it came
 */
record HalfDoneStep(long id, ExecutedStep step, Progress progress) {

	boolean leftSomething() {
		return !this.progress.units().isEmpty() || this.progress.open() != null;
	}

}
