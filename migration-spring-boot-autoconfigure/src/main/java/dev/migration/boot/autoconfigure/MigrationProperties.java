package dev.migration.boot.autoconfigure;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

import dev.migration.MismatchPolicy;

/**
 * Configuration properties for database migration.
 */
@ConfigurationProperties(MigrationProperties.PREFIX)
public class MigrationProperties {

	/** What the names of all properties begin with. */
	public static final String PREFIX = "migration";

	/**
	 * Whether to enable database migration.
	 */
	private boolean enabled = true;

	/**
	 * What to do when the application starts.
	 */
	private OnStartup onStartup = OnStartup.UPGRADE;

	/**
	 * Target of the upgrade or validation at start-up.
	 */
	private String target = "head";

	/**
	 * Whether an upgrade of a database that has tables, and that no run has ever touched,
	 * begins by stamping the baseline revision.
	 */
	private boolean baselineOnUpgrade;

	/**
	 * Id of the revision that makes what such a database has already.
	 */
	private @Nullable String baselineRevision;

	/**
	 * JDBC URL of the database to migrate, or a URL in the form of DATABASE_URL. By
	 * default that of the application's DataSource. Not used with several databases.
	 */
	private @Nullable String url;

	/**
	 * Login user that revisions run as, unless the URL has one. By default that of the
	 * application's DataSource. Not used with several databases.
	 */
	private @Nullable String user;

	/**
	 * Login password of the user, unless the URL has a user or password. Not used with
	 * several databases.
	 */
	private @Nullable String password;

	/**
	 * Fully qualified name of the JDBC driver. By default that of the URL. Not used with
	 * several databases.
	 */
	private @Nullable String driverClassName;

	/**
	 * Comma-separated list of the locations of revisions, on the class path or, for SQL
	 * files, in the file system. '{vendor}' stands for the database, such as
	 * 'postgresql'. Not used with several databases.
	 */
	private List<String> locations = new ArrayList<>(List.of("classpath:db/revisions"));

	/**
	 * Whether to fail at start-up if there is no revision in any location.
	 */
	private boolean failOnMissingLocations = true;

	/**
	 * Schema that names without one mean, in revisions and of the tables below; created
	 * if it is missing. By default that of the connection.
	 */
	private @Nullable String defaultSchema;

	/**
	 * Encoding of SQL files.
	 */
	private Charset encoding = StandardCharsets.UTF_8;

	/**
	 * Name of the table that holds the current revisions, with a schema in front of a dot
	 * or without one.
	 */
	private String versionTable = "migration_version";

	/**
	 * Name of the table that records what was executed, with a schema in front of a dot
	 * or without one.
	 */
	private String historyTable = "migration_history";

	/**
	 * How long to wait while another process runs revisions on the same database.
	 */
	private Duration lockTimeout = Duration.ofMinutes(5);

	/**
	 * What an upgrade does when the database has revisions of a newer version of the
	 * application.
	 */
	private MismatchPolicy whenAhead = MismatchPolicy.WARN;

	/**
	 * What an upgrade does when revisions were changed after they were applied. Unless it
	 * is to be ignored, the history table is read at each start.
	 */
	private MismatchPolicy whenChanged = MismatchPolicy.IGNORE;

	/**
	 * Who executes revisions, as the history table says it. By default the user that the
	 * application runs as. Callers of the Actuator endpoint go before it.
	 */
	private @Nullable String executedBy;

	/**
	 * Values for revisions and hooks, at start-up and in commands. A command can replace
	 * each with '-x'.
	 */
	private Map<String, String> arguments = new LinkedHashMap<>();

	/**
	 * What names the indexes and constraints that a revision does not name.
	 */
	@NestedConfigurationProperty
	private NamingConventionProperties namingConvention = new NamingConventionProperties();

	/**
	 * Several databases, by name. They take the place of the single one: no database is
	 * touched that is not among them.
	 */
	private Map<String, DatabaseProperties> databases = new LinkedHashMap<>();

	/**
	 * How new revisions are written.
	 */
	@NestedConfigurationProperty
	private final RevisionProperties revision = new RevisionProperties();

	/**
	 * What the schema is compared by.
	 */
	@NestedConfigurationProperty
	private final AutogenerateProperties autogenerate = new AutogenerateProperties();

	/**
	 * What the Actuator endpoint may do.
	 */
	@NestedConfigurationProperty
	private final EndpointProperties endpoint = new EndpointProperties();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public OnStartup getOnStartup() {
		return this.onStartup;
	}

