package dev.migration.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.migration.MigrationException;
import dev.migration.Migrators;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. It writes results to one stream and errors to another, and returns
 * the exit code; it never ends the process.
 */
public final class MigrateCli {

	private static final Set<Class<?>> SELF_CONTAINED = Set.of(Root.class, CompletionCommand.class);

	private final CommandLine commandLine;

	private final DatabaseLookup databases;

	/**
	 * Create a new command line for the project that the working directory is.
	 * @param databases gives the databases; only asked when a command needs one
	 * @param out where results go
	 * @param err where errors go
	 */
	public MigrateCli(Supplier<Migrators> databases, PrintWriter out, PrintWriter err) {
		this(CliEnvironment.of(databases, out, err));
	}

	/**
	 * Create a new command line.
	 * @param environment what is around it
	 */
	public MigrateCli(CliEnvironment environment) {
		Root root = new Root();
		GlobalOptions options = root.options;
		PrintWriter out = environment.out();
		PrintWriter err = environment.err();
		this.databases = new DatabaseLookup(environment.databases());
		CommandContext context = new CommandContext(this.databases, options, out,
				environment.coloured() ? Ansi.ON : Ansi.OFF, environment);
		this.commandLine = new CommandLine(root);
		for (Object command : List.of(new UpgradeCommand(context), new DowngradeCommand(context),
				new CurrentCommand(context), new HistoryCommand(context), new HeadsCommand(context),
				new BranchesCommand(context), new ShowCommand(context), new StampCommand(context),
				new CheckCommand(context), new EnsureVersionCommand(context), new InitCommand(context),
				new RevisionCommand(context), new MergeCommand(context), new AdoptCommand(context),
				new EditCommand(context), new ListTemplatesCommand(context), new CompletionCommand(context))) {
			this.commandLine.addSubcommand(command);
		}
		this.commandLine.setOut(out);
		this.commandLine.setErr(err);
		this.commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
		// "@head" is a target and no file of arguments.
		this.commandLine.setExpandAtFiles(false);
		this.commandLine.setCaseInsensitiveEnumValuesAllowed(true);
		Arguments.unmarkValues(this.commandLine);
		this.commandLine.setParameterExceptionHandler((ex, arguments) -> usage(ex));
		this.commandLine
			.setExecutionExceptionHandler((ex, command, arguments) -> failed(ex, err, options.isStacktrace()));
	}

	/**
	 * Run a command.
	 * @param arguments the command with its arguments, without the word {@code migrate}
	 * @return the exit code
	 * @throws RuntimeException if a database could not be had for a reason that is no
	 * {@link MigrationException}: nothing was run
	 */
	public int run(String... arguments) {
		int code = this.commandLine.execute(Arguments.mark(arguments));
		this.commandLine.getOut().flush();
		this.commandLine.getErr().flush();
		this.databases.rethrowFailure();
		return code;
	}

	/**
	 * Return whether arguments can be answered without a migrator: they ask for help, or
	 * are wrong.
	 * @param arguments the arguments of {@link #run}
	 * @return whether {@link #run} will not ask for the migrator
	 */
	public boolean isSelfContained(String... arguments) {
		try {
			CommandLine.ParseResult result = this.commandLine.parseArgs(Arguments.mark(arguments));
			while (result.hasSubcommand() && !result.isUsageHelpRequested()) {
				result = result.subcommand();
			}
			if (!result.isUsageHelpRequested() && result.commandSpec().userObject() instanceof HistoryCommand history) {
				history.requireOneForm();
			}
			return result.isUsageHelpRequested() || result.isVersionHelpRequested()
					|| SELF_CONTAINED.contains(result.commandSpec().userObject().getClass());
		}
		catch (ParameterException ex) {
			return true;
		}
	}

	/**
	 * Return the dialect, if arguments ask for SQL for a database that they describe.
	 * @param arguments the arguments of {@link #run}
	 * @return the dialect, as {@code --dialect} names it; nothing if {@link #run} opens
	 * the database
	 */
	public Optional<String> offlineDialect(String... arguments) {
		try {
			CommandLine.ParseResult result = this.commandLine.parseArgs(Arguments.mark(arguments));
			while (result.hasSubcommand()) {
				result = result.subcommand();
			}
			return (result.commandSpec().userObject() instanceof ScriptCommand command) ? command.offlineDialect()
					: Optional.empty();
		}
		catch (ParameterException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Return the commands with their options, as picocli knows them.
	 * @return the command above all others
	 */
	CommandLine.Model.CommandSpec spec() {
		return this.commandLine.getCommandSpec();
	}

	private static int usage(ParameterException ex) {
		CommandLine command = ex.getCommandLine();
		PrintWriter err = command.getErr();
		if (!(ex instanceof UnmatchedArgumentException unmatched)) {
			err.println("error: " + ex.getMessage());
			command.usage(err);
			return ExitCode.USAGE.value();
		}
		String argument = unmatched.getUnmatched().get(0);
		err.println("error: '" + String.join(" ", unmatched.getUnmatched()) + "' is not known here");
		unmatched.getSuggestions()
			.stream()
			.filter((suggestion) -> isLike(suggestion, argument))
			.findFirst()
			.ifPresent((suggestion) -> err.println("Did you mean '" + suggestion + "'?"));
		err.println("Run '" + command.getCommandSpec().qualifiedName() + " --help' to see what there is.");
		return ExitCode.USAGE.value();
	}

	/**
	 * What begins with other letters was hardly meant.
	 */
	private static boolean isLike(String suggestion, String argument) {
		int length = Math.min(2, Math.min(suggestion.length(), argument.length()));
		return length > 0 && suggestion.regionMatches(0, argument, 0, length);
	}

	private int failed(Exception ex, PrintWriter err, boolean stacktrace) {
		if (stacktrace) {
			ex.printStackTrace(err);
		}
		if (this.databases.isFailure(ex)) {
			return ExitCode.UNEXPECTED.value();
		}
		if (ex instanceof MigrationException failure) {
			err.println("error: " + failure.getDescription());
			err.println(failure.getAction());
		}
		else {
			err.println("error: " + ex);
			err.println("This should not happen. Add --stacktrace to see where it comes from.");
		}
		return ExitCode.of(ex).value();
	}

	/**
	 * What stands before the commands.
	 */
	@Command(name = "migrate", mixinStandardHelpOptions = true, versionProvider = Version.class,
			synopsisSubcommandLabel = "COMMAND", description = "Moves the database through its revisions.",
			footer = { "", "Targets: head, heads, base, an id or a unique prefix of one, +2, -1, id+2,",
					"a branch label, label@head.", "",
					"Exit codes: 0 done, 1 unexpected error, 2 wrong usage, 3 bad target or graph,",
					"4 database not where expected, 5 drift found, 6 lock not obtained, 7 a revision",
					"or hook failed or has no way back, 8 database not reachable or not supported,",
					"9 a file of the project or a program such as the editor.", "", "Example: migrate upgrade head" })
	private static final class Root implements Runnable {

		@Mixin
		private GlobalOptions options = new GlobalOptions();

		@CommandLine.Spec
		private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

		@Override
		public void run() {
			throw new ParameterException(this.spec.commandLine(), "a command is missing");
		}

	}

	/**
	 * The version, as the jar has it.
	 */
	private static final class Version implements CommandLine.IVersionProvider {

		@Override
		public String[] getVersion() {
			String version = MigrateCli.class.getPackage().getImplementationVersion();
			return new String[] { "Migration for Spring Boot " + ((version != null) ? version : "(development)") };
		}

	}

}
