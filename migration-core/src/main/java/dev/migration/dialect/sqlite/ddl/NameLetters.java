package dev.migration.dialect.sqlite.ddl;

/**
 * The letters that SQLite takes for the same in a name: capitals and small ones of ASCII,
 * and no others. {@code ä} and {@code Ä} are two columns.
 */
public final class NameLetters {

	private static final int TO_SMALL = 'a' - 'A';

	private NameLetters() {
	}

	/**
	 * Return whether two names are the same to SQLite.
	 * @param name a name
	 * @param other another name
	 * @return whether they only differ in capitals of ASCII
	 */
	public static boolean areSame(String name, String other) {
		return small(name).equals(small(other));
	}

	/**
	 * Return a name in small letters.
	 * @param name the name
	 * @return the name with small letters for the capitals of ASCII
	 */
	public static String small(String name) {
		StringBuilder small = new StringBuilder(name);
		for (int i = 0; i < name.length(); i++) {
			char letter = name.charAt(i);
			if (letter >= 'A' && letter <= 'Z') {
				small.setCharAt(i, (char) (letter + TO_SMALL));
			}
		}
		return small.toString();
	}

}
