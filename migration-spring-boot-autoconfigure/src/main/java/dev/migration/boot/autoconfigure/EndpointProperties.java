package dev.migration.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * Configuration properties for what the Actuator endpoint may do.
 */
public class EndpointProperties {

	/**
	 * Revision that the Actuator endpoint never takes back, nor what it stands on, as an
	 * id, a unique prefix of one or a branch label.
	 */
	private @Nullable String downgradeFloor;

	public @Nullable String getDowngradeFloor() {
		return this.downgradeFloor;
	}

	public void setDowngradeFloor(@Nullable String downgradeFloor) {
		this.downgradeFloor = downgradeFloor;
	}

}
