package dev.migration.cli;

import java.io.PrintWriter;
import java.util.Map;

import dev.migration.Migrator;
import dev.migration.project.ProjectSettings;
import dev.migration.project.Projects;
import picocli.CommandLine.Help.Ansi;

/**
 * What every command works with.
 *
 * @param databases finds the database when one is needed
 * @param options the options that every command takes
 * @param out where results go
 * @param ansi whether results are coloured
 * @param environment what else is around
 */
record CommandContext(DatabaseLookup databases, GlobalOptions options, PrintWriter out, Ansi ansi,
		CliEnvironment environment) {

	Migrator migrator() {
		return this.databases.find(this.options.database());
	}

	Map<String, String> arguments() {
		return this.options.arguments();
	}

	/**
	 * Return the project as the database of the command sees it.
	 */
	ProjectSettings project() {
		return projects().get(this.options.database());
	}

	Projects projects() {
		return this.environment.projects();
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

	/**
	 * Print what is no result, unless the user wants to see nothing.
	 */
	void inform(String line) {
		if (!this.options.isQuiet()) {
			this.environment.err().println(line);
		}
	}

	/**
	 * Say what went wrong without making the command fail.
	 */
	void warn(String line) {
		this.environment.err().println("warning: " + line);
	}

}
