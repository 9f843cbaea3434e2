package dev.migration.cli;

import java.util.Map;

import picocli.CommandLine.Help.Ansi;

/**
 * What standard output of this process is able to show.
 */
public final class Terminal {

	private Terminal() {
	}

	/**
	 * Return whether standard output shows colours: it is a terminal, and the environment
	 * does not say otherwise with {@code NO_COLOR}, {@code CLICOLOR}, {@code TERM=dumb}
	 * or {@code CLICOLOR_FORCE}.
	 * @return whether results that go there may be coloured
	 */
	public static boolean showsColours() {
		return showsColours(System.getenv(), Ansi.AUTO.enabled());
	}

	/**
	 * Decide by the environment, as far as it speaks.
	 * @see <a href="https://no-color.org">NO_COLOR</a>
	 * @see <a href="https://bixense.com/clicolors">CLICOLOR</a>
	 */
	static boolean showsColours(Map<String, String> environment, boolean detected) {
		if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
			return false;
		}
		String force = environment.getOrDefault("CLICOLOR_FORCE", "");
		if (!force.isEmpty() && !force.equals("0")) {
			return true;
		}
		return detected && !"dumb".equals(environment.get("TERM")) && !"0".equals(environment.get("CLICOLOR"));
	}

}
