package dev.migration.runtime;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is different from Alembic on purpose. In every case a failure leaves the database
 * as it was, and a success loses nothing that no operation names.
 */
enum BatchRule {

	/**
	 * A batch that Alembic refuses, or fails at half way, although it can be done.
	 */
	DOES_WHAT_ALEMBIC_CANNOT {
		@Override
		boolean applies(BatchCase test, @Nullable String error, Map<String, String> differences) {
			return error == null && test.isExpectedToFail();
		}
	},

	/**
	 * A change of type that would change what values mean is an error, with the number of
	 * rows; Alembic casts, which makes 0 of {@code abc} and 2020 of a date.
	 */
	REFUSES_TO_MANGLE_VALUES {
		@Override
		boolean applies(BatchCase test, @Nullable String error, Map<String, String> differences) {
			return error != null && error.contains("would not survive") && losesMeaning(test);
		}
	},

	/**
	 * Dates, times, booleans and JSON have the affinity of numbers only because SQLite
	 * does not know these names. A change to one of them keeps the values as they were.
	 */
	DATES_AND_BOOLEANS_ARE_NO_NUMBERS {
		@Override
		boolean applies(BatchCase test, @Nullable String error, Map<String, String> differences) {
			boolean isNoNumber = test.operations("alter_column")
				.filter((operation) -> operation.has("type"))
				.allMatch((operation) -> operation.get("type")
					.asString("")
					.toUpperCase()
					.matches("(DATE|TIME|BOOL|JSON).*"));
			return error == null && differences.keySet().equals(Set.of("rows as before")) && isNoNumber
					&& losesMeaning(test);
		}
	},

	/**
	 * What is about a dropped column and others too is not dropped silently: it says
	 * something about the others.
	 */
	WHAT_IS_ALSO_ABOUT_OTHER_COLUMNS_STAYS {
		@Override
		boolean applies(BatchCase test, @Nullable String error, Map<String, String> differences) {
			return error != null && test.has("drop_column")
					&& (error.contains("together with something else") || error.contains("it would break"));
		}
	},

	/**
	 * A constraint on a column that is not there is an error; Alembic leaves it out and
	 * reports success. So is a foreign key to a table that is not there, and the name of
	 * a constraint that is there.
	 */
	NONSENSE_IS_AN_ERROR {
		@Override
		boolean applies(BatchCase test, @Nullable String error, Map<String, String> differences) {
			return error != null && (test.lostKinds().contains("requested-thing-not-created")
					|| error.contains("has a constraint of the name") || error.contains("there is no table"));
		}
	},

	/** A foreign key that rows violate is an error, also while SQLite does not look. */
	NEW_VIOLATIONS_ARE_AN_ERROR {
		@Override
		boolean applies(BatchCase test, @Nullable String error, Map<String, String> differences) {
			return error != null && error.contains("oreign key")
					&& !test.expected().path("foreign_key_check").isEmpty();
		}
	},

	/**
	 * An empty {@code INTEGER PRIMARY KEY} cannot become of a column with null: SQLite
	 * would make numbers up.
	 */
	KEYS_ARE_NOT_MADE_UP {
		@Override
		boolean applies(BatchCase test, @Nullable String error, Map<String, String> differences) {
			return error != null && error.contains("make a number up");
		}
	},

	/** SQLite writes large numbers as text with more digits than it used to. */
	NUMBERS_HAVE_ALL_THEIR_DIGITS {
		@Override
		boolean applies(BatchCase test, @Nullable String error, Map<String, String> differences) {
			return error == null && differences.keySet().equals(Set.of("rows"))
					&& differences.get("rows").contains("e+") && !test.retypedColumns().isEmpty();
		}
	},

	/** A batch changes a table, and not whether its rows have a rowid. */
	TABLE_OPTIONS_STAY {
		@Override
		boolean applies(BatchCase test, @Nullable String error, Map<String, String> differences) {
			return error == null && test.options().path("table_kwargs").has("sqlite_with_rowid");
		}
	};

	abstract boolean applies(BatchCase test, @Nullable String error, Map<String, String> differences);

	static @Nullable BatchRule firstFor(BatchCase test, @Nullable String error, Map<String, String> differences) {
		for (BatchRule rule : values()) {
			if (rule.applies(test, error, differences)) {
				return rule;
			}
		}
		return null;
	}

	/**
	 * Return whether Alembic's conversion made something else of a value.
	 */
	private static boolean losesMeaning(BatchCase test) {
		for (JsonNode converted : test.expected().path("converted")) {
			String before = converted.get("before").get(0).asString();
			String after = converted.get("after").get(0).asString();
			String from = converted.get("before").get(1).asString();
			String to = converted.get("after").get(1).asString();
			boolean isText = List.of("text", "blob").contains(from) && List.of("text", "blob").contains(to);
			if (!isText && !to.equals("blob") && !isSameNumber(before, after)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isSameNumber(String before, String after) {
		try {
			return new BigDecimal(before).compareTo(new BigDecimal(after)) == 0;
		}
		catch (NumberFormatException ex) {
			return before.equals(after);
		}
	}

}
