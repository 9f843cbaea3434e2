package dev.migration.boot.autoconfigure;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.springframework.util.Assert;

import dev.migration.project.ProjectSettings;
import dev.migration.project.RevisionFormat;

/**
 * Configuration properties for new revisions.
 */
public class RevisionProperties {

	/**
	 * What a new revision is written in unless the command says it.
	 */
	private RevisionFormat defaultFormat = RevisionFormat.JAVA;

	/**
	 * Mustache template of the name of a new class; a '/' makes a sub-package. It knows
	 * id, name, slug, year, month, day, hour, minute, second and epoch.
	 */
	private String javaFileName = "R{{id}}_{{name}}";

	/**
	 * Mustache template of the name of a new SQL file, without '.sql'; a '/' makes a
	 * folder. It knows id, name, slug, year, month, day, hour, minute, second and epoch.
	 */
	private String sqlFileName = "{{id}}_{{slug}}";

	/**
	 * How many characters of the message may be in the name of a file.
	 */
	private int slugLength = 40;

	/**
	 * Time zone of the names of files and of 'created'.
	 */
	private ZoneId timeZone = ZoneOffset.UTC;

	/**
	 * Folder of the templates of new revisions, from that of the project.
	 */
	private Path templateDirectory = Path.of("migration");

	/**
	 * List of commands to run on a new file, such as a formatter. '{{file}}' stands for
	 * the file, which is the last argument if it is not named.
	 */
	private List<String> postWriteHooks = new ArrayList<>();

	public RevisionFormat getDefaultFormat() {
		return this.defaultFormat;
	}

	public void setDefaultFormat(RevisionFormat defaultFormat) {
		this.defaultFormat = defaultFormat;
	}

	public String getJavaFileName() {
		return this.javaFileName;
	}

	public void setJavaFileName(String javaFileName) {
		this.javaFileName = javaFileName;
	}

	public String getSqlFileName() {
		return this.sqlFileName;
	}

	public void setSqlFileName(String sqlFileName) {
		this.sqlFileName = sqlFileName;
	}

	public int getSlugLength() {
		return this.slugLength;
	}

	public void setSlugLength(int slugLength) {
		Assert.isTrue(slugLength > 0, "The length must be at least 1");
		this.slugLength = slugLength;
	}

	public ZoneId getTimeZone() {
		return this.timeZone;
	}

	public void setTimeZone(ZoneId timeZone) {
		this.timeZone = timeZone;
	}

	public Path getTemplateDirectory() {
		return this.templateDirectory;
	}

	public void setTemplateDirectory(Path templateDirectory) {
		this.templateDirectory = templateDirectory;
	}

	public List<String> getPostWriteHooks() {
		return this.postWriteHooks;
	}

	public void setPostWriteHooks(List<String> postWriteHooks) {
		this.postWriteHooks = postWriteHooks;
	}

	/**
	 * Make the settings of the project that the working directory is.
	 */
	ProjectSettings toSettings(List<String> locations, Charset encoding) {
		ProjectSettings.Builder settings = ProjectSettings.builder()
			.locations(locations)
			.encoding(encoding)
			.defaultFormat(this.defaultFormat)
			.javaFileName(this.javaFileName)
			.sqlFileName(this.sqlFileName)
			.slugLength(this.slugLength)
			.timeZone(this.timeZone)
			.templateDirectory(this.templateDirectory);
		this.postWriteHooks.forEach(settings::postWriteHook);
		return settings.build();
	}

}
