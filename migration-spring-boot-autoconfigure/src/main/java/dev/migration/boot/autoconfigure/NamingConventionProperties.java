package dev.migration.boot.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import dev.migration.schema.NamingConvention;

/**
 * Configuration properties for the naming convention, with the tokens of
 * {@link NamingConvention}. It is the same for all databases of an application, as a
 * revision may run on several.
 */
public class NamingConventionProperties {

	/**
	 * Template for the names of indexes.
	 */
	private String ix = NamingConvention.DEFAULT.ix();

	/**
	 * Template for the names of unique constraints.
	 */
	private String uq = NamingConvention.DEFAULT.uq();

	/**
	 * Template for the names of check constraints.
	 */
	private String ck = NamingConvention.DEFAULT.ck();

	/**
	 * Template for the names of foreign keys.
	 */
	private String fk = NamingConvention.DEFAULT.fk();

	/**
	 * Template for the names of primary keys.
	 */
	private String pk = NamingConvention.DEFAULT.pk();

	/**
	 * Template for the names of exclusion constraints.
	 */
	private String ex = NamingConvention.DEFAULT.ex();

	public String getIx() {
		return this.ix;
	}

	public void setIx(String ix) {
		this.ix = ix;
	}

	public String getUq() {
		return this.uq;
	}

	public void setUq(String uq) {
		this.uq = uq;
	}

	public String getCk() {
		return this.ck;
	}

	public void setCk(String ck) {
		this.ck = ck;
	}

	public String getFk() {
		return this.fk;
	}

	public void setFk(String fk) {
		this.fk = fk;
	}

	public String getPk() {
		return this.pk;
	}

	public void setPk(String pk) {
		this.pk = pk;
	}

	public String getEx() {
		return this.ex;
	}

	public void setEx(String ex) {
		this.ex = ex;
	}

	NamingConvention toNamingConvention() {
		Map<String, String> templates = new LinkedHashMap<>();
		templates.put("ix", this.ix);
		templates.put("uq", this.uq);
		templates.put("ck", this.ck);
		templates.put("fk", this.fk);
		templates.put("pk", this.pk);
		templates.put("ex", this.ex);
		NamingConvention convention = NamingConvention.DEFAULT;
		for (Map.Entry<String, String> template : templates.entrySet()) {
			try {
				convention = convention.with(Map.of(template.getKey(), template.getValue()));
			}
			catch (IllegalArgumentException ex) {
				throw new InvalidConfigurationPropertyValueException("migration.naming-convention." + template.getKey(),
						template.getValue(), ex.getMessage());
			}
		}
		return convention;
	}

}
