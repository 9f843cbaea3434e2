package dev.migration.script.sample;

/**
 * Lacks its annotation.
 */
class Forgotten extends Base {

}
