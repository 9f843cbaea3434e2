package dev.migration.operation;

import java.util.ArrayList;
import java.util.List;

/**
 * What takes an operation back, or why nothing does.
 */
public sealed interface Inverse {

	/**
	 * Return what takes an operation back.
	 * @param operations the operations, in the order in which they are to be done
	 * @return the inverse
	 */
	static Inverse of(Operation... operations) {
		return new Of(List.of(operations));
	}

	/**
	 * Return that nothing takes an operation back.
	 * @param reason why, and what would help
	 * @return the inverse
	 */
	static Inverse none(String reason) {
		return new None(reason);
	}

	/**
	 * Return what takes several operations back.
	 * @param operations the operations, in the order in which they were done
	 * @return their inverses, the last one first, or the reason of the first that has
	 * none
	 */
	static Inverse ofAll(List<? extends Operation> operations) {
		List<Operation> back = new ArrayList<>();
		for (Operation operation : operations) {
			Inverse inverse = operation.inverse();
			if (inverse instanceof None none) {
				return new None(operation.describe() + " cannot be taken back: " + none.reason());
			}
			back.addAll(0, ((Of) inverse).operations());
		}
		return new Of(back);
	}

	/**
	 * What takes an operation back.
	 *
	 * @param operations the operations, in the order in which they are to be done; none
	 * if there is nothing to do
	 */
	record Of(List<Operation> operations) implements Inverse {

		public Of {
			operations = List.copyOf(operations);
		}

	}

	/**
	 * That nothing takes an operation back.
	 *
	 * @param reason why, and what would help
	 */
	record None(String reason) implements Inverse {
	}

}
