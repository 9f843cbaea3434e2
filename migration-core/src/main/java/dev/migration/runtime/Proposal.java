package dev.migration.runtime;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.migration.IrreversibleProposalException;
import dev.migration.ProposedRevision;
import dev.migration.RevisionBody;
import dev.migration.SchemaDifference;
import dev.migration.autogenerate.ComparisonSettings;
import dev.migration.autogenerate.DroppedParts;
import dev.migration.autogenerate.ProposedChange;
import dev.migration.autogenerate.TableBatches;
import dev.migration.autogenerate.source.JavaSource;
import dev.migration.autogenerate.source.SourceWriter;
import dev.migration.autogenerate.source.SqlSource;
import dev.migration.dialect.Dialect;
import dev.migration.dialect.RenderContext;
import dev.migration.operation.DataOperation;
import dev.migration.operation.Inverse;
import dev.migration.operation.Operation;
import dev.migration.schema.TargetSchema;

/**
 * Changes that are to be written as a revision, in one form or the other.
 *
 * @param changes the changes, in their order
 * @param wanted the target schema
 * @param dialect the dialect of the database that was looked at
 * @param context its server, without a connection
 * @param comparison what was looked at
 * @param writers write the operations that the application has added
 */
record Proposal(List<ProposedChange> changes, TargetSchema wanted, Dialect dialect, RenderContext context,
		ComparisonSettings comparison, List<SourceWriter> writers) implements ProposedRevision {

	@Override
	public List<SchemaDifference> differences() {
		return this.changes.stream()
			.map((change) -> new SchemaDifference(change.detected(), change.operation().describe(), change.remarks()))
			.toList();
	}

	@Override
	public Map<String, String> attributes() {
		Map<String, String> attributes = new TreeMap<>();
		this.wanted.entities().forEach((table, entity) -> attributes.put(table.toString(), entity));
		this.wanted.attributes().forEach((column, attribute) -> attributes.put(column.toString(), attribute));
		return attributes;
	}

	@Override
	public RevisionBody java() {
		List<ProposedChange> upgrade = this.dialect.rebuildsTables() ? TableBatches.of(this.changes) : this.changes;
		return JavaSource.write(DroppedParts.withoutIndexes(upgrade), downgrade(upgrade), this.comparison.names(),
				this.writers);
	}

	@Override
	public RevisionBody sql() {
		return SqlSource.write(DroppedParts.withoutIndexes(this.changes), downgrade(this.changes), this.dialect,
				this.context);
	}

	/**
	 * The first rows of a table go with it. What else cannot be taken back was proposed
	 * by a hook.
	 */
	private static List<Operation> downgrade(List<ProposedChange> changes) {
		Inverse inverse = Inverse.ofAll(changes.stream()
			.map(ProposedChange::operation)
			.filter((operation) -> !(operation instanceof DataOperation.BulkInsert))
			.toList());
		if (inverse instanceof Inverse.Of back) {
			return DroppedParts.leftOut(back.operations());
		}
		throw new IrreversibleProposalException(((Inverse.None) inverse).reason());
	}

}
