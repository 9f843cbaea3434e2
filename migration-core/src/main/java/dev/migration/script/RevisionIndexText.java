package dev.migration.script;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.migration.RevisionHeader;
import dev.migration.script.RevisionIndex.Entry;

/**
 * The form of a {@link RevisionIndex}: a line for each location and each revision, in
 * fields with tabs between them. In a list each value has a comma behind it; a time is in
 * seconds since 1970, with the nanoseconds behind a point.
 */
final class RevisionIndexText {

	private static final String FORM = "revision index 1";

	private static final String LOCATION = "location";

	private static final String CLASS = "class";

	private static final String FILE = "file";

	private static final int FIELDS = 12;

	private RevisionIndexText() {
	}

	static String of(Map<String, List<Entry>> locations) {
		StringBuilder text = new StringBuilder(FORM).append('\n');
		locations.forEach((folder, entries) -> {
			addLine(text, List.of(LOCATION, folder));
			entries.forEach((entry) -> addLine(text, fields(entry)));
		});
		return text.toString();
	}

	private static void addLine(StringBuilder text, List<String> fields) {
		text.append(String.join("\t", fields.stream().map((field) -> escape(field, "\\\t\n\r", "\\tnr")).toList()))
			.append('\n');
	}

	private static List<String> fields(Entry entry) {
		RevisionHeader header = entry.header();
		String path = entry.path();
		return List.of((path != null) ? FILE : CLASS, header.location(), (path != null) ? path : "", header.id(),
				list(header.revises()), list(header.dependsOn()), list(header.branchLabels()), header.message(),
				time(header.created()), String.valueOf(header.transactional()),
				list(new TreeSet<>(entry.downgradeDialects())), arguments(entry.requiredArguments()));
	}

	/**
	 * The name of each, and behind it where it is declared.
	 */
	private static String arguments(List<RequiredArgument> arguments) {
		return list(arguments.stream().flatMap((argument) -> Stream.of(argument.name(), argument.location())).toList());
	}

	private static List<RequiredArgument> arguments(String list) {
		List<String> values = values(list);
		return IntStream.range(0, values.size() / 2)
			.mapToObj((i) -> new RequiredArgument(values.get(2 * i), values.get(2 * i + 1)))
			.toList();
	}

	private static String time(@Nullable Instant time) {
		return (time != null) ? time.getEpochSecond() + "." + time.getNano() : "";
	}

	private static Instant time(String time) {
		int point = time.indexOf('.');
		return Instant.ofEpochSecond(Long.parseLong(time, 0, point, 10),
				Long.parseLong(time, point + 1, time.length(), 10));
	}

	private static String list(Collection<String> values) {
		StringBuilder list = new StringBuilder();
		values.forEach((value) -> list.append(escape(value, "\\,", "\\,")).append(','));
		return list.toString();
	}

	private static String escape(String value, String special, String letters) {
		StringBuilder escaped = new StringBuilder();
		for (char character : value.toCharArray()) {
			int index = special.indexOf(character);
			if (index >= 0) {
				escaped.append('\\').append(letters.charAt(index));
			}
			else {
				escaped.append(character);
			}
		}
		return escaped.toString();
	}

	/**
	 * Read a text.
	 * @param text the text
	 * @return the index
	 * @throws IllegalArgumentException if it is none, or has another form
	 */
	static RevisionIndex parse(String text) {
		List<String> lines = text.lines().toList();
		if (lines.isEmpty() || !lines.get(0).equals(FORM)) {
			throw new IllegalArgumentException("It does not begin with '" + FORM + "'");
		}
		Map<String, List<Entry>> locations = new LinkedHashMap<>();
		List<Entry> entries = new ArrayList<>();
		for (String line : lines.subList(1, lines.size())) {
			List<String> fields = split(line, '\t', true);
			if (fields.get(0).equals(LOCATION) && fields.size() == 2) {
				entries = new ArrayList<>();
				locations.put(fields.get(1), entries);
			}
			else if (fields.size() == FIELDS && !locations.isEmpty()) {
				entries.add(entry(fields));
			}
			else {
				throw new IllegalArgumentException("There is a line '" + line + "'");
			}
		}
		return new RevisionIndex(locations);
	}

	private static Entry entry(List<String> fields) {
		String created = fields.get(8);
		RevisionHeader header = new RevisionHeader(fields.get(3), values(fields.get(4)), values(fields.get(5)),
				values(fields.get(6)), fields.get(7), created.isEmpty() ? null : time(created), fields.get(1),
				Boolean.parseBoolean(fields.get(9)));
		return new Entry(header, fields.get(0).equals(FILE) ? fields.get(2) : null, Set.copyOf(values(fields.get(10))),
				arguments(fields.get(11)));
	}

	private static List<String> values(String list) {
		List<String> values = split(list, ',', false);
		return values.subList(0, values.size() - 1);
	}

	/**
	 * Most texts have nothing that is escaped, and a start reads many of them before the
	 * code is compiled.
	 */
	private static List<String> split(String text, char separator, boolean letters) {
		if (text.indexOf('\\') >= 0) {
			return splitEscaped(text, separator, letters);
		}
		List<String> parts = new ArrayList<>();
		int start = 0;
		for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
			parts.add(text.substring(start, end));
			start = end + 1;
		}
		parts.add(text.substring(start));
		return parts;
	}

	private static List<String> splitEscaped(String text, char separator, boolean letters) {
		List<String> parts = new ArrayList<>();
		StringBuilder part = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character == '\\' && i + 1 < text.length()) {
				part.append(letters ? unescape(text.charAt(++i)) : text.charAt(++i));
			}
			else if (character == separator) {
				parts.add(part.toString());
				part.setLength(0);
			}
			else {
				part.append(character);
			}
		}
		parts.add(part.toString());
		return parts;
	}

	private static char unescape(char letter) {
		return switch (letter) {
			case 't' -> '\t';
			case 'n' -> '\n';
			case 'r' -> '\r';
			default -> letter;
		};
	}

}
