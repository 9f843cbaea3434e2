package dev.migration.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.migration.Adoption;
import dev.migration.Migrator;
import dev.migration.PreviousTool;
import dev.migration.RevisionBody;
import dev.migration.RevisionHeader;
import dev.migration.project.RevisionFormat;
import dev.migration.project.RevisionIds;

/**
 * Takes over a database that another tool, or nobody, has looked after: writes the
 * revision that creates what is there, records it as applied, and tells what to do next.
 */
@Command(name = "adopt",
		description = {
				"Takes over a database that has tables, but no revision: writes a first revision that "
						+ "creates what is there, and stamps the database with it. No table is changed.",
				"Knows the tables of Flyway, Liquibase and Alembic, and leaves them alone." },
		footer = { "", "Ends with code 4 if there are revisions already, or nothing to take over.", "",
				"Example: migrate adopt --dry-run", "         migrate adopt",
				"         migrate adopt --format sql --schema audit" })
final class AdoptCommand extends WriteCommand {

	private final CommandContext context;

	@Option(names = "--schema", paramLabel = "NAME",
			description = "A schema to take over besides the default one; may be repeated.")
	private Set<String> schemas = new LinkedHashSet<>();

	@Option(names = "--dry-run", description = "Tell what would be taken over and do nothing.")
	private boolean dryRun;

	private @Nullable Found found;

	AdoptCommand(CommandContext context) {
		super(context);
		this.context = context;
	}

	@Override
	public void run() {
		Migrator migrator = this.context.migrator();
		Found taken = new Found(migrator, migrator.adoption(this.schemas));
		this.found = taken;
		AdoptionText.found(taken.adoption()).forEach(this.context::inform);
		if (this.dryRun) {
			this.context.print("Nothing was written, and the database was not stamped.");
		}
		else {
			super.run();
		}
	}

	private Found found() {
		return Objects.requireNonNull(this.found);
	}

	private Adoption adoption() {
		return found().adoption();
	}

	@Override
	List<String> revises() {
		return List.of("base");
	}

	@Override
	List<String> dependsOn() {
		return List.of();
	}

	@Override
	boolean isSplice() {
		return false;
	}

	@Override
	String newId() {
		return adoption().revisionId().orElseGet(RevisionIds::random);
	}

	@Override
	String newMessage() {
		PreviousTool tool = adoption().tool();
		return (tool != null) ? "adopt the schema of " + tool.name() : "adopt the schema";
	}

	@Override
	RevisionBody body(RevisionFormat format) {
		return (format == RevisionFormat.JAVA) ? adoption().revision().java() : adoption().revision().sql();
	}

	@Override
	void settled(@Nullable RevisionHeader revision) {
		RevisionHeader written = Objects.requireNonNull(revision);
		String database;
		try {
			database = found().migrator().adopt(written).database();
		}
		catch (RuntimeException ex) {
			this.context.warn("The file was written, but the database was not stamped. When what is told below is "
					+ "mended, run 'migrate stamp " + written.id() + "'.");
			throw ex;
		}
		this.context.inform("Stamped " + database + " with " + written.id() + ". No table was changed.");
		AdoptionText.next(adoption(), written.id()).forEach(this.context::inform);
	}

	/**
	 * What is taken over.
	 *
	 * @param migrator the database
	 * @param adoption what it has
	 */
	private record Found(Migrator migrator, Adoption adoption) {
	}

}
