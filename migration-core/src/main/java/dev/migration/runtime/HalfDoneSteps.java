package dev.migration.runtime;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.HalfDoneRevisionException;
import dev.migration.MigrationStep;

/**
 * The steps that earlier runs left half done, and that the next run takes up. A stamp
 * makes them void: it says where the database is.
 */
final class HalfDoneSteps {

	static final HalfDoneSteps NONE = new HalfDoneSteps(List.of());

	private final List<HalfDoneStep> steps;

	private HalfDoneSteps(List<HalfDoneStep> steps) {
		this.steps = steps;
	}

	/**
	 * Read them from the history table.
	 * @param session the session, outside of a transaction
	 * @return the steps
	 */
	static HalfDoneSteps of(Session session) throws SQLException {
		List<HalfDoneStep> steps = new ArrayList<>();
		session.lockWait().until(() -> {
			steps.clear();
			steps.addAll(session.historyTable().readHalfDone(session.connection()));
			return true;
		});
		return new HalfDoneSteps(steps);
	}

	/**
	 * Read them while a run may have the database busy.
	 * @param session the session, outside of a transaction
	 * @return the steps
	 */
	static HalfDoneSteps withoutWaiting(Session session) throws SQLException {
		return new HalfDoneSteps(session.historyTable().readHalfDone(session.connection()));
	}

	/**
	 * Return the rows of those that left something behind.
	 * @return the rows, oldest first
	 */
	List<ExecutedStep> left() {
		return this.steps.stream().filter(HalfDoneStep::leftSomething).map(HalfDoneStep::step).toList();
	}

	/**
	 * Return whether nothing is half done. A step that failed at its first statement has
	 * left nothing but its row.
	 * @return whether the database is where its version rows say
	 */
	boolean isEmpty() {
		return this.steps.stream().noneMatch(HalfDoneStep::leftSomething);
	}

	/**
	 * Refuse a way that begins at a place where the database is not.
	 * @param direction the way
	 * @throws HalfDoneRevisionException if a step in the other direction is half done
	 */
	void requireNoneAgainst(Direction direction) {
		for (HalfDoneStep half : this.steps) {
			if (half.leftSomething() && direction != Direction.STAMP && half.step().direction() != direction) {
				throw new HalfDoneRevisionException(half.step());
			}
		}
	}

	@Nullable HalfDoneStep find(MigrationStep step) {
		HalfDoneStep found = null;
		for (HalfDoneStep half : this.steps) {
			if (half.step().revision().equals(step.revision().id()) && half.step().direction() == step.direction()) {
				found = half;
			}
		}
		return found;
	}

}
