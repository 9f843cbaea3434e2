package dev.migration.runtime;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migration.DatabaseProduct;
import dev.migration.NothingToCompareException;
import dev.migration.ProposalRequest;
import dev.migration.ProposedRevision;
import dev.migration.TargetSchemaSource;
import dev.migration.autogenerate.Autogenerator;
import dev.migration.autogenerate.ComparisonSettings;
import dev.migration.autogenerate.ProposedChange;
import dev.migration.autogenerate.source.SourceWriter;
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

}
