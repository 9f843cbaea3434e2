package dev.migration.runtime;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migration.DatabaseProduct;
import dev.migration.IrreversibleProposalException;
import dev.migration.NothingToCompareException;
import dev.migration.ProposalRequest;
import dev.migration.ProposedRevision;
import dev.migration.RevisionBody;
import dev.migration.SchemaDifference;
import dev.migration.TargetSchemaSource;
import dev.migration.autogenerate.Autogenerator;
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
 * Compares a database with what the application asks for, and writes the difference as a
 * revision.
 *
 * @param target says what the schema should be, or {@code null} if nothing does
 * @param settings what is compared
 * @param writers write the operations that the application has added
 */
record Proposals(@Nullable TargetSchemaSource target, Supplier<ComparisonSettings> settings,
		Supplier<List<SourceWriter>> writers) {

	TargetSchemaSource requireTarget() {
		if (this.target == null) {
			throw new NothingToCompareException();
		}
		return this.target;
	}

	ProposedRevision propose(Session session, ProposalRequest request) throws SQLException {
		DatabaseMetaData metaData = session.connection().getMetaData();
		DatabaseProduct product = new DatabaseProduct(metaData.getDatabaseProductName(),
				metaData.getDatabaseProductVersion());
		ComparisonSettings comparison = this.settings.get();
		TargetSchema wanted = requireTarget().read(product);
		List<ProposedChange> changes = new Autogenerator(session.connection(), session.dialect(),
				session.renderContext(), comparison)
			.compare(wanted, request.renames(), request.attributes(), request.decision());
		return new Proposal(changes, wanted, session.dialect(), session.renderContext().offline(), comparison,
				this.writers.get());
	}

	/**
	 * What was found, to be written in one form or the other.
	 */
	private record Proposal(List<ProposedChange> changes, TargetSchema wanted, Dialect dialect, RenderContext context,
			ComparisonSettings comparison, List<SourceWriter> writers) implements ProposedRevision {

		@Override
		public List<SchemaDifference> differences() {
			return this.changes.stream()
				.map((change) -> new SchemaDifference(change.detected(), change.operation().describe(),
						change.remarks()))
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
		 * The first rows of a table go with it. What else cannot be taken back was
		 * proposed by a hook.
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

}
