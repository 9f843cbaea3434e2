package dev.migration.runtime;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where we differ from Alembic on purpose. Each rule explains some of what only one of
 * the two reports.
 */
enum AutogenRule {

	/**
	 * The key of a table written by hand takes no null although SQLite's catalogue says
	 * so, as it is the number of the row: Alembic proposes to rebuild every such table.
	 */
	ROW_NUMBERS_ARE_NOT_NULL {
		@Override
		void explain(AutogenCase test, List<String> missing, List<String> extra) {
			if (!test.isPostgresql() && test.is("ddl")) {
				missing.removeIf((each) -> each.matches("alter_column .* nullable"));
			}
		}
	},

	/**
	 * Two spellings of one default are the same: {@code 1.5} and {@code 1.50}.
	 */
	DEFAULTS_ARE_COMPARED_BY_VALUE {
		@Override
		void explain(AutogenCase test, List<String> missing, List<String> extra) {
			if (!test.isPostgresql() && test.is("ddl")) {
				missing.removeIf((each) -> each.matches("alter_column .* server_default"));
			}
		}
	},

	/**
	 * Alembic reads a type that it does not know as one of the same affinity, and takes a
	 * precision that only one side has for nothing. To Hibernate, {@code clob} is not
	 * {@code text}.
	 */
	TYPES_ARE_COMPARED_IN_FULL {
		@Override
		void explain(AutogenCase test, List<String> missing, List<String> extra) {
			if (test.is("ddl")) {
				extra.removeIf((each) -> each.matches("alter_column .* type"));
			}
		}
	},

	/**
	 * A name that differs in its case only is a rename, which keeps the values.
	 */
	CASE_OF_A_NAME_IS_A_RENAME {
		@Override
		void explain(AutogenCase test, List<String> missing, List<String> extra) {
			for (String rename : List.copyOf(extra)) {
				String[] words = rename.split(" ");
				if (rename.matches("alter_column \\S+ name") || rename.startsWith("rename table")) {
					String old = words[words[0].equals("rename") ? 2 : 1].toLowerCase(Locale.ROOT);
					boolean isRename = missing
						.removeIf((each) -> each.matches("(add|drop)_column .*|(create|drop)_table .*")
								&& each.split(" ")[1].toLowerCase(Locale.ROOT).equals(old));
					if (isRename) {
						extra.remove(rename);
					}
				}
			}
		}
	},

	/**
	 * Alembic looks at the names of checks only, and takes the check of a type for none
	 * of the model.
	 */
	CHECKS_ARE_COMPARED_BY_CONDITION {
		@Override
		void explain(AutogenCase test, List<String> missing, List<String> extra) {
			extra.removeIf((each) -> each.startsWith("create_check") || each.matches("drop_constraint .* check"));
		}
	},

	/**
	 * A default that is an expression is compared as it is written. Alembic runs both and
	 * compares what they give, which crashes on some types and takes {@code now()} for
	 * what it gives just then.
	 */
	EXPRESSIONS_ARE_COMPARED_AS_WRITTEN {
		@Override
		void explain(AutogenCase test, List<String> missing, List<String> extra) {
			if (test.isPostgresql() && (test.is("ddl") || test.anchor().equals("ok-equivalent"))) {
				extra.removeIf((each) -> each.matches("alter_column .* server_default"));
			}
		}
	},

	/**
	 * An enum type is created, extended and dropped by an operation of its own, so that
	 * it does not stay behind.
	 */
	ENUM_TYPES_ARE_OPERATIONS {
		@Override
		void explain(AutogenCase test, List<String> missing, List<String> extra) {
			extra.removeIf((each) -> each.matches("(create|drop|alter) enum type .*"));
		}
	},

	/**
	 * A partition or a table that inherits is a part of another one; to drop it would
	 * destroy rows of that.
	 */
	PARTS_OF_TABLES_STAY {
		@Override
		void explain(AutogenCase test, List<String> missing, List<String> extra) {
			if (test.databaseSays("INHERITS") || test.databaseSays("PARTITION OF")) {
				missing.removeIf((each) -> each.startsWith("drop_table"));
			}
		}
	},

	/**
	 * What the model gives no name is there whatever its name is: nobody chose another.
	 */
	NO_NAME_IS_ANY_NAME {
		@Override
		void explain(AutogenCase test, List<String> missing, List<String> extra) {
			if (test.anchor().equals("miss") && test.hasUnnamedKeys()) {
				missing.remove("something");
			}
		}
	},

	/**
	 * A key that the model numbers, on a table written by hand that does not number it:
	 * Alembic does not compare that.
	 */
	SEES_MISSING_NUMBERING {
		@Override
		void explain(AutogenCase test, List<String> missing, List<String> extra) {
			if (test.isPostgresql() && test.is("ddl")) {
				extra.removeIf((each) -> each.matches("alter_column .* identity"));
			}
		}
	};

	abstract void explain(AutogenCase test, List<String> missing, List<String> extra);

	/**
	 * Explain a difference.
	 * @return the rules that it takes, or none if something is left
	 */
	static Set<AutogenRule> rulesFor(AutogenCase test, List<String> ours, List<String> expected) {
		List<String> missing = new ArrayList<>(
				(test.anchor().equals("miss") && ours.isEmpty()) ? List.of("something") : expected);
		ours.forEach(missing::remove);
		List<String> extra = new ArrayList<>(ours);
		expected.forEach(extra::remove);
		Set<AutogenRule> rules = EnumSet.noneOf(AutogenRule.class);
		for (AutogenRule rule : values()) {
			int before = missing.size() + extra.size();
			rule.explain(test, missing, extra);
			if (missing.size() + extra.size() < before) {
				rules.add(rule);
			}
		}
		return missing.isEmpty() && extra.isEmpty() ? rules : Set.of();
	}

}
