package dev.migration.runtime;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.Adoption;
import dev.migration.AdoptionRefusedException;
import dev.migration.Migration;
import dev.migration.PreviousTool;
import dev.migration.RevisionHeader;
import dev.migration.autogenerate.ComparisonSettings;
import dev.migration.autogenerate.ProposedChange;
import dev.migration.autogenerate.adoption.SchemaAdoption;
import dev.migration.operation.EnumTypeOperation;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.SequenceOperation;
import dev.migration.operation.TableOperation;
import dev.migration.operation.TriggerOperation;
import dev.migration.operation.ViewOperation;
import dev.migration.schema.Schema;
import dev.migration.schema.TargetSchema;
import dev.migration.script.RevisionScript;
import dev.migration.script.RevisionScripts;

/**
 * Takes over a database that has a schema, but no revision.
 */
final class Adoptions {

	private final Session session;

	private final Proposals proposals;

	Adoptions(Session session, Proposals proposals) {
		this.session = session;
		this.proposals = proposals;
	}

	/**
	 * Read what the database has.
	 * @param schemas the schemas to read besides the default one of the connection
	 */
	Adoption read(Set<String> schemas) throws SQLException {
		ComparisonSettings settings = this.proposals.settings().get();
		SchemaAdoption found = SchemaAdoption.read(this.session.connection(), this.session.dialect(),
				this.session.renderContext(), settings, ownerOfVersions(), schemas);
		return new Adoption(
				new Proposal(remarked(found), TargetSchema.of(Schema.EMPTY), this.session.dialect(),
						this.session.renderContext().offline(), settings, this.proposals.writers().get()),
				contents(found.changes()), found.tool(), found.leftOut(), found.inexact());
	}

	/**
	 * Rows that no run has written are those of Alembic, whose version table this is
	 * then.
	 * @return Alembic, or {@code null} if there are no rows
	 * @throws AdoptionRefusedException if the database is at a revision, or at several
	 */
	private @Nullable PreviousTool ownerOfVersions() throws SQLException {
		List<String> rows = this.session.versionTable().read(this.session.connection());
		if (rows.isEmpty()) {
			return null;
		}
		if (!this.session.historyTable().isEmpty(this.session.connection())) {
			throw new AdoptionRefusedException("The database is at " + String.join(", ", rows) + " already",
					"If the revisions of this database are elsewhere, see to 'migration.locations'; if there are none "
							+ "any more, empty the version table with 'migrate stamp --purge base'.");
		}
		if (rows.size() > 1) {
			throw new AdoptionRefusedException("Alembic has several heads: " + String.join(", ", rows),
					"Join them with 'alembic merge heads' and 'alembic upgrade head', or choose another "
							+ "'migration.version-table' than Alembic's.");
		}
		return PreviousTool.alembic(this.session.versionTable().name().toString(), rows, true);
	}

	/**
	 * Who reads the revision should know what it is not.
	 */
	private static List<ProposedChange> remarked(SchemaAdoption found) {
		List<String> remarks = new ArrayList<>();
		found.leftOut().forEach((each) -> remarks.add("Not in this revision: " + each + "."));
		found.inexact().forEach((each) -> remarks.add("Not exactly as it was: " + each + "."));
		if (remarks.isEmpty()) {
			return found.changes();
		}
		List<ProposedChange> changes = new ArrayList<>(found.changes());
		ProposedChange first = changes.get(0);
		remarks.addAll(first.remarks());
		changes.set(0, new ProposedChange(first.operation(), first.detected(), remarks));
		return changes;
	}

	private static String contents(List<ProposedChange> changes) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		changes.forEach((change) -> counts.merge(kind(change.operation()), 1, Integer::sum));
		counts.remove("");
		return counts.entrySet()
			.stream()
			.map((count) -> count.getValue() + " "
					+ ((count.getValue() == 1) ? count.getKey() : plural(count.getKey())))
			.collect(Collectors.joining(", "));
	}

	private static String plural(String kind) {
		return kind.endsWith("x") ? kind + "es" : kind + "s";
	}

	private static String kind(Operation operation) {
		if (operation instanceof TableOperation.CreateTable) {
			return "table";
		}
		if (operation instanceof IndexOperation.CreateIndex) {
			return "index";
		}
		if (operation instanceof SequenceOperation) {
			return "sequence";
		}
		if (operation instanceof EnumTypeOperation) {
			return "enum type";
		}
		if (operation instanceof ViewOperation) {
			return "view";
		}
		return (operation instanceof TriggerOperation) ? "trigger" : "";
	}

	/**
	 * Return the revisions of an application that only has one which was just written.
	 * @param revision the revision
	 */
	static Revisions only(RevisionHeader revision) {
		return Revisions.of(new RevisionScripts(List.of(new Unread(revision)), List.of(), List.of()));
	}

	/**
	 * A revision whose file was written, and is not compiled or read yet.
	 *
	 * @param header what it is
	 */
	private record Unread(RevisionHeader header) implements RevisionScript {

		@Override
		public boolean isReversible(String dialect) {
			return true;
		}

		@Override
		public Migration load() {
			throw new IllegalStateException("A stamp runs nothing, so " + this.header.id() + " is not loaded");
		}

	}

}
