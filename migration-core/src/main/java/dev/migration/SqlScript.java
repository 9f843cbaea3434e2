package dev.migration;

/**
 * SQL text with the place it comes from, so that an error can name file and line.
 *
 * @param sql one or more statements
 * @param location where the text is, for people
 * @param line the line of that place on which the text begins, from 1
 */
public record SqlScript(String sql, String location, int line) {

}
