package dev.migration;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a run when it begins, before its database is asked for anything.
 *
 * @param name the name of the database among several, or {@code null} if it has none
 * @param direction which way it goes
 * @param request what was asked, with its arguments and its tag
 */
public record RunStart(@Nullable String name, Direction direction, MigrationRequest request) {
}
