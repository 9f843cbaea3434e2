package dev.migration.autogenerate;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.migration.schema.Column;
import dev.migration.schema.Table;

/**
 * Says whether two tables may be the same one under two names.
 */
final class TableLikeness {

	/** The part of the columns that must be the same. */
	private static final double ENOUGH = 0.6;

	private TableLikeness() {
	}

	static boolean isCandidate(Table added, Table removed) {
		if (!Objects.equals(added.name().schema(), removed.name().schema())) {
			return false;
		}
		Set<List<Object>> one = columns(added);
		Set<List<Object>> other = columns(removed);
		Set<List<Object>> common = new HashSet<>(one);
		common.retainAll(other);
		Set<List<Object>> all = new HashSet<>(one);
		all.addAll(other);
		// Every table has an id; that alone says nothing.
		return common.size() > 1 && common.size() >= ENOUGH * all.size();
	}

	private static Set<List<Object>> columns(Table table) {
		Set<List<Object>> columns = new HashSet<>();
		for (Column column : table.columns()) {
			columns.add(List.of(column.name(), column.type()));
		}
		return columns;
	}

}
