package dev.migration.project;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migration.RevisionHeader;

/**
 * What a template can use.
 */
final class TemplateVariables {

	private static final List<String> ALWAYS_IMPORTED = List.of("dev.migration.Migration", "dev.migration.Operations",
			"dev.migration.Revision");

	private TemplateVariables() {
	}

	static Map<String, Object> of(RevisionFile file, RevisionFileRequest request, ZoneId zone) {
		RevisionHeader header = file.header();
		boolean java = file.format() == RevisionFormat.JAVA;
		Map<String, Object> variables = new HashMap<>();
		variables.put("id", header.id());
		variables.put("revises", header.revises());
		variables.put("dependsOn", header.dependsOn());
		variables.put("branchLabels", header.branchLabels());
		variables.put("message", header.message());
		variables.put("created", HeaderText.created(header.created(), zone));
		variables.put("header", java ? HeaderText.annotation(header, zone) : HeaderText.comments(header, zone));
		variables.put("package", file.packageName());
		variables.put("className", file.className());
		variables.put("imports", java ? imports(request.body().imports()) : "");
		variables.put("upgrade", body(request.body().upgrade(), java ? "\t\t" : ""));
		variables.put("downgrade", body(request.body().downgrade(), java ? "\t\t" : ""));
		variables.put("members", java ? body(request.body().members(), "\t") : "");
		variables.put("arguments", request.arguments());
		return variables;
	}

	/**
	 * Sort the imports into the groups that a formatter would make.
	 */
	private static String imports(List<String> further) {
		Set<String> all = new TreeSet<>(ALWAYS_IMPORTED);
		all.addAll(further);
		Map<Integer, List<String>> groups = all.stream().collect(Collectors.groupingBy(TemplateVariables::group));
		List<String> blocks = new ArrayList<>();
		groups.keySet()
			.stream()
			.sorted()
			.forEach((group) -> blocks.add(groups.getOrDefault(group, List.of())
				.stream()
				.map((name) -> "import " + name + ";")
				.collect(Collectors.joining("\n"))));
		return String.join("\n\n", blocks);
	}

	private static int group(String name) {
		List<String> groups = List.of("java.", "javax.");
		for (int i = 0; i < groups.size(); i++) {
			if (name.startsWith(groups.get(i))) {
				return i;
			}
		}
		return name.startsWith("static ") ? groups.size() + 1 : groups.size();
	}

	private static String body(String text, String indentation) {
		Stream<String> lines = text.stripTrailing().lines();
		return lines.map((line) -> line.isBlank() ? line : indentation + line).collect(Collectors.joining("\n"));
	}

}
