package dev.migration.boot.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The properties that the metadata on the class path describes, ours and Spring Boot's.
 *
 * @param properties the description of each by its name
 */
record KnownProperties(Map<String, JsonNode> properties) {

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	static KnownProperties read() {
		Map<String, JsonNode> properties = new TreeMap<>();
		try {
			for (URL url : Collections.list(KnownProperties.class.getClassLoader().getResources(METADATA))) {
				try (InputStream in = url.openStream()) {
					JsonMapper.shared()
						.readTree(in)
						.path("properties")
						.forEach((property) -> properties.put(property.path("name").asString(), property));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new KnownProperties(properties);
	}

	/**
	 * Return whether a property is bound by a class of a package.
	 */
	boolean isOf(String name, String packageName) {
		return find(name).path("sourceType").asString("").startsWith(packageName + ".");
	}

	/**
	 * Return the type of a property: empty if it is not known, and that of the map if it
	 * is in one.
	 */
	String typeOf(String name) {
		String type = find(name).path("type").asString("");
		return type.replaceFirst("<.*", "");
	}

	/**
	 * Find a property, or the map or list that it is in.
	 */
	private JsonNode find(String name) {
		String plain = name.replaceAll("\\[\\d+]", "");
		JsonNode property = this.properties.get(plain);
		if (property != null) {
			return property;
		}
		for (int dot = plain.lastIndexOf('.'); dot > 0; dot = plain.lastIndexOf('.', dot - 1)) {
			JsonNode parent = this.properties.get(plain.substring(0, dot));
			if (parent != null && parent.path("type").asString("").startsWith("java.util.Map")) {
				return parent;
			}
		}
		return JsonMapper.shared().createObjectNode();
	}

	/**
	 * Return whether a document can mention a name: a property, what is in a map, or what
	 * several properties begin with.
	 */
	boolean isMentionable(String name) {
		return !typeOf(name).isEmpty() || this.properties.keySet().stream().anyMatch((each) -> each.startsWith(name));
	}

	/**
	 * Return whether an environment variable sets a property. Spring Boot takes both
	 * forms of a dash: none, and an underscore.
	 */
	boolean hasVariable(String variable) {
		return this.properties.keySet()
			.stream()
			.map((name) -> name.replace('.', '_').toUpperCase(Locale.ROOT))
			.anyMatch((name) -> name.replace("-", "").equals(variable) || name.replace('-', '_').equals(variable));
	}

}
