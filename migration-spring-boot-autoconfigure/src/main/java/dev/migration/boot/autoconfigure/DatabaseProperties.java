package dev.migration.boot.autoconfigure;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;

import dev.migration.MismatchPolicy;
import dev.migration.boot.autoconfigure.MigrationProperties.OnStartup;

/**
 * Configuration properties for one of several databases. What is not set here is as in
 * {@link MigrationProperties}, except for the locations.
 */
public class DatabaseProperties {

	/**
	 * Whether this database is meant when none is named.
	 */
	private boolean primary;

	/**
	 * Name of the DataSource bean. By default the bean that is called as the database is,
	 * with or without 'DataSource' at the end, or that has its name as qualifier.
	 */
	private @Nullable String dataSource;

	/**
	 * URL of the database, as a JDBC URL or in the form of DATABASE_URL. Used if there is
	 * no DataSource bean.
	 */
	private @Nullable String url;

	/**
	 * Login user of the database, unless the URL has one. Without a URL: the user that
	 * revisions run as, by default that of the DataSource bean.
	 */
	private @Nullable String user;

	/**
	 * Login password of the database, unless the URL has a user or password.
	 */
	private @Nullable String password;

	/**
	 * Fully qualified name of the JDBC driver. By default that of the URL.
	 */
	private @Nullable String driverClassName;

	/**
	 * Comma-separated list of the locations of revisions. By default the folder of the
	 * name of the database under 'classpath:db/revisions'.
	 */
	private @Nullable List<String> locations;

	/**
	 * Encoding of SQL files. By default as 'migration.encoding'.
	 */
	private @Nullable Charset encoding;

	/**
	 * Schema that names without one mean. By default as 'migration.default-schema'.
	 */
	private @Nullable String defaultSchema;

	/**
	 * What to do when the application starts. By default as 'migration.on-startup'.
	 */
	private @Nullable OnStartup onStartup;

	/**
	 * Target of the upgrade or validation at start-up. By default as 'migration.target'.
	 */
	private @Nullable String target;

	/**
	 * Whether an upgrade of a database that has tables, and that no run has ever touched,
	 * begins by stamping the baseline revision. By default as
	 * 'migration.baseline-on-upgrade'.
	 */
	private @Nullable Boolean baselineOnUpgrade;

	/**
	 * Id of the revision that makes what such a database has already. By default as
	 * 'migration.baseline-revision'.
	 */
	private @Nullable String baselineRevision;

	/**
	 * Name of the table that holds the current revisions, with a schema in front of a dot
	 * or without one. By default as 'migration.version-table'.
	 */
	private @Nullable String versionTable;

	/**
	 * Name of the table that records what was executed, with a schema in front of a dot
	 * or without one. By default as 'migration.history-table'.
	 */
	private @Nullable String historyTable;

	/**
	 * How long to wait while another process runs revisions on the same database. By
	 * default as 'migration.lock-timeout'.
	 */
	private @Nullable Duration lockTimeout;

	/**
	 * What an upgrade does when the database has revisions of a newer version of the
	 * application. By default as 'migration.when-ahead'.
	 */
	private @Nullable MismatchPolicy whenAhead;

	/**
	 * What an upgrade does when revisions were changed after they were applied. By
	 * default as 'migration.when-changed'.
	 */
	private @Nullable MismatchPolicy whenChanged;

	/**
	 * Who executes revisions, as the history table says it. By default as
	 * 'migration.executed-by'.
	 */
	private @Nullable String executedBy;

	/**
	 * Values for revisions and hooks. They add to those of 'migration.arguments', and
	 * replace them.
	 */
	private Map<String, String> arguments = new LinkedHashMap<>();

	/**
	 * What the Actuator endpoint may do. By default as 'migration.endpoint'.
	 */
	@NestedConfigurationProperty
	private final EndpointProperties endpoint = new EndpointProperties();

	public boolean isPrimary() {
		return this.primary;
	}

	public void setPrimary(boolean primary) {
		this.primary = primary;
	}

	public @Nullable String getDataSource() {
		return this.dataSource;
	}

	public void setDataSource(@Nullable String dataSource) {
		this.dataSource = dataSource;
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

	public @Nullable List<String> getLocations() {
		return this.locations;
	}

	public void setLocations(@Nullable List<String> locations) {
		this.locations = locations;
	}

	public @Nullable Charset getEncoding() {
		return this.encoding;
	}

	public void setEncoding(@Nullable Charset encoding) {
		this.encoding = encoding;
	}

	public @Nullable String getDefaultSchema() {
		return this.defaultSchema;
	}

	public void setDefaultSchema(@Nullable String defaultSchema) {
		this.defaultSchema = defaultSchema;
	}

	public @Nullable OnStartup getOnStartup() {
		return this.onStartup;
	}

	public void setOnStartup(@Nullable OnStartup onStartup) {
		this.onStartup = onStartup;
	}

	public @Nullable String getTarget() {
		return this.target;
	}

	public void setTarget(@Nullable String target) {
		this.target = target;
	}

	public @Nullable Boolean getBaselineOnUpgrade() {
		return this.baselineOnUpgrade;
	}

	public void setBaselineOnUpgrade(@Nullable Boolean baselineOnUpgrade) {
		this.baselineOnUpgrade = baselineOnUpgrade;
	}

	public @Nullable String getBaselineRevision() {
		return this.baselineRevision;
	}

	public void setBaselineRevision(@Nullable String baselineRevision) {
		this.baselineRevision = baselineRevision;
	}

	public @Nullable String getVersionTable() {
		return this.versionTable;
	}

	public void setVersionTable(@Nullable String versionTable) {
		this.versionTable = versionTable;
	}

	public @Nullable String getHistoryTable() {
		return this.historyTable;
	}

	public void setHistoryTable(@Nullable String historyTable) {
		this.historyTable = historyTable;
	}

	public @Nullable Duration getLockTimeout() {
		return this.lockTimeout;
	}

	public void setLockTimeout(@Nullable Duration lockTimeout) {
		this.lockTimeout = lockTimeout;
	}

	public @Nullable MismatchPolicy getWhenAhead() {
		return this.whenAhead;
	}

	public void setWhenAhead(@Nullable MismatchPolicy whenAhead) {
		this.whenAhead = whenAhead;
	}

	public @Nullable MismatchPolicy getWhenChanged() {
		return this.whenChanged;
	}

	public void setWhenChanged(@Nullable MismatchPolicy whenChanged) {
		this.whenChanged = whenChanged;
	}

	public @Nullable String getExecutedBy() {
		return this.executedBy;
	}

	public void setExecutedBy(@Nullable String executedBy) {
		this.executedBy = executedBy;
	}

	public EndpointProperties getEndpoint() {
		return this.endpoint;
	}

	public Map<String, String> getArguments() {
		return this.arguments;
	}

	public void setArguments(Map<String, String> arguments) {
		this.arguments = arguments;
	}

}
