package dev.migration.script;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.SqlScript;

/**
 * The text of an SQL revision: a header of comments, then sections.
 *
 * @param attributes the header
 * @param sections the sections by direction and dialect; the dialect {@code *} stands for
 * all others
 * @param placeholders what the sections want values for
 */
record SqlRevisionFile(RevisionAttributes attributes, Map<String, SqlScript> sections, Placeholders placeholders) {

	static final String UPGRADE = "upgrade";

	static final String DOWNGRADE = "downgrade";

	static final String ANY_DIALECT = "*";

	private static final Pattern SECTION = Pattern
		.compile("--\\s*(upgrade|downgrade)\\s*(?::\\s*([\\w-]+(?:\\s*,\\s*[\\w-]+)*))?\\s*", Pattern.CASE_INSENSITIVE);

	/**
	 * What could be meant as a section and is none: a mark with something wrong behind
	 * it, or a single word. Taking it for a comment would run a downgrade as a part of
	 * the upgrade.
	 */
	private static final Pattern DOUBTFUL = Pattern
		.compile("--\\W*(?:(?:upgrade|downgrade)\\s*(?:[:;,(\\[].*|\\w+\\W*)|[a-z]{2,}\\W*)", Pattern.CASE_INSENSITIVE);

	private static final Pattern HEADER = Pattern.compile("--\\s*([A-Za-z][\\w-]*)\\s*:(?!//)(.*)");

	private static final String PLACEHOLDERS = "placeholders";

	private static final List<String> KEYS = List.of("revision", "revises", "depends-on", "branch-labels", "message",
			"created", "transactional", PLACEHOLDERS);

	static SqlRevisionFile parse(String text, String location) throws InvalidHeaderException {
		Map<String, String> header = new LinkedHashMap<>();
		Map<String, SqlScript> sections = new LinkedHashMap<>();
		List<String> current = List.of();
		StringBuilder body = new StringBuilder();
		Placeholders placeholders = Placeholders.NONE;
		int bodyLine = 0;
		int number = 0;
		String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
		for (String line : withoutMark.split("\\r?\\n", -1)) {
			number++;
			Matcher section = SECTION.matcher(line.strip());
			if (section.matches()) {
				add(sections, current, body, location, bodyLine);
				current = keys(section.group(1), section.group(2));
				body.setLength(0);
				bodyLine = number + 1;
			}
			else if (current.isEmpty()) {
				boolean isDeclared = header.containsKey(PLACEHOLDERS);
				readHeader(header, line.strip(), number);
				if (!isDeclared && header.containsKey(PLACEHOLDERS)) {
					placeholders = Placeholders.declared(list(header, PLACEHOLDERS), location, number);
				}
			}
			else if (DOUBTFUL.matcher(line.strip()).matches()) {
				throw new InvalidHeaderException("line " + number + " could be meant as a section: '" + line.strip()
						+ "'; a section is '-- upgrade' or '-- downgrade', also with databases as in '-- downgrade: sqlite, "
						+ "postgresql', and a comment has more than one word");
			}
			else {
				body.append(line).append('\n');
			}
		}
		add(sections, current, body, location, bodyLine);
		for (SqlScript section : sections.values()) {
			placeholders.requireDeclared(section);
		}
		return new SqlRevisionFile(attributes(header, sections), sections, placeholders);
	}

	private static List<String> keys(String direction, @Nullable String dialects) {
		String way = direction.toLowerCase(Locale.ROOT);
		if (dialects == null) {
			return List.of(key(way, ANY_DIALECT));
		}
		return Arrays.stream(dialects.split(",")).map((dialect) -> key(way, dialect.strip())).toList();
	}

	private static String key(String direction, String dialect) {
		return direction + ":" + dialect.toLowerCase(Locale.ROOT);
	}

	private static void add(Map<String, SqlScript> sections, List<String> keys, StringBuilder body, String location,
			int line) throws InvalidHeaderException {
		for (String key : keys) {
			if (sections.putIfAbsent(key, new SqlScript(body.toString(), location, line)) != null) {
				throw new InvalidHeaderException("there are two sections '-- " + key.replace(":*", "") + "'");
			}
		}
	}

	private static void readHeader(Map<String, String> header, String line, int number) throws InvalidHeaderException {
		if (line.isBlank()) {
			return;
		}
		if (!line.startsWith("--")) {
			throw new InvalidHeaderException("line " + number
					+ " is before the first section; begin with '-- revision: <id>' and then '-- upgrade'");
		}
		Matcher entry = HEADER.matcher(line);
		if (!entry.matches()) {
			return;
		}
		String key = entry.group(1).toLowerCase(Locale.ROOT);
		if (!KEYS.contains(key)) {
			throw new InvalidHeaderException(
					"line " + number + " has the unknown key '" + key + "'; there are " + String.join(", ", KEYS));
		}
		if (header.putIfAbsent(key, entry.group(2).strip()) != null) {
			throw new InvalidHeaderException("line " + number + " gives '" + key + "' a second time");
		}
	}

	private static RevisionAttributes attributes(Map<String, String> header, Map<String, SqlScript> sections)
			throws InvalidHeaderException {
		String id = header.getOrDefault("revision", "");
		if (id.isEmpty()) {
			throw new InvalidHeaderException("there is no header line '-- revision: <id>'");
		}
		if (sections.keySet().stream().noneMatch((key) -> key.startsWith(UPGRADE + ":"))) {
			throw new InvalidHeaderException("there is no section '-- upgrade'");
		}
		return new RevisionAttributes(id, list(header, "revises"), list(header, "depends-on"),
				list(header, "branch-labels"), header.getOrDefault("message", ""), header.getOrDefault("created", ""),
				header.getOrDefault("transactional", "true"));
	}

	private static List<String> list(Map<String, String> header, String key) {
		return Arrays.stream(header.getOrDefault(key, "").split(","))
			.map(String::strip)
			.filter((value) -> !value.isEmpty())
			.toList();
	}

	/**
	 * Return the section for a database, as it is written.
	 * @param direction which way
	 * @param dialect the id of the dialect
	 * @return its own section, else the one for all, else {@code null}
	 */
	@Nullable SqlScript section(String direction, String dialect) {
		SqlScript own = this.sections.get(key(direction, dialect));
		return (own != null) ? own : this.sections.get(key(direction, ANY_DIALECT));
	}

	/**
	 * Return the databases that there is a way back for.
	 * @return the ids of their dialects; {@link #ANY_DIALECT} for all
	 */
	Set<String> downgradeDialects() {
		return this.sections.keySet()
			.stream()
			.filter((key) -> key.startsWith(DOWNGRADE + ":"))
			.map((key) -> key.substring(DOWNGRADE.length() + 1))
			.collect(Collectors.toUnmodifiableSet());
	}

}
