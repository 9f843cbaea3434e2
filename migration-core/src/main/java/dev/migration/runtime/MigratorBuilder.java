package dev.migration.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;

import dev.migration.MismatchPolicy;
import dev.migration.TargetSchemaSource;
import dev.migration.autogenerate.ComparisonHook;
import dev.migration.autogenerate.ComparisonSettings;
import dev.migration.autogenerate.source.SourceWriter;
import dev.migration.InvalidSettingException;
import dev.migration.MigrationHook;
import dev.migration.MigrationListener;
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

	private @Nullable String defaultSchema;

	private Duration lockTimeout = Duration.ofMinutes(5);

	private MismatchPolicy whenAhead = MismatchPolicy.WARN;

	private MismatchPolicy whenChanged = MismatchPolicy.IGNORE;

	private NamingConvention namingConvention = NamingConvention.DEFAULT;

	private @Nullable TargetSchemaSource targetSchema;

	private boolean compareTypes = true;

	private boolean compareServerDefaults = true;

	private final List<Supplier<? extends Collection<? extends ComparisonHook>>> comparisonHooks = new ArrayList<>();

	private final List<Supplier<? extends Collection<? extends SourceWriter>>> sourceWriters = new ArrayList<>();

	private @Nullable String database;

	private @Nullable String executedBy;

	private @Nullable String baseline;

	private Map<String, String> arguments = Map.of();

	private final List<Supplier<? extends Collection<? extends MigrationHook>>> hooks = new ArrayList<>();

	private final List<Supplier<? extends Collection<? extends MigrationListener>>> listeners = new ArrayList<>();

	private ClassLoader classLoader = MigratorBuilder.class.getClassLoader();

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
	 * @param name the name, without quotes, with its schema in front of a dot or without
	 * one; {@code migration_version} by default
	 * @return this builder
	 */
	public MigratorBuilder versionTable(String name) {
		this.versionTable = name;
		return this;
	}

	/**
	 * Set the name of the history table.
	 * @param name the name, without quotes, with its schema in front of a dot or without
	 * one; {@code migration_history} by default
	 * @return this builder
	 */
	public MigratorBuilder historyTable(String name) {
		this.historyTable = name;
		return this;
	}

	/**
	 * Set the schema that names without one mean: in revisions, in the comparison of
	 * schemas, and of the version table and the history table. The connection is set back
	 * after each call. An upgrade or a stamp creates the schema if it is missing.
	 * @param schema the schema, without quotes; by default that of the connection
	 * @return this builder
	 */
	public MigratorBuilder defaultSchema(@Nullable String schema) {
		this.defaultSchema = schema;
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
	 * Set what an upgrade does when the database has revisions of a newer version of the
	 * application.
	 * @param policy what to do; {@link MismatchPolicy#WARN} by default
	 * @return this builder
	 */
	public MigratorBuilder whenAhead(MismatchPolicy policy) {
		this.whenAhead = policy;
		return this;
	}

	/**
	 * Set what an upgrade does when revisions were changed after they were applied. To
	 * find out it reads the history table and calls the bodies of all applied revisions,
	 * which then must only depend on what they are given.
	 * @param policy what to do; {@link MismatchPolicy#IGNORE} by default, which reads
	 * nothing
	 * @return this builder
	 */
	public MigratorBuilder whenChanged(MismatchPolicy policy) {
		this.whenChanged = policy;
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
	 * Set what says which schema the application asks for, for autogenerate and check.
	 * @param source the source, or {@code null} if there is none
	 * @return this builder
	 */
	public MigratorBuilder targetSchema(@Nullable TargetSchemaSource source) {
		this.targetSchema = source;
		return this;
	}

	/**
	 * Set whether the comparison of schemas looks at the defaults of columns.
	 * @param compare whether it does, as it does unless it is told otherwise
	 * @return this builder
	 */
	public MigratorBuilder compareServerDefaults(boolean compare) {
		this.compareServerDefaults = compare;
		return this;
	}

	/**
	 * Set whether the comparison of schemas looks at the types of columns.
	 * @param compare whether it does, as it does unless it is told otherwise
	 * @return this builder
	 */
	public MigratorBuilder compareTypes(boolean compare) {
		this.compareTypes = compare;
		return this;
	}

	/**
	 * Add what takes part in the comparison of schemas.
	 * @param source gives the hooks when a comparison begins
	 * @return this builder
	 */
	public MigratorBuilder comparisonHooks(Supplier<? extends Collection<? extends ComparisonHook>> source) {
		this.comparisonHooks.add(source);
		return this;
	}

	/**
	 * Add what writes the operations that the application has added, when autogenerate
	 * proposes one.
	 * @param source gives the writers when a revision is written
	 * @return this builder
	 */
	public MigratorBuilder sourceWriters(Supplier<? extends Collection<? extends SourceWriter>> source) {
		this.sourceWriters.add(source);
		return this;
	}

	/**
	 * Set the name of the database among several, for hooks.
	 * @param name the name; none by default
	 * @return this builder
	 */
	public MigratorBuilder database(@Nullable String name) {
		this.database = name;
		return this;
	}

	/**
	 * Set who executes steps, for the history table, where a request does not say it.
	 * @param name the name; by default the user that this process runs as, and for a
	 * script the user of the database
	 * @return this builder
	 */
	public MigratorBuilder executedBy(@Nullable String name) {
		this.executedBy = name;
		return this;
	}

	/**
	 * Set at which revision a database is that has tables, and that no run has ever
	 * touched: an upgrade stamps it first. Where there are no tables, an upgrade begins
	 * at the base.
	 * @param revision the id of the revision, or the beginning of it; none by default, so
	 * that an upgrade always begins at the base
	 * @return this builder
	 */
	public MigratorBuilder baseline(@Nullable String revision) {
		this.baseline = revision;
		return this;
	}

	/**
	 * Set values for revisions and hooks. A request can replace each.
	 * @param values the values by name; none by default
	 * @return this builder
	 */
	public MigratorBuilder arguments(Map<String, String> values) {
		this.arguments = Map.copyOf(values);
		return this;
	}

	/**
	 * Add a hook. Hooks are called in the order in which they are added, and those that
	 * {@link java.util.ServiceLoader} finds are called after them.
	 * @param hook the hook
	 * @return this builder
	 */
	public MigratorBuilder hook(MigrationHook hook) {
		return hooks(() -> List.of(hook));
	}

	/**
	 * Add hooks that are made when a run has something to do for the first time.
	 * @param source makes the hooks, in their order
	 * @return this builder
	 */
	public MigratorBuilder hooks(Supplier<? extends Collection<? extends MigrationHook>> source) {
		this.hooks.add(source);
		return this;
	}

	/**
	 * Add what watches the runs. Listeners hear of what begins in the order in which they
	 * are added, and of what ends in the reverse order.
	 * @param listener the listener
	 * @return this builder
	 */
	public MigratorBuilder listener(MigrationListener listener) {
		return listeners(() -> List.of(listener));
	}

	/**
	 * Add what watches the runs, made when the first one begins. If a listener cannot be
	 * made, that is logged, and the next run tries again.
	 * @param source makes the listeners, in their order
	 * @return this builder
	 */
	public MigratorBuilder listeners(Supplier<? extends Collection<? extends MigrationListener>> source) {
		this.listeners.add(source);
		return this;
	}

	/**
	 * Set where dialects and hooks are found as services.
	 * @param loader the class loader; by default that of this class
	 * @return this builder
	 */
	public MigratorBuilder classLoader(ClassLoader loader) {
		this.classLoader = loader;
		return this;
	}

	/**
	 * Build the migrator. Reads nothing yet.
	 * @return the migrator
	 * @throws InvalidSettingException if no source of revisions was set, or a setting
	 * makes no sense
	 */
	public Migrator build() {
		RevisionSource source = this.revisions;
		if (source == null) {
			throw new InvalidSettingException("Nothing says where the revisions of the migrator are",
					"Say it with MigratorBuilder.revisions(…), for example with a LocationRevisionSource.");
		}
		requireTables();
		requireLockTimeout();
		List<Supplier<? extends Collection<? extends MigrationListener>>> sources = List.copyOf(this.listeners);
		HookSource hookSource = new HookSource(this.hooks, this.classLoader);
		return new DefaultMigrator(this.dataSource, source, new Dialects(this.classLoader), settings(),
				new RunDefaults(this.database, this.executedBy, baselineOrNull(), this.arguments,
						new RunDefaults.Policies(this.whenAhead, this.whenChanged), SingletonSupplier.of(hookSource),
						SingletonSupplier.of(() -> all(sources))),
				proposals());
	}

	/**
	 * The hooks of comparisons are not asked: they may need what waits for the run.
	 */
	private @Nullable Baseline baselineOrNull() {
		return (this.baseline != null) ? new Baseline(this.baseline,
				new ComparisonSettings(true, true, ownTables(), this.namingConvention, List.of())) : null;
	}

	private Session.Settings settings() {
		return Session.Settings.of(this.versionTable, this.historyTable, this.defaultSchema, this.lockTimeout,
				this.namingConvention);
	}

	private List<String> ownTables() {
		return List.of(settings().versionTable().name(), settings().historyTable().name());
	}

	private void requireTables() {
		requireName("version", this.versionTable);
		requireName("history", this.historyTable);
		if (this.versionTable.equalsIgnoreCase(this.historyTable)) {
			throw new InvalidSettingException(
					"The version table and the history table are both called '" + this.versionTable + "'",
					"Give one of them another name with 'migration.version-table' or 'migration.history-table'.");
		}
	}

	private static void requireName(String kind, @Nullable String name) {
		if (!StringUtils.hasText(name)) {
			throw new InvalidSettingException("The " + kind + " table has no name",
					"Set 'migration." + kind + "-table', or leave it out: it is 'migration_" + kind + "' then.");
		}
	}

	private void requireLockTimeout() {
		if (this.lockTimeout.isNegative()) {
			throw new InvalidSettingException(
					"The time to wait for the migration lock cannot be " + this.lockTimeout.toMillis() + " ms",
					"Set 'migration.lock-timeout' to a time such as '5m', or to '0s' to try once.");
		}
	}

	private Proposals proposals() {
		return new Proposals(this.targetSchema, () -> new ComparisonSettings(this.compareTypes,
				this.compareServerDefaults, ownTables(), this.namingConvention, all(this.comparisonHooks)),
				() -> all(this.sourceWriters));
	}

	private static <T> List<T> all(List<Supplier<? extends Collection<? extends T>>> sources) {
		List<T> all = new ArrayList<>();
		sources.forEach((source) -> all.addAll(source.get()));
		return all;
	}

}