	public void setOnStartup(OnStartup onStartup) {
		this.onStartup = onStartup;
	}

	public String getTarget() {
		return this.target;
	}

	public void setTarget(String target) {
		this.target = target;
	}

	public boolean isBaselineOnUpgrade() {
		return this.baselineOnUpgrade;
	}

	public void setBaselineOnUpgrade(boolean baselineOnUpgrade) {
		this.baselineOnUpgrade = baselineOnUpgrade;
	}

	public @Nullable String getBaselineRevision() {
		return this.baselineRevision;
	}

	public void setBaselineRevision(@Nullable String baselineRevision) {
		this.baselineRevision = baselineRevision;
	}

	public @Nullable String getUrl() {
		return this.url;
	}

	public void setUrl(@Nullable String url) {
		this.url = url;
	}

	public @Nullable String getUser() {
		return this.user;
	}

	public void setUser(@Nullable String user) {
		this.user = user;
	}

	public @Nullable String getPassword() {
		return this.password;
	}

	public void setPassword(@Nullable String password) {
		this.password = password;
	}

	public @Nullable String getDriverClassName() {
		return this.driverClassName;
	}

	public void setDriverClassName(@Nullable String driverClassName) {
		this.driverClassName = driverClassName;
	}

	public List<String> getLocations() {
		return this.locations;
	}

	public void setLocations(List<String> locations) {
		this.locations = locations;
	}

	public boolean isFailOnMissingLocations() {
		return this.failOnMissingLocations;
	}

	public void setFailOnMissingLocations(boolean failOnMissingLocations) {
		this.failOnMissingLocations = failOnMissingLocations;
	}

	public @Nullable String getDefaultSchema() {
		return this.defaultSchema;
	}

	public void setDefaultSchema(@Nullable String defaultSchema) {
		this.defaultSchema = defaultSchema;
	}

	public Charset getEncoding() {
		return this.encoding;
	}

	public void setEncoding(Charset encoding) {
		this.encoding = encoding;
	}

	public String getVersionTable() {
		return this.versionTable;
	}

	public void setVersionTable(String versionTable) {
		this.versionTable = versionTable;
	}

	public String getHistoryTable() {
		return this.historyTable;
	}

	public void setHistoryTable(String historyTable) {
		this.historyTable = historyTable;
	}

	public Duration getLockTimeout() {
		return this.lockTimeout;
	}

	public void setLockTimeout(Duration lockTimeout) {
		this.lockTimeout = lockTimeout;
	}

	public MismatchPolicy getWhenAhead() {
		return this.whenAhead;
	}

	public void setWhenAhead(MismatchPolicy whenAhead) {
		this.whenAhead = whenAhead;
	}

	public MismatchPolicy getWhenChanged() {
		return this.whenChanged;
	}

	public void setWhenChanged(MismatchPolicy whenChanged) {
		this.whenChanged = whenChanged;
	}

	public @Nullable String getExecutedBy() {
		return this.executedBy;
	}

	public void setExecutedBy(@Nullable String executedBy) {
		this.executedBy = executedBy;
	}

	public Map<String, String> getArguments() {
		return this.arguments;
	}

	public void setArguments(Map<String, String> arguments) {
		this.arguments = arguments;
	}

	public NamingConventionProperties getNamingConvention() {
		return this.namingConvention;
	}

	public void setNamingConvention(NamingConventionProperties namingConvention) {
		this.namingConvention = namingConvention;
	}

	public Map<String, DatabaseProperties> getDatabases() {
		return this.databases;
	}

	public void setDatabases(Map<String, DatabaseProperties> databases) {
		this.databases = databases;
	}

	public AutogenerateProperties getAutogenerate() {
		return this.autogenerate;
	}

	public EndpointProperties getEndpoint() {
		return this.endpoint;
	}

	public RevisionProperties getRevision() {
		return this.revision;
	}

	/**
	 * What to do when the application starts.
	 */
	public enum OnStartup {

		/**
		 * Apply what is pending.
		 */
		UPGRADE,

		/**
		 * Fail if something is pending.
		 */
		VALIDATE,

		/**
		 * Fail if something is pending, or if the schema differs from what the entities
		 * ask for.
		 */
		VALIDATE_SCHEMA,

		/**
		 * Leave the database alone.
		 */
		NONE

	}

}
