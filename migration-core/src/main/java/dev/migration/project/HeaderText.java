package dev.migration.project;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.RevisionHeader;

/**
 * Writes the header of a revision: the annotation of a class, or the first lines of an
 * SQL file.
 */
final class HeaderText {

	private static final int LINE_LENGTH = 120;

	private static final String CONTINUATION = "\n\t\t";

	private static final int CONTINUATION_WIDTH = 8;

	private HeaderText() {
	}

	static String created(@Nullable Instant created, ZoneId zone) {
		return (created != null) ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(created.atZone(zone)) : "";
	}

	/**
	 * Return the annotation, in lines as the formatter of Spring would make them.
	 * @param header the revision
	 * @param zone the time zone
	 * @return the annotation
	 */
	static String annotation(RevisionHeader header, ZoneId zone) {
		if (header.message().getBytes(StandardCharsets.UTF_8).length > JavaText.LONGEST_CONSTANT) {
			throw new ProjectFileException(
					"The message has " + header.message().length() + " characters, more than a class can hold",
					"Shorten it.", null);
		}
		StringBuilder text = new StringBuilder("@Revision(");
		int column = text.length();
		boolean first = true;
		List<String> attributes = attributes(header, zone);
		for (String attribute : attributes) {
			boolean fits = column + attribute.length() + 3 <= LINE_LENGTH;
			if (!first) {
				text.append(fits ? ", " : "," + CONTINUATION);
				column = fits ? column + 2 : CONTINUATION_WIDTH;
			}
			text.append(attribute);
			column += attribute.length();
			first = false;
		}
		return text.append(')').toString();
	}

	private static List<String> attributes(RevisionHeader header, ZoneId zone) {
		List<String> attributes = new ArrayList<>();
		attributes.add("id = " + JavaText.literal(header.id()));
		addAll(attributes, "revises", header.revises());
		addAll(attributes, "dependsOn", header.dependsOn());
		addAll(attributes, "branchLabels", header.branchLabels());
		if (!header.message().isEmpty()) {
			attributes.add("message = " + JavaText.literal(header.message()));
		}
		if (header.created() != null) {
			attributes.add("created = " + JavaText.literal(created(header.created(), zone)));
		}
		return attributes;
	}

	private static void addAll(List<String> attributes, String name, List<String> values) {
		if (!values.isEmpty()) {
			attributes.add(name + " = " + JavaText.literals(values));
		}
	}

	/**
	 * Return the first lines of an SQL file.
	 * @param header the revision
	 * @param zone the time zone
	 * @return the lines
	 */
	static String comments(RevisionHeader header, ZoneId zone) {
		List<String> lines = new ArrayList<>();
		addLine(lines, "revision", SqlText.names(List.of(header.id())));
		addLine(lines, "revises", SqlText.names(header.revises()));
		addLine(lines, "depends-on", SqlText.names(header.dependsOn()));
		addLine(lines, "branch-labels", SqlText.names(header.branchLabels()));
		addLine(lines, "message", SqlText.flatten(header.message()));
		addLine(lines, "created", created(header.created(), zone));
		return String.join("\n", lines);
	}

	private static void addLine(List<String> lines, String key, String value) {
		if (!value.isEmpty()) {
			lines.add("-- " + key + ": " + value);
		}
	}

}
