package dev.migration.boot.autoconfigure;

/**
 * Configuration properties for the comparison of the schema with the entities.
 */
public class AutogenerateProperties {

	/**
	 * Whether the types of columns are compared.
	 */
	private boolean compareTypes = true;

	/**
	 * Whether the defaults of columns are compared.
	 */
	private boolean compareServerDefaults = true;

	public boolean isCompareTypes() {
		return this.compareTypes;
	}

	public void setCompareTypes(boolean compareTypes) {
		this.compareTypes = compareTypes;
	}

	public boolean isCompareServerDefaults() {
		return this.compareServerDefaults;
	}

	public void setCompareServerDefaults(boolean compareServerDefaults) {
		this.compareServerDefaults = compareServerDefaults;
	}

}
