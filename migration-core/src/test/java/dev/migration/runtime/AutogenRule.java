package dev.migration.runtime;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

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
		void explain(AutogenCase test, AutogenFacts facts, List<String> missing, List<String> extra) {
			missing.removeIf((each) -> {
				AutogenFacts.Column column = altered(facts, each, "nullable");
				return !test.isPostgresql() && column != null && column.isOnlyKey() && !column.isNotNull()
						&& column.type().equalsIgnoreCase("INTEGER");
			});
		}
	},

	/**
	 * Two spellings of one default are the same: {@code 1.5} and {@code 1.50}.
	 */
	DEFAULTS_ARE_COMPARED_BY_VALUE {
		@Override
		void explain(AutogenCase test, AutogenFacts facts, List<String> missing, List<String> extra) {
			missing.removeIf((each) -> altered(facts, each, "server_default") != null
					&& facts.sameDefaults().contains(subject(each)));
		}
	},

	/**
	 * Alembic reads a type that it does not know as one of the same affinity, and takes a
	 * precision that only one side has for nothing. To Hibernate, {@code clob} is not
	 * {@code text}.
	 */
	TYPES_ARE_COMPARED_IN_FULL {
		@Override
		void explain(AutogenCase test, AutogenFacts facts, List<String> missing, List<String> extra) {
			extra.removeIf((each) -> {
				AutogenFacts.Column column = altered(facts, each, "type");
				if (column == null) {
					return false;
				}
				AutogenTypeText present = AutogenTypeText.of(column.type());
				AutogenTypeText wanted = AutogenTypeText.of(test.typeOf(subject(each)));
				return present.onlyOneHasNumbers(wanted) || (!test.isPostgresql() && present.isReadAs(wanted));
			});
		}
	},

	/**
	 * A name that differs in its case only is a rename, which keeps the values.
	 */
	CASE_OF_A_NAME_IS_A_RENAME {
		@Override
		void explain(AutogenCase test, AutogenFacts facts, List<String> missing, List<String> extra) {
			for (String rename : List.copyOf(extra)) {
				String[] words = rename.split(" ");
				if (rename.matches("alter_column \\S+ name") || rename.startsWith("rename table")) {
					String old = words[words[0].equals("rename") ? 2 : 1].toLowerCase(Locale.ROOT);
					List<String> halves = missing.stream()
						.filter((each) -> each.matches("(add|drop)_column .*|(create|drop)_table .*")
								&& subject(each).toLowerCase(Locale.ROOT).equals(old))
						.toList();
					if (halves.size() == 2) {
						missing.removeAll(halves);
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
		void explain(AutogenCase test, AutogenFacts facts, List<String> missing, List<String> extra) {
			for (String table : test.tables()) {
				List<String> wanted = test.checksOf(table);
				List<String> present = facts.checks().getOrDefault(table, List.of());
				removeUpTo(AutogenFacts.countMissing(wanted, present), "create_check " + table, extra);
				removeUpTo(AutogenFacts.countMissing(present, wanted), "drop_constraint " + table + " check", extra);
			}
		}
	},

	/**
	 * A default that is an expression is compared as it is written. Alembic runs both and
	 * compares what they give, which crashes on some types and takes {@code now()} for
	 * what it gives just then.
	 */
	EXPRESSIONS_ARE_COMPARED_AS_WRITTEN {
		@Override
		void explain(AutogenCase test, AutogenFacts facts, List<String> missing, List<String> extra) {
			extra.removeIf((each) -> {
				AutogenFacts.Column column = altered(facts, each, "server_default");
				String wanted = test.defaultOf(subject(each));
				return test.isPostgresql() && column != null && column.serverDefault() != null && wanted != null
						&& !column.serverDefault().equals(wanted)
						&& !(isValue(column.serverDefault()) && isValue(wanted));
			});
		}
	},

	/**
	 * An enum type is created, extended and dropped by an operation of its own, so that
	 * it does not stay behind.
	 */
	ENUM_TYPES_ARE_OPERATIONS {
		@Override
		void explain(AutogenCase test, AutogenFacts facts, List<String> missing, List<String> extra) {
			extra.removeIf((each) -> {
				String type = each.substring(each.lastIndexOf(' ') + 1);
				List<String> wanted = test.enumTypes().get(type);
				List<String> present = facts.enumTypes().get(type);
				return each.matches("(create|drop|alter) enum type .*") && !Objects.equals(wanted, present)
						&& each.startsWith((present == null) ? "create" : (wanted == null) ? "drop" : "alter");
			});
		}
	},

	/**
	 * A partition or a table that inherits is a part of another one; to drop it would
	 * destroy rows of that.
	 */
	PARTS_OF_TABLES_STAY {
		@Override
		void explain(AutogenCase test, AutogenFacts facts, List<String> missing, List<String> extra) {
			missing.removeIf((each) -> each.startsWith("drop_table") && facts.parts().contains(subject(each)));
		}
	},

	/**
	 * What the model gives no name is there whatever its name is: nobody chose another.
	 */
	NO_NAME_IS_ANY_NAME {
		@Override
		void explain(AutogenCase test, AutogenFacts facts, List<String> missing, List<String> extra) {
			if (test.anchor().equals("miss") && test.differsInMissingNamesOnly()) {
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
		void explain(AutogenCase test, AutogenFacts facts, List<String> missing, List<String> extra) {
			extra.removeIf((each) -> {
				AutogenFacts.Column column = altered(facts, each, "identity");
				return test.isPostgresql() && test.is("ddl") && column != null && column.isOnlyKey()
						&& !column.isIdentity() && column.serverDefault() == null;
			});
		}
	};

	abstract void explain(AutogenCase test, AutogenFacts facts, List<String> missing, List<String> extra);

	/**
	 * Return the column as it was, if an operation changes that of it.
	 */
	private static AutogenFacts.@Nullable Column altered(AutogenFacts facts, String operation, String what) {
		return operation.matches("alter_column .* " + what) ? facts.columns().get(subject(operation)) : null;
	}

	static String subject(String operation) {
		return operation.split(" ")[1];
	}

	private static void removeUpTo(int count, String operation, List<String> operations) {
		for (int i = 0; i < count; i++) {
			operations.remove(operation);
		}
	}

	private static boolean isValue(String serverDefault) {
		return serverDefault.matches("'(?:[^']|'')*'(::[\\w ]+(\\(\\d+\\))?)?|-?[\\d.]+|(?i:true|false|null)");
	}

	/**
	 * Explain a difference.
	 * @param test the case
	 * @param facts the database before
	 * @param ours what we propose
	 * @param expected what Alembic reported
	 * @return the rules that it takes, or none if something is left
	 */
	static Set<AutogenRule> rulesFor(AutogenCase test, AutogenFacts facts, List<String> ours, List<String> expected) {
		List<String> missing = new ArrayList<>(
				(test.anchor().equals("miss") && ours.isEmpty()) ? List.of("something") : expected);
		ours.forEach(missing::remove);
		List<String> extra = new ArrayList<>(ours);
		expected.forEach(extra::remove);
		Set<AutogenRule> rules = EnumSet.noneOf(AutogenRule.class);
		for (AutogenRule rule : values()) {
			int before = missing.size() + extra.size();
			rule.explain(test, facts, missing, extra);
			if (missing.size() + extra.size() < before) {
				rules.add(rule);
			}
		}
		return missing.isEmpty() && extra.isEmpty() ? rules : Set.of();
	}

}
