package dev.migration.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

import dev.migration.MigrationScript;

/**
 * The options of the commands that can write SQL instead of running it.
 */
final class ScriptOptions {

	@Spec(Target.MIXEE)
	private CommandSpec command = CommandSpec.create();

	@Option(names = "--sql", description = "Write the SQL and run nothing. Targets may be ranges, as in from:to.")
	private boolean sql;

	@Option(names = "--dialect", paramLabel = "ID[:VERSION]",
			description = "With --sql: the database it is for, such as postgresql or postgresql:14. "
					+ "No database is opened then.")
	private @Nullable String dialect;

	@Option(names = "--output", paramLabel = "FILE",
			description = "With --sql: where it goes; by default to standard output.")
	private @Nullable Path output;

	boolean isSql() {
		return this.sql;
	}

	Optional<String> offlineDialect() {
		return this.sql ? Optional.ofNullable(this.dialect) : Optional.empty();
	}

	@Nullable String dialect() {
		return this.dialect;
	}

	/**
	 * Refuse what makes no sense without {@code --sql}.
	 */
	void check() {
		if (!this.sql && (this.dialect != null || this.output != null)) {
			throw usage(((this.dialect != null) ? "--dialect" : "--output") + " is only for --sql");
		}
	}

	ParameterException usage(String problem) {
		return new ParameterException(this.command.commandLine(), problem);
	}

	/**
	 * Write a script, which is complete. Whoever reads the file never sees a half.
	 */
	void write(MigrationScript script, CommandContext context) {
		if (script.isEmpty()) {
			this.command.commandLine().getErr().println("Nothing to do: the script is empty");
		}
		Path file = this.output;
		if (file == null) {
			context.out().print(script.text());
			return;
		}
		try {
			write(script.text(), file.toAbsolutePath());
		}
		catch (IOException ex) {
			throw usage("the script cannot be written to " + file + ": " + ex);
		}
		context.print("Wrote " + file);
	}

	/**
	 * A device or a pipe cannot be replaced.
	 */
	private static void write(String text, Path file) throws IOException {
		if (Files.exists(file) && !Files.isRegularFile(file)) {
			Files.writeString(file, text);
			return;
		}
		Path half = file.resolveSibling(file.getFileName() + ".tmp");
		try {
			Files.writeString(half, text);
			Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(half);
		}
	}

}
