package dev.migration.boot.actuate;

import java.nio.charset.StandardCharsets;

import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.endpoint.Producible;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * What the endpoint can be asked for: JSON by every name that Actuator has for it, and a
 * page. The page is last, since a browser also takes anything, and of all that is
 * acceptable the last one is chosen.
 */
public enum MigrationsFormat implements Producible<MigrationsFormat> {

	/**
	 * JSON, third version.
	 */
	V3(ApiVersion.V3.getProducedMimeType()),

	/**
	 * JSON, second version.
	 */
	V2(ApiVersion.V2.getProducedMimeType()),

	/**
	 * JSON.
	 */
	JSON(MimeTypeUtils.APPLICATION_JSON),

	/**
	 * A page for people.
	 */
	HTML(new MimeType(MimeTypeUtils.TEXT_HTML, StandardCharsets.UTF_8));

	private final MimeType type;

	MigrationsFormat(MimeType type) {
		this.type = type;
	}

	@Override
	public MimeType getProducedMimeType() {
		return this.type;
	}

	@Override
	public boolean isDefault() {
		return this == V3;
	}

}
