package dev.migration;

/**
 * The rows of a table do not fit what an operation makes of it. Nothing was changed.
 */
public final class IncompatibleRowsException extends MigrationException {

	private final long count;

	/**
	 * Create a new error.
	 * @param table the table
	 * @param count how many rows do not fit
	 * @param example one of them, by its key, such as {@code id = 3}
	 * @param problem what is wrong with them, such as {@code column name is null}
	 * @param action what to do about them
	 */
	public IncompatibleRowsException(String table, long count, String example, String problem, String action) {
		super(((count == 1) ? "1 row of table '" + table + "' does not fit: "
				: count + " rows of table '" + table + "' do not fit: ") + problem
				+ ((count == 1) ? ", in the row with " : ", for example in the row with ") + example, action, null);
		this.count = count;
	}

	/**
	 * Create a new error about rows that refer to rows which are not there.
	 * @param count how many there are
	 * @param example one of them, in words
	 * @param action what to do about them
	 */
	public IncompatibleRowsException(long count, String example, String action) {
		super(((count == 1) ? "A foreign key does not hold: " : count + " foreign keys do not hold, for example: ")
				+ example, action, null);
		this.count = count;
	}

	/**
	 * Return how many rows do not fit.
	 * @return the number
	 */
	public long getCount() {
		return this.count;
	}

}
