package dev.migration.autogenerate.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes remarks as comments of one line each, broken between words.
 */
final class Remarks {

	private Remarks() {
	}

	/**
	 * Write remarks.
	 * @param mark what begins a comment
	 * @param remarks the remarks
	 * @param length the columns that a line may have
	 * @return the lines
	 */
	static List<String> lines(String mark, List<String> remarks, int length) {
		List<String> lines = new ArrayList<>();
		for (String remark : remarks) {
			StringBuilder line = new StringBuilder();
			for (String word : JavaStrings.comment(remark).strip().split(" +")) {
				if (!line.isEmpty() && mark.length() + line.length() + 1 + word.length() > length) {
					lines.add(mark + line);
					line.setLength(0);
				}
				line.append(line.isEmpty() ? "" : " ").append(word);
			}
			if (!line.isEmpty()) {
				lines.add(mark + line);
			}
		}
		return lines;
	}

}
