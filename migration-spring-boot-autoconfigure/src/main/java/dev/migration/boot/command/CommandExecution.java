package dev.migration.boot.command;

import java.io.PrintWriter;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ConfigurableApplicationContext;

import dev.migration.Migrators;
import dev.migration.cli.CliEnvironment;
import dev.migration.cli.MigrateCli;
import dev.migration.cli.Prompt;
import dev.migration.cli.Terminal;
import dev.migration.project.Projects;

/**
 * Runs the command once all beans are defined, and ends the process before the context
 * starts: no lifecycle bean, no runner and, but for the events of the run itself, no
 * event listener of the application gets to do anything.
 */
class CommandExecution implements SmartInitializingSingleton {

	private final ConfigurableApplicationContext context;

	private final @Nullable Class<?> mainClass;

	private final CommandArguments arguments;

	private final PrintWriter out;

	private final PrintWriter err;

	CommandExecution(ConfigurableApplicationContext context, @Nullable Class<?> mainClass, CommandArguments arguments,
			PrintWriter out, PrintWriter err) {
		this.context = context;
		this.mainClass = mainClass;
		this.arguments = arguments;
		this.out = out;
		this.err = err;
	}

	@Override
	public void afterSingletonsInstantiated() {
		int code = execute();
		this.out.flush();
		this.err.flush();
		this.context.close();
		System.exit(code);
	}

	/**
	 * What is wrong with the configuration is told as Boot tells it. It is not thrown, as
	 * Boot prints the whole stack of what it has no analysis for.
	 */
	private int execute() {
		try {
			return new MigrateCli(environment()).run(this.arguments.toArray());
		}
		catch (RuntimeException ex) {
			new CommandFailure(this.context).report(ex);
			return 1;
		}
	}

	private CliEnvironment environment() {
		CliEnvironment environment = CliEnvironment.of(this::migrators, this.out, this.err)
			.withMainClass((this.mainClass != null) ? this.mainClass.getName() : null)
			.withVariables(System.getenv())
			.withColours(Terminal.showsColours())
			.withPrompt(Prompt.ofTerminal());
		Projects otherwise = environment.projects();
		return environment.withProjects(
				Projects.lazily(() -> this.context.getBeanProvider(Projects.class).getIfAvailable(() -> otherwise)));
	}

	/**
	 * Only for a command that needs a database, so that a project can be prepared before
	 * it has one.
	 */
	private Migrators migrators() {
		Migrators migrators = this.context.getBeanProvider(Migrators.class).getIfAvailable();
		if (migrators == null) {
			throw new MigratorMissingException();
		}
		return migrators;
	}

}
