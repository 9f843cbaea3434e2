package dev.migration.runtime;

import java.time.Duration;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import dev.migration.DriftDetector;
import dev.migration.Migrator;
import dev.migration.schema.NamingConvention;
import dev.migration.script.RevisionSource;

/**
 * Builds a {@link Migrator} for one database. Several can live side by side in one
 * process.
 */
public final class MigratorBuilder {

	private final DataSource dataSource;

	private @Nullable RevisionSource revisions;

	private String versionTable = "migration_version";

	private String historyTable = "migration_history";

	private Duration lockTimeout = Duration.ofMinutes(5);

	private NamingConvention namingConvention = NamingConvention.DEFAULT;

	private @Nullable DriftDetector driftDetector;

	private MigratorBuilder(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/**
	 * Begin a migrator.
	 * @param dataSource the database; it is asked for one connection at a time
	 * @return the builder
	 */
	public static MigratorBuilder forDataSource(DataSource dataSource) {
		return new MigratorBuilder(dataSource);
	}

	/**
	 * Set where the revisions come from.
	 * @param source the source; it is read once, when a revision is first needed
	 * @return this builder
	 */
	public MigratorBuilder revisions(RevisionSource source) {
		this.revisions = source;
		return this;
	}

	/**
	 * Set the name of the version table.
	 * @param name the name, without quotes; {@code migration_version} by default
	 * @return this builder
	 */
	public MigratorBuilder versionTable(String name) {
		this.versionTable = name;
		return this;
	}

	/**
	 * Set the name of the history table.
	 * @param name the name, without quotes; {@code migration_history} by default
	 * @return this builder
	 */
	public MigratorBuilder historyTable(String name) {
		this.historyTable = name;
		return this;
	}

	/**
	 * Set how long to wait while another process runs revisions on the same database.
	 * @param timeout the time; five minutes by default
	 * @return this builder
	 */
	public MigratorBuilder lockTimeout(Duration timeout) {
		this.lockTimeout = timeout;
		return this;
	}

	/**
	 * Set what names the indexes and constraints that a revision does not name.
	 * @param convention the naming convention; {@link NamingConvention#DEFAULT} by
	 * default
	 * @return this builder
	 */
	public MigratorBuilder namingConvention(NamingConvention convention) {
		this.namingConvention = convention;
		return this;
	}

	/**
	 * Set what finds drift.
	 * @param detector the detector; none by default
	 * @return this builder
	 */
	public MigratorBuilder driftDetector(@Nullable DriftDetector detector) {
		this.driftDetector = detector;
		return this;
	}

	/**
	 * Build the migrator. Reads nothing yet.
	 * @return the migrator
	 * @throws IllegalStateException if no source of revisions was set
	 */
	public Migrator build() {
		RevisionSource source = this.revisions;
		if (source == null) {
			throw new IllegalStateException("Set where the revisions come from with revisions(…)");
		}
		return new DefaultMigrator(this.dataSource, source,
				new Session.Settings(this.versionTable, this.historyTable, this.lockTimeout, this.namingConvention),
				this.driftDetector);
	}

}
