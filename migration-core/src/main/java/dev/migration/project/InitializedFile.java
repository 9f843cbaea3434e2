package dev.migration.project;

import java.nio.file.Path;

/**
 * What a project needs, and has by now.
 *
 * @param path the file or folder
 * @param created whether it was missing; what was there is as it was
 */
public record InitializedFile(Path path, boolean created) {

}
