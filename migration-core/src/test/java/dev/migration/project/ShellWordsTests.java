package dev.migration.project;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ShellWordsTests {

	@Test
	void quotesAndBackslashesMeanWhatTheyMeanInAShell() {
		assertThat(ShellWords.split("code --wait", true)).containsExactly("code", "--wait");
		assertThat(ShellWords.split("  'my editor'/bin/x \"a \\\"b\\\" \\n\" '' \\'c ", true))
			.containsExactly("my editor/bin/x", "a \"b\" \\n", "", "'c");
	}

	@Test
	void aBackslashSeparatesFoldersOnWindows() {
		assertThat(ShellWords.split("\"C:\\Program Files\\x.exe\" C:\\y", false))
			.containsExactly("C:\\Program Files\\x.exe", "C:\\y");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "'a", "a\"" })
	void whatIsNoCommandIsSaid(String command) {
		assertThatExceptionOfType(ProgramException.class).isThrownBy(() -> ShellWords.split(command));
	}

}
