package dev.migration.boot.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.MigrationRequest;

/**
 * What the endpoint is asked to do to a database.
 *
 * @param database the name of the database, or {@code null} for the primary one
 * @param dryRun whether to only show what would be done
 * @param migration the rest
 */
record WriteRequest(@Nullable String database, boolean dryRun, MigrationRequest migration) {

	/**
	 * Take a request as it comes, with blanks where there is nothing.
	 * @throws InvalidRequestException if there is no target, or an argument has no key
	 */
	static WriteRequest of(@Nullable String database, @Nullable String target, @Nullable Boolean dryRun,
			@Nullable List<String> expectedCurrent, @Nullable String reason, @Nullable List<String> arguments,
			@Nullable String tag) {
		if (target == null || target.isBlank()) {
			throw new InvalidRequestException("The request has no target",
					"Send a JSON object with a 'target', such as {\"target\": \"-1\"}.");
		}
		MigrationRequest request = MigrationRequest.to(target.strip()).tagged(tag).because(reason).fromRemote();
		if (expectedCurrent != null) {
			request = request.expecting(ids(expectedCurrent));
		}
		if (arguments != null) {
			request = request.with(values(arguments));
		}
		return new WriteRequest(database, Boolean.TRUE.equals(dryRun), request);
	}

	private static Map<String, String> values(List<String> arguments) {
		Map<String, String> values = new LinkedHashMap<>();
		for (String argument : arguments) {
			String[] parts = argument.split("=", 2);
			if (parts[0].isBlank()) {
				throw new InvalidRequestException("The argument '" + argument + "' has no key",
						"Write each as key=value.");
			}
			values.put(parts[0].strip(), (parts.length > 1) ? parts[1] : "");
		}
		return values;
	}

	private static Set<String> ids(List<String> expectedCurrent) {
		return expectedCurrent.stream()
			.map(String::strip)
			.filter((id) -> !id.isEmpty() && !id.equals("base"))
			.collect(Collectors.toSet());
	}

	WriteRequest by(String caller) {
		return new WriteRequest(this.database, this.dryRun, this.migration.by(caller));
	}

}
