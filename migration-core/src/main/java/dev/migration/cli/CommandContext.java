package dev.migration.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Supplier;

import dev.migration.Migrator;
import dev.migration.Migrators;
import picocli.CommandLine.Help.Ansi;

/**
 * What every command works with.
 *
 * @param databases gives the databases when one is needed
 * @param options the options that every command takes
 * @param out where results go
 * @param ansi whether results are coloured
 */
record CommandContext(Supplier<Migrators> databases, GlobalOptions options, PrintWriter out, Ansi ansi) {

	Migrator migrator() {
		Migrators migrators = this.databases.get();
		String name = this.options.database();
		return (name != null) ? migrators.get(name) : migrators.primary();
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

	void printJson(Object value) {
		print(JsonOutput.write(value));
	}

}
