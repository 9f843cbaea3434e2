package dev.migration.dialect;

import java.math.BigDecimal;

/**
 * One Java value for each number, however it is written in SQL.
 */
public final class CanonicalNumber {

	private static final int DIGITS_OF_LONG = 18;

	private CanonicalNumber() {
	}

	/**
	 * Return whether a number has nothing behind its decimal point.
	 * @param value the number
	 * @return whether it is a whole one
	 */
	public static boolean isWhole(BigDecimal value) {
		return value.stripTrailingZeros().scale() <= 0;
	}

	/**
	 * Return the value of a number.
	 * @param value the number
	 * @return an {@code Integer} or {@code Long} if it is whole and not larger, else a
	 * {@code BigDecimal} without zeros at its end
	 */
	public static Number of(BigDecimal value) {
		if (!isWhole(value)) {
			return value.stripTrailingZeros();
		}
		BigDecimal whole = value.setScale(0);
		if (whole.precision() > DIGITS_OF_LONG) {
			return whole;
		}
		long number = whole.longValueExact();
		if (number == (int) number) {
			return (int) number;
		}
		return number;
	}

}
