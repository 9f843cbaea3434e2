package dev.migration.project;

import java.nio.file.Path;
import java.util.List;

import dev.migration.RevisionHeader;

/**
 * A revision that was written.
 *
 * @param file the file
 * @param header what it is, as it will be read, with its location
 * @param format what it is written in
 * @param hooks the commands that were run on it
 */
public record WrittenRevision(Path file, RevisionHeader header, RevisionFormat format, List<HookResult> hooks) {

	public WrittenRevision {
		hooks = List.copyOf(hooks);
	}

	/**
	 * Return what went wrong after the file was written.
	 * @return a sentence for each command that failed
	 */
	public List<String> warnings() {
		return this.hooks.stream().filter(HookResult::failed).map(HookResult::describe).toList();
	}

}
