package dev.migration.cli;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TerminalTests {

	@Test
	void aTerminalShowsColoursAndAFileDoesNot() {
		assertThat(Terminal.showsColours(Map.of("TERM", "xterm"), true)).isTrue();
		assertThat(Terminal.showsColours(Map.of("TERM", "xterm"), false)).isFalse();
	}

	@Test
	void theEnvironmentMayRefuse() {
		assertThat(Terminal.showsColours(Map.of("NO_COLOR", "1"), true)).isFalse();
		assertThat(Terminal.showsColours(Map.of("NO_COLOR", ""), true)).as("empty means unset").isTrue();
		assertThat(Terminal.showsColours(Map.of("CLICOLOR", "0"), true)).isFalse();
		assertThat(Terminal.showsColours(Map.of("TERM", "dumb"), true)).isFalse();
	}

	@Test
	void theEnvironmentMayInsist() {
		assertThat(Terminal.showsColours(Map.of("CLICOLOR_FORCE", "1", "TERM", "dumb"), false)).isTrue();
		assertThat(Terminal.showsColours(Map.of("CLICOLOR_FORCE", "0"), false)).isFalse();
		assertThat(Terminal.showsColours(Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1"), false)).isFalse();
	}

}
