package dev.migration.boot.autoconfigure;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.migration.MismatchPolicy;
import dev.migration.boot.env.DatabaseNames;
import dev.migration.runtime.MigratorBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.StringUtils;

/**
 * What is configured for the migrator of one database.
 *
 * @param database the name of the database, or {@code null} if it is the only one
 * @param defaultSchema the schema that names without one mean, or {@code null} for that
 * of the connection
 * @param versionTable the name of the version table
 * @param historyTable the name of the history table
 * @param lockTimeout how long to wait for the lock
 * @param whenAhead what to do when the database is ahead
 * @param whenChanged what to do when applied revisions were changed
 * @param executedBy who executes revisions, or {@code null} for the user of the process
 * @param baseline the revision to stamp on a database that has tables only, or
 * {@code null} for none
 * @param arguments the values for revisions and hooks
 * @param encoding what SQL files are in
 * @param common what is the same for all databases
 */
record MigratorSettings(@Nullable String database, @Nullable String defaultSchema, String versionTable,
		String historyTable, Duration lockTimeout, MismatchPolicy whenAhead, MismatchPolicy whenChanged,
		@Nullable String executedBy, @Nullable String baseline, Map<String, String> arguments, Charset encoding,
		MigrationProperties common) {

	/**
	 * Return the settings of the single database.
	 */
	static MigratorSettings of(MigrationProperties properties) {
		return of(null, new DatabaseProperties(), properties);
	}

	/**
	 * Return the settings of one of several databases.
	 * @param name its name
	 * @param own what is set for it
	 * @param common what holds where it sets nothing
	 */
	static MigratorSettings of(@Nullable String name, DatabaseProperties own, MigrationProperties common) {
		Map<String, String> arguments = new LinkedHashMap<>(common.getArguments());
		arguments.putAll(own.getArguments());
		return new MigratorSettings(name, text(own.getDefaultSchema(), common.getDefaultSchema()),
				or(own.getVersionTable(), common.getVersionTable()),
				or(own.getHistoryTable(), common.getHistoryTable()), or(own.getLockTimeout(), common.getLockTimeout()),
				or(own.getWhenAhead(), common.getWhenAhead()), or(own.getWhenChanged(), common.getWhenChanged()),
				text(own.getExecutedBy(), common.getExecutedBy()), baseline(name, own, common), arguments,
				or(own.getEncoding(), common.getEncoding()), common);
	}

	private static <T> T or(@Nullable T own, T common) {
		return (own != null) ? own : common;
	}

	private static @Nullable String baseline(@Nullable String name, DatabaseProperties own,
			MigrationProperties common) {
		if (!or(own.getBaselineOnUpgrade(), common.isBaselineOnUpgrade())) {
			return null;
		}
		String revision = text(own.getBaselineRevision(), common.getBaselineRevision());
		if (revision == null) {
			throw new InvalidConfigurationPropertyValueException(
					((name != null) ? DatabaseNames.prefix(name) : "migration") + ".baseline-revision", revision,
					"It must be the id of a revision, as 'baseline-on-upgrade' is 'true'.");
		}
		return revision;
	}

	private static @Nullable String text(@Nullable String own, @Nullable String common) {
		String text = (own != null) ? own : common;
		return StringUtils.hasText(text) ? text : null;
	}

	void applyTo(MigratorBuilder builder) {
		builder.database(this.database)
			.defaultSchema(this.defaultSchema)
			.versionTable(this.versionTable)
			.historyTable(this.historyTable)
			.lockTimeout(this.lockTimeout)
			.whenAhead(this.whenAhead)
			.whenChanged(this.whenChanged)
			.executedBy(this.executedBy)
			.baseline(this.baseline)
			.arguments(this.arguments)
			.compareTypes(this.common.getAutogenerate().isCompareTypes())
			.compareServerDefaults(this.common.getAutogenerate().isCompareServerDefaults())
			.namingConvention(this.common.getNamingConvention().toNamingConvention());
	}

}
