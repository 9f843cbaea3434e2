package dev.migration.script.sample;

import dev.migration.Revision;

/**
 * Has the annotation and no body.
 */
@Revision(id = "no-body")
class NoMigration {

}
