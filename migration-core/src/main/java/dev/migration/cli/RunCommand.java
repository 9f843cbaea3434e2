package dev.migration.cli;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.migration.Direction;
import dev.migration.MigrationPlan;
import dev.migration.MigrationRequest;
import dev.migration.MigrationResult;
import dev.migration.Migrator;
import dev.migration.ScriptRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What the commands share that change the database: they run, or show their plan.
 */
abstract class RunCommand implements Runnable, ScriptCommand {

	private final CommandContext context;

	private final Direction direction;

	@Option(names = "--tag", paramLabel = "WORD", description = "A word for hooks.")
	private @Nullable String tag;

	@Option(names = "--dry-run", description = "Show the plan and do nothing.")
	private boolean dryRun;

	@Mixin
	private ScriptOptions script = new ScriptOptions();

	@Option(names = "--idempotent", description = "With --sql: the SQL skips what the database has.")
	private boolean idempotent;

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help.")
	private boolean help;

	RunCommand(CommandContext context, Direction direction) {
		this.context = context;
		this.direction = direction;
	}

	abstract List<String> targets();

	/**
	 * Add what only this command asks for.
	 */
	MigrationRequest complete(MigrationRequest request) {
		return request;
	}

	abstract MigrationResult run(Migrator migrator, MigrationRequest request);

	@Override
	public void run() {
		check();
		Migrator migrator = this.context.migrator();
		MigrationRequest request = complete(
				MigrationRequest.to(targets().toArray(String[]::new)).with(this.context.arguments()).tagged(this.tag));
		if (this.script.isSql()) {
			ScriptRequest asked = new ScriptRequest(request, this.script.dialect(), this.idempotent);
			this.script.write(migrator.script(this.direction, asked), this.context);
		}
		else if (this.dryRun) {
			show(migrator.plan(this.direction, request));
		}
		else {
			show(run(migrator, request));
		}
	}

	private void check() {
		this.script.check();
		if (this.idempotent && !this.script.isSql()) {
			throw this.script.usage("--idempotent is only for --sql");
		}
		if (this.dryRun && this.script.isSql()) {
			throw this.script.usage("--sql shows what --dry-run would, so only one of them is possible");
		}
		checkSql(this.script);
	}

	/**
	 * Refuse what cannot be written as SQL.
	 * @param options the options, which may ask for SQL
	 */
	void checkSql(ScriptOptions options) {
	}

	@Override
	public final Optional<String> offlineDialect() {
		return this.script.offlineDialect();
	}

	private void show(MigrationPlan plan) {
		RevisionLines.plan(plan).forEach(this.context::print);
		this.context.print(plan.isEmpty() ? "Nothing to do: the database is at " + RevisionLines.place(plan.from())
				: "The database would go from " + RevisionLines.place(plan.from()) + " to "
						+ RevisionLines.place(plan.to()));
	}

	private void show(MigrationResult result) {
		result.steps().forEach((step) -> this.context.print(RevisionLines.step(step)));
		String place = result.database() + " is at " + RevisionLines.place(result.to());
		this.context
			.print(result.from().equals(result.to()) && result.steps().isEmpty() ? "Nothing to do: " + place : place);
	}

}
