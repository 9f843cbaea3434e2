package dev.migration.test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares what a document shows with what was really printed. Times, versions and the
 * like may differ. An id may be another one, but always the same one for the same, so
 * what was printed tells which id stands for which in the commands that follow. A line
 * {@code ...} stands for any number of lines.
 */
public final class ShownOutput {

	private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{12}\\b|(?<=\\bR)[0-9a-f]{12}(?=_)");

	private static final Pattern VARYING = Pattern
		.compile("\\d+ ms|\\d{4}-\\d\\d-\\d\\d[T ][\\d:.]+Z?|(?<=SQLite )[\\d.]+|(?<=, )\\S*\\.db\\b");

	private static final String ANY_LINES = "...";

	private final Map<String, String> realIds = new LinkedHashMap<>();

	/**
	 * Put the ids that there are in the place of those that the document shows.
	 * @param shown what the document shows
	 * @return the same with real ids
	 */
	public String real(String shown) {
		return ID.matcher(shown).replaceAll((id) -> this.realIds.getOrDefault(id.group(), id.group()));
	}

	/**
	 * Assert that what is shown is what was printed.
	 * @param block what the document shows
	 * @param printed what was printed
	 */
	public void assertSame(DocumentBlock block, String printed) {
		if (block.language().equals("json")) {
			assertThat(members(block.text())).as("the members that %s shows", block).isEqualTo(members(printed));
			return;
		}
		List<String> shown = block.text().lines().toList();
		List<String> real = printed.lines().toList();
		learn(shown, real);
		assertThat(matches(masked(shown, true), masked(real, false)))
			.as("%s shows%n%s%nand what was printed is%n%s", block, real(block.text()), printed)
			.isTrue();
	}

	/**
	 * Lines that are the same but for their ids tell which id stands for which.
	 */
	private void learn(List<String> shown, List<String> printed) {
		List<String> left = new ArrayList<>(printed);
		for (String line : shown) {
			String form = form(line);
			left.stream().filter((each) -> form(each).equals(form)).findFirst().ifPresent((same) -> {
				left.remove(same);
				Matcher realId = ID.matcher(same);
				ID.matcher(line).results().forEach((id) -> {
					realId.find();
					this.realIds.putIfAbsent(id.group(), realId.group());
				});
			});
		}
	}

	private static String form(String line) {
		return VARYING.matcher(ID.matcher(line).replaceAll("<id>")).replaceAll("<varying>");
	}

	private List<String> masked(List<String> lines, boolean isShown) {
		return lines.stream()
			.map((line) -> VARYING.matcher(isShown ? real(line) : line).replaceAll("<varying>").stripTrailing())
			.toList();
	}

	private static boolean matches(List<String> shown, List<String> printed) {
		if (shown.isEmpty()) {
			return printed.isEmpty();
		}
		List<String> rest = shown.subList(1, shown.size());
		if (shown.get(0).equals(ANY_LINES)) {
			return matches(rest, printed) || (!printed.isEmpty() && matches(shown, printed.subList(1, printed.size())));
		}
		return !printed.isEmpty() && shown.get(0).equals(printed.get(0))
				&& matches(rest, printed.subList(1, printed.size()));
	}

	/**
	 * The elements of an array count together, so that a document may leave some out.
	 */
	private static Set<String> members(String json) {
		Set<String> members = new TreeSet<>();
		collect(JsonMapper.shared().readTree(json), "", members);
		return members;
	}

	private static void collect(JsonNode node, String path, Set<String> members) {
		if (node.isObject()) {
			node.properties().forEach((member) -> collect(member.getValue(), path + "." + member.getKey(), members));
		}
		else {
			members.add(path + ": " + node.getNodeType());
			node.valueStream().filter(JsonNode::isObject).forEach((element) -> collect(element, path + "[]", members));
		}
	}

}
