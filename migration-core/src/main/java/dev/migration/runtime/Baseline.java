package dev.migration.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.migration.InvalidTargetException;
import dev.migration.InvalidTargetException.Reason;
import dev.migration.RevisionHeader;
import dev.migration.autogenerate.ComparisonSettings;
import dev.migration.graph.RevisionGraph;

/**
 * The revision at which a database is taken to be that has tables, and that no run has
 * ever touched. An upgrade stamps it first, and goes on from there.
 *
 * @param revision the id of the revision, or the beginning of it
 * @param tables knows the tables that are not of the application
 */
record Baseline(String revision, ComparisonSettings tables) {

	/**
	 * Return what an upgrade has to stamp first. Only a database without version rows is
	 * looked at.
	 * @param session the database
	 * @param rows its version rows
	 * @param graph the revisions of the application
	 * @return the version rows to set; none if there are some, if steps were executed
	 * before, or if there are no tables
	 * @throws InvalidTargetException if there is no such revision
	 */
	List<String> rows(Session session, List<String> rows, RevisionGraph graph) throws SQLException {
		if (!rows.isEmpty()) {
			return List.of();
		}
		// Also when there turn out to be no tables: production would be the first to
		// know.
		String id = resolve(graph);
		Connection connection = session.connection();
		if (session.isDefaultSchemaMissing()) {
			return List.of();
		}
		boolean isUntouched = session.historyTable().isEmpty(connection);
		return (isUntouched && this.tables.hasTables(session.dialect().inspector().inspect(connection, Set.of())))
				? List.of(id) : List.of();
	}

	/**
	 * A head or a label would mean another revision with each release, and those between
	 * would be skipped.
	 */
	private String resolve(RevisionGraph graph) {
		return find(graph).map(RevisionHeader::id)
			.filter((id) -> id.startsWith(this.revision))
			.orElseThrow(() -> refused("that is not the id of a revision"));
	}

	private Optional<RevisionHeader> find(RevisionGraph graph) {
		try {
			return graph.resolveOne(this.revision);
		}
		catch (InvalidTargetException ex) {
			throw refused(ex.getDescription());
		}
	}

	private InvalidTargetException refused(String problem) {
		return new InvalidTargetException(Reason.NO_SUCH_REVISION,
				"The baseline revision is '" + this.revision + "': " + problem,
				"Set migration.baseline-revision to the id of the revision that makes what the database has already.");
	}

}
