package dev.migration.cli;

import java.io.PrintWriter;
import java.util.Map;

import dev.migration.Migrator;
import picocli.CommandLine.Help.Ansi;

/**
 * What every command works with.
 *
 * @param databases finds the database when one is needed
 * @param options the options that every command takes
 * @param out where results go
 * @param ansi whether results are coloured
 */
record CommandContext(DatabaseLookup databases, GlobalOptions options, PrintWriter out, Ansi ansi) {

	Migrator migrator() {
		return this.databases.find(this.options.database());
	}

	Map<String, String> arguments() {
		return this.options.arguments();
	}

	/**
	 * Print a line of the result, unless the user wants none.
	 */
	void print(String line) {
		if (!this.options.isQuiet()) {
			this.out.println(line);
		}
	}

	Palette palette() {
		return new Palette(this.ansi.enabled());
	}

	void printJson(Object value) {
		print(JsonOutput.write(value));
	}

}
