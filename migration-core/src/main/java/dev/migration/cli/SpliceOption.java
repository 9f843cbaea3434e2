package dev.migration.cli;

import picocli.CommandLine.Option;

/**
 * What the commands share whose revision comes after others.
 */
final class SpliceOption {

	@Option(names = "--splice", description = "Let it come after a revision that is no head, which starts a branch.")
	private boolean splice;

	boolean isSplice() {
		return this.splice;
	}

}
