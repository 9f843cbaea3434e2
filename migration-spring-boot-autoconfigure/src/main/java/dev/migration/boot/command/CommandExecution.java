package dev.migration.boot.command;

import java.io.PrintWriter;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ConfigurableApplicationContext;

import dev.migration.Migrators;
import dev.migration.cli.MigrateCli;
import dev.migration.cli.Terminal;

/**
 * Runs the command once all beans are defined, and ends the process before the context
 * starts: no lifecycle bean, no event listener and no runner of the application gets to
 * do anything.
 */
class CommandExecution implements SmartInitializingSingleton {

	private final ConfigurableApplicationContext context;

	private final CommandArguments arguments;

	private final PrintWriter out;

	private final PrintWriter err;

	CommandExecution(ConfigurableApplicationContext context, CommandArguments arguments, PrintWriter out,
			PrintWriter err) {
		this.context = context;
		this.arguments = arguments;
		this.out = out;
		this.err = err;
	}

	@Override
	public void afterSingletonsInstantiated() {
		// Asked for outside of the command, so that Boot analyses what is wrong with the
		// configuration.
		Migrators migrators = this.context.getBeanProvider(Migrators.class).getIfAvailable();
		if (migrators == null) {
			throw new MigratorMissingException();
		}
		int code = new MigrateCli(() -> migrators, this.out, this.err, Terminal.showsColours())
			.run(this.arguments.toArray());
		this.out.flush();
		this.err.flush();
		this.context.close();
		System.exit(code);
	}

}
