package dev.migration.project;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;

import dev.migration.RevisionHeader;

/**
 * Names the file of a new revision.
 */
final class FileNames {

	private final ProjectSettings settings;

	FileNames(ProjectSettings settings) {
		this.settings = settings;
	}

	/**
	 * Return the name of a class.
	 * @param header the revision
	 * @param created when it is made
	 * @return the sub-packages, and last the class
	 * @throws InvalidTemplateException if the template makes no name
	 */
	List<String> ofClass(RevisionHeader header, Instant created) {
		return ofFile(header, created, RevisionFormat.JAVA, true, "[^A-Za-z0-9_]");
	}

	/**
	 * Return the name of an SQL file.
	 * @param header the revision
	 * @param created when it is made
	 * @param ascii whether the file system knows only ASCII
	 * @return the folders, and last the file, without what it ends in
	 * @throws InvalidTemplateException if the template makes no name
	 */
	List<String> ofFile(RevisionHeader header, Instant created, boolean ascii) {
		return ofFile(header, created, RevisionFormat.SQL, ascii, "[^\\p{L}\\p{N}._]|^\\.+");
	}

	private List<String> ofFile(RevisionHeader header, Instant created, RevisionFormat format, boolean ascii,
			String illegal) {
		String template = this.settings.fileName(format);
		String message = ascii ? Slug.ascii(header.message()) : header.message();
		Slug slug = Slug.of(message, this.settings.slugLength());
		String id = ascii ? Slug.ascii(header.id()) : header.id();
		Map<String, String> tokens = tokens(created);
		tokens.put("id", id.replaceAll(illegal, "_"));
		tokens.put("slug", slug.lowerCase().replaceAll(illegal, "_"));
		tokens.put("name", slug.camelCase().replaceAll(illegal, "_"));
		String name = render(template, tokens);
		if (slug.words().isEmpty()) {
			name = name.replaceAll("_+(?=/|$)", "");
		}
		List<String> parts = Arrays.asList(name.split("/", -1));
		if (parts.stream().anyMatch((part) -> part.isBlank() || part.equals(".") || part.equals(".."))) {
			throw new InvalidTemplateException(
					"The file name template '" + template + "' makes '" + name + "' of revision " + header.describe()
							+ ", which is no file inside the location",
					"Correct the template, or give the revision a message.", null);
		}
		return parts;
	}

	private Map<String, String> tokens(Instant created) {
		ZonedDateTime time = created.atZone(this.settings.timeZone());
		Map<String, String> tokens = new HashMap<>();
		tokens.put("year", "%04d".formatted(time.getYear()));
		tokens.put("month", "%02d".formatted(time.getMonthValue()));
		tokens.put("day", "%02d".formatted(time.getDayOfMonth()));
		tokens.put("hour", "%02d".formatted(time.getHour()));
		tokens.put("minute", "%02d".formatted(time.getMinute()));
		tokens.put("second", "%02d".formatted(time.getSecond()));
		tokens.put("epoch", Long.toString(created.getEpochSecond()));
		return tokens;
	}

	private static String render(String template, Map<String, String> tokens) {
		try {
			return Mustache.compiler().escapeHTML(false).compile(template).execute(tokens).strip();
		}
		catch (MustacheException ex) {
			throw new InvalidTemplateException(
					"The file name template '" + template + "' cannot be used: " + ex.getMessage(),
					"It knows id, slug, name, year, month, day, hour, minute, second and epoch.", ex);
		}
	}

}
