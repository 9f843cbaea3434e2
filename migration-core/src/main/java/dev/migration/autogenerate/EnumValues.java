package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.List;

import dev.migration.operation.EnumTypeOperation;
import dev.migration.schema.EnumType;
import dev.migration.schema.EnumTypeChange;

/**
 * Finds how an enum type becomes another one: values come, each behind the one it
 * follows, and then values go, so that rows can get one that has come. A value that moves
 * goes and comes.
 */
final class EnumValues {

	private EnumValues() {
	}

	static List<ProposedChange> change(EnumType existing, EnumType wanted, List<EnumTypeChange.UsedBy> uses) {
		EnumTypeChange change = new EnumTypeChange(List.of(), uses);
		List<String> staying = staying(existing.values(), wanted.values());
		List<String> values = new ArrayList<>(existing.values());
		for (String value : existing.values()) {
			if (wanted.values().contains(value) && !staying.contains(value)) {
				change = change.removeValue(value);
				values.remove(value);
			}
		}
		for (int i = 0; i < wanted.values().size(); i++) {
			String value = wanted.values().get(i);
			if (values.contains(value)) {
				continue;
			}
			int position = (i == 0) ? 0 : values.indexOf(wanted.values().get(i - 1)) + 1;
			if (position == values.size()) {
				change = change.addValue(value);
			}
			else {
				change = (i == 0) ? change.addValueBefore(value, values.get(0))
						: change.addValueAfter(value, wanted.values().get(i - 1));
			}
			values.add(position, value);
		}
		for (String value : existing.values()) {
			if (!wanted.values().contains(value)) {
				change = change.removeValue(value);
			}
		}
		return List.of(new ProposedChange(new EnumTypeOperation.AlterEnumType(existing, change),
				"changed enum type '" + wanted.name() + "'", remarks(existing, wanted)));
	}

	static List<String> remarks(EnumType existing, EnumType wanted) {
		return existing.values()
			.stream()
			.filter((value) -> !wanted.values().contains(value))
			.map((value) -> "This fails while a row has '" + value + "'. Say what it becomes: change.removeValue(\""
					+ value + "\", …).")
			.toList();
	}

	/**
	 * Return the longest run of values that keep their order, so that as few as possible
	 * move: the longest common subsequence.
	 */
	private static List<String> staying(List<String> existing, List<String> wanted) {
		int[][] longest = new int[existing.size() + 1][wanted.size() + 1];
		for (int i = existing.size() - 1; i >= 0; i--) {
			for (int j = wanted.size() - 1; j >= 0; j--) {
				longest[i][j] = existing.get(i).equals(wanted.get(j)) ? 1 + longest[i + 1][j + 1]
						: Math.max(longest[i + 1][j], longest[i][j + 1]);
			}
		}
		List<String> staying = new ArrayList<>();
		int i = 0;
		int j = 0;
		while (i < existing.size() && j < wanted.size()) {
			if (existing.get(i).equals(wanted.get(j))) {
				staying.add(existing.get(i));
				i++;
				j++;
			}
			else if (longest[i + 1][j] >= longest[i][j + 1]) {
				i++;
			}
			else {
				j++;
			}
		}
		return staying;
	}

}
