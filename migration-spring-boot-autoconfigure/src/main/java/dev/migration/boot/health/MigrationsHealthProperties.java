package dev.migration.boot.health;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for {@link MigrationsHealthIndicator}.
 */
@ConfigurationProperties("migration.health")
public class MigrationsHealthProperties {

	/**
	 * Health status of a database that lacks revisions of the application.
	 */
	private String pendingStatus = "UP";

	public String getPendingStatus() {
		return this.pendingStatus;
	}

	public void setPendingStatus(String pendingStatus) {
		this.pendingStatus = pendingStatus;
	}

}
