package dev.migration.runtime;

/**
 * A statement of a script.
 *
 * @param sql the SQL, without its semicolon
 * @param outsideTransaction whether it must not be in a transaction
 */
record ScriptStatement(String sql, boolean outsideTransaction) {
}
