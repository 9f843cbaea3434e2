package dev.migration.project;

import dev.migration.RevisionBody;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.RevisionHeader;

/**
 * A revision that is to be written.
 *
 * @param header what it is; its location is ignored, and without a time it gets the
 * present one
 * @param parents the revisions it comes directly after, which say where it is put if
 * nobody else does
 * @param body what it does
 * @param format what to write it in, or {@code null} for the project's default
 * @param location where to put it, or {@code null} for where its first parent is
 * @param template the name of the template
 * @param arguments free values for the template, by name
 */
public record RevisionFileRequest(RevisionHeader header, List<RevisionHeader> parents, RevisionBody body,
		@Nullable RevisionFormat format, @Nullable String location, String template, Map<String, String> arguments) {

	public RevisionFileRequest {
		parents = List.copyOf(parents);
		arguments = Map.copyOf(arguments);
	}

	/**
	 * Return a request for a revision that does nothing yet.
	 * @param header what it is
	 * @param parents the revisions it comes directly after
	 * @return the request
	 */
	public static RevisionFileRequest of(RevisionHeader header, List<RevisionHeader> parents) {
		return new RevisionFileRequest(header, parents, RevisionBody.EMPTY, null, null, RevisionTemplates.DEFAULT,
				Map.of());
	}

	/**
	 * Return this request with something to do.
	 * @param body what the revision does
	 * @return the request
	 */
	public RevisionFileRequest doing(RevisionBody body) {
		return new RevisionFileRequest(this.header, this.parents, body, this.format, this.location, this.template,
				this.arguments);
	}

	/**
	 * Return this request in a format.
	 * @param format the format, or {@code null} for the project's default
	 * @return the request
	 */
	public RevisionFileRequest in(@Nullable RevisionFormat format) {
		return new RevisionFileRequest(this.header, this.parents, this.body, format, this.location, this.template,
				this.arguments);
	}

	/**
	 * Return this request for a location.
	 * @param location one of the project's locations, also without its prefix or as a
	 * folder, or {@code null} for that of the first parent
	 * @return the request
	 */
	public RevisionFileRequest at(@Nullable String location) {
		return new RevisionFileRequest(this.header, this.parents, this.body, this.format, location, this.template,
				this.arguments);
	}

	/**
	 * Return this request with another template.
	 * @param template its name
	 * @return the request
	 */
	public RevisionFileRequest from(String template) {
		return new RevisionFileRequest(this.header, this.parents, this.body, this.format, this.location, template,
				this.arguments);
	}

	/**
	 * Return this request with values for the template.
	 * @param values the values by name, instead of those there were
	 * @return the request
	 */
	public RevisionFileRequest with(Map<String, String> values) {
		return new RevisionFileRequest(this.header, this.parents, this.body, this.format, this.location, this.template,
				values);
	}

}
