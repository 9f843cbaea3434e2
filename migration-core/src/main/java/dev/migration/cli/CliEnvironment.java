package dev.migration.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migration.Migrators;
import dev.migration.project.ProjectSettings;
import dev.migration.project.Projects;

/**
 * What the command line finds around it.
 *
 * @param databases gives the databases; only asked when a command needs one
 * @param projects the project that revisions are written into
 * @param mainClass the main class of the application, or {@code null} if it is not known
 * @param variables the environment variables
 * @param out where results go
 * @param err where errors go
 * @param coloured whether results are coloured
 * @param prompt asks the person at the terminal, or {@code null} if there is none
 */
public record CliEnvironment(Supplier<Migrators> databases, Projects projects, @Nullable String mainClass,
		Map<String, String> variables, PrintWriter out, PrintWriter err, boolean coloured, @Nullable Prompt prompt) {

	public CliEnvironment {
		variables = Map.copyOf(variables);
	}

	/**
	 * Return an environment without variables, and with the project that the working
	 * directory is.
	 * @param databases gives the databases
	 * @param out where results go
	 * @param err where errors go
	 * @return the environment
	 */
	public static CliEnvironment of(Supplier<Migrators> databases, PrintWriter out, PrintWriter err) {
		return new CliEnvironment(databases, Projects.of(ProjectSettings.builder().build()), null, Map.of(), out, err,
				false, null);
	}

	/**
	 * Return this environment with a project.
	 * @param projects the project
	 * @return the environment
	 */
	public CliEnvironment withProjects(Projects projects) {
		return new CliEnvironment(this.databases, projects, this.mainClass, this.variables, this.out, this.err,
				this.coloured, this.prompt);
	}

	/**
	 * Return this environment with the main class of the application.
	 * @param mainClass its name, or {@code null} if it is not known
	 * @return the environment
	 */
	public CliEnvironment withMainClass(@Nullable String mainClass) {
		return new CliEnvironment(this.databases, this.projects, mainClass, this.variables, this.out, this.err,
				this.coloured, this.prompt);
	}

	/**
	 * Return this environment with variables.
	 * @param variables the values by name, instead of those there were
	 * @return the environment
	 */
	public CliEnvironment withVariables(Map<String, String> variables) {
		return new CliEnvironment(this.databases, this.projects, this.mainClass, variables, this.out, this.err,
				this.coloured, this.prompt);
	}

	/**
	 * Return this environment with or without colours.
	 * @param coloured whether results are coloured
	 * @return the environment
	 */
	public CliEnvironment withColours(boolean coloured) {
		return new CliEnvironment(this.databases, this.projects, this.mainClass, this.variables, this.out, this.err,
				coloured, this.prompt);
	}

	/**
	 * Return this environment with somebody to ask.
	 * @param prompt asks, or {@code null} if nobody can be asked
	 * @return the environment
	 */
	public CliEnvironment withPrompt(@Nullable Prompt prompt) {
		return new CliEnvironment(this.databases, this.projects, this.mainClass, this.variables, this.out, this.err,
				this.coloured, prompt);
	}

}
