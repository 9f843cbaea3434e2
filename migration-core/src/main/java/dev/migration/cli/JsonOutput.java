package dev.migration.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes values as JSON. A class of its own, so that Jackson is only loaded when JSON is
 * asked for.
 */
final class JsonOutput {

	private JsonOutput() {
	}

	static String write(Object value) {
		return JsonMapper.builder()
			.enable(SerializationFeature.INDENT_OUTPUT)
			.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
			.build()
			.writeValueAsString(value);
	}

}
