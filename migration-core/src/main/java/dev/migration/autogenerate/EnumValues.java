package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.List;

import dev.migration.operation.EnumTypeOperation;
import dev.migration.schema.EnumType;
import dev.migration.schema.EnumTypeChange;

/**
 * Finds how an enum type becomes another one: values that go, then values that come, each
 * behind the one it follows. A value that moves goes and comes.
 */
final class EnumValues {

	private EnumValues() {
	}

	static List<ProposedChange> change(EnumType existing, EnumType wanted, List<EnumTypeChange.UsedBy> uses) {
		EnumTypeChange change = new EnumTypeChange(List.of(), uses);
		List<String> staying = staying(existing.values(), wanted.values());
		List<String> remarks = new ArrayList<>();
		for (String value : existing.values()) {
			if (!staying.contains(value)) {
				change = change.removeValue(value);
				if (!wanted.values().contains(value)) {
					remarks.add("This fails while a row has '" + value + "'. Say what it becomes: change.removeValue(\""
							+ value + "\", …).");
				}
			}
		}
		List<String> values = new ArrayList<>(staying);
		for (int i = 0; i < wanted.values().size(); i++) {
			String value = wanted.values().get(i);
			if (values.contains(value)) {
				continue;
			}
			if (i == values.size()) {
				change = change.addValue(value);
			}
			else {
				change = (i == 0) ? change.addValueBefore(value, values.get(0))
						: change.addValueAfter(value, values.get(i - 1));
			}
			values.add(i, value);
		}
		return List.of(new ProposedChange(new EnumTypeOperation.AlterEnumType(existing, change),
				"changed enum type '" + wanted.name() + "'", remarks));
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
