package dev.migration.runtime;

import dev.migration.Direction;
import dev.migration.MigrationPlan;
import dev.migration.MigrationStep;
import dev.migration.Migrator;
import dev.migration.dialect.ScriptSyntax;

/**
 * The comment at the beginning of a script. It holds nothing that differs from one time
 * to the next, so that scripts can be compared.
 */
final class ScriptHeader {

	private final ScriptText text;

	private final ScriptTarget target;

	private final ScriptSyntax syntax;

	ScriptHeader(ScriptText text, ScriptTarget target, ScriptSyntax syntax) {
		this.text = text;
		this.target = target;
		this.syntax = syntax;
	}

	void write(String what) {
		String version = Migrator.class.getPackage().getImplementationVersion();
		this.text.comment(what);
		this.text.comment("For " + this.target.version() + ", written by Migration for Spring Boot "
				+ ((version != null) ? version : "(development)") + ".");
		this.text.comment("To run it: " + this.syntax.howToRun());
		this.syntax.notes().forEach(this.text::comment);
	}

	void write(MigrationPlan plan, boolean skipsApplied) {
		String ends = "from " + ScriptConditions.place(plan.from()) + " to " + ScriptConditions.place(plan.to());
		if (plan.isEmpty()) {
			write("Nothing to do " + ends + ".");
			return;
		}
		write(switch (plan.direction()) {
			case UPGRADE -> "Upgrades a database " + ends + skips(skipsApplied);
			case DOWNGRADE -> "Downgrades a database " + ends + skips(skipsApplied);
			case STAMP -> "Sets the version rows " + ends + ", and runs nothing" + skips(skipsApplied);
		});
		if (!plan.steps().isEmpty()) {
			this.text.comment("Revisions:");
			plan.steps().forEach((step) -> this.text.comment("  " + step.revision().describe()));
		}
	}

	private static String skips(boolean skipsApplied) {
		return (skipsApplied) ? ". Skips what is done." : ".";
	}

	/**
	 * Describe a step as logs do.
	 */
	static String describe(MigrationStep step) {
		String parents = ScriptConditions.place(step.revision().revises());
		String id = step.revision().id();
		String message = step.revision().message();
		return step.direction() + " "
				+ ((step.direction() == Direction.UPGRADE) ? parents + " -> " + id : id + " -> " + parents)
				+ (message.isEmpty() ? "" : ", " + message);
	}

}
