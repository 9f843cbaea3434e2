package dev.migration.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.RenameDecision;
import dev.migration.RenameQuestion;
import dev.migration.UnclearRenameException;
import dev.migration.schema.Rename;

/**
 * Asks the person at the terminal what was renamed. No answer is none: nothing is dropped
 * because somebody pressed a key too many.
 */
final class RenameDialog implements RenameDecision {

	private final Prompt prompt;

	RenameDialog(Prompt prompt) {
		this.prompt = prompt;
	}

	@Override
	public List<Rename> decide(RenameQuestion question) {
		List<Rename> candidates = question.candidates();
		if (question.isTogether() || candidates.size() == 1) {
			return isYes(question, question.text() + " [y/n]") ? candidates : List.of();
		}
		StringBuilder text = new StringBuilder(question.text());
		for (int i = 0; i < candidates.size(); i++) {
			text.append("\n  ").append(i + 1).append(") ").append(candidates.get(i));
		}
		text.append("\n  n) none of these: drop it, with its values\n[1-").append(candidates.size()).append("/n]");
		while (true) {
			String answer = answer(question, text.toString());
			if (answer.equalsIgnoreCase("n")) {
				return List.of();
			}
			if (answer.matches("\\d{1,6}") && Integer.parseInt(answer) >= 1
					&& Integer.parseInt(answer) <= candidates.size()) {
				return List.of(candidates.get(Integer.parseInt(answer) - 1));
			}
		}
	}

	private boolean isYes(RenameQuestion question, String text) {
		while (true) {
			String answer = answer(question, text);
			if (answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes")) {
				return true;
			}
			if (answer.equalsIgnoreCase("n") || answer.equalsIgnoreCase("no")) {
				return false;
			}
		}
	}

	private String answer(RenameQuestion question, String text) {
		@Nullable String line = this.prompt.ask(text);
		if (line == null) {
			throw new UnclearRenameException(question);
		}
		return line.strip();
	}

}
